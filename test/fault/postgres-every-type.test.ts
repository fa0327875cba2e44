import { afterAll, beforeAll, expect, test } from "vitest";
import type { Json } from "../../src/model/json.ts";
import { runMain } from "../support/cli.ts";
import { runs } from "../support/effort.ts";
import { type PostgresServer, startPostgres } from "../support/postgres-server.ts";
import { EVERY_TYPE, OWN_TYPES } from "../support/postgres-types.ts";
import { FAST, makeProject, makeSandbox } from "../support/project.ts";

/** `ROWS=200000 npx vitest run test/fault/postgres-every-type.test.ts` is the long form. */
const ROWS = runs(5000);
/** Custom fields take no nested values: these go as the text that JSONata makes of them. */
const NESTED = ["jsonb", "array"];
/** What stands for NaN and the infinities, which an expression has to say: passed on, they reject their row. */
const STANDS_FOR: Readonly<Record<string, string>> = { NaN: "none", Infinity: "most", "-Infinity": "least" };
const SPECIAL = ["numeric_special", "float_special"];

function expressionOf(name: string): string {
  if (NESTED.includes(name)) return `"${name} != null ? $string(${name}) : null"`;
  if (!SPECIAL.includes(name)) return name;
  const cases = Object.entries(STANDS_FOR).map(([text, word]) => `${name} = "${text}" ? "${word}" : `);
  return `'${cases.join("")}${name}'`;
}

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
  await server.query(OWN_TYPES);
  // The database's own text, in the session settings that the source documents.
  await server.query("set intervalstyle = iso_8601; set timezone = 'UTC'; set extra_float_digits = 1");
});
afterAll(() => server.stop());

test(`[S16] ${ROWS} rows with every type arrive in Planhat as the database writes them`, async () => {
  const columns = EVERY_TYPE.map(([name, sql]) => {
    // Whole numbers beyond 2^53, as 1e300 is one, are rejected where a number goes: here they stay below.
    const own = name === "float8" ? "sqrt(g::float8)" : sql;
    return `case when g % 17 <> 0 then ${own} end as "${name}"`;
  });
  await server.query(
    `create table every_type as select 'r' || g as id, ${columns.join(", ")} from generate_series(1, ${ROWS}) g;
     grant select on every_type to public`,
  );
  const { sandbox, env } = await makeSandbox();
  const fields = EVERY_TYPE.map(([name]) => `  custom.${name}: ${expressionOf(name)}`);
  const dir = await makeProject({
    "planhat-sync.yaml": FAST,
    "syncs/rows.yaml": `version: 1
source: { postgres: { connection: "\${WAREHOUSE_URL}", query: SELECT * FROM every_type } }
target: { object: Company }
mode: upsert
key: externalId
fields:
  externalId: id
  name: id
${fields.join("\n")}
`,
  });
  const { code, stdout, stderr } = await runMain(["apply", "--auto-approve", "--format", "json"], {
    dir,
    env: { ...env, WAREHOUSE_URL: server.url },
  });
  expect(code, stderr).toBe(0);
  expect(JSON.parse(stdout).syncs[0].summary).toMatchObject({ read: ROWS, created: ROWS });

  const arrived = new Map(
    sandbox.records("Company").map((record) => [record["externalId"], record["custom"]]),
  );
  const texts = EVERY_TYPE.map(([name]) => `"${name}"::text as "${name}"`);
  let compared = 0;
  for (let from = 1; from <= ROWS; from += 10_000) {
    const rows = await server.query(
      `select id, ${texts.join(", ")} from every_type order by substr(id, 2)::int offset ${from - 1} limit 10000`,
    );
    for (const row of rows) {
      const custom = (arrived.get(row["id"] ?? "") ?? {}) as Readonly<Record<string, Json>>;
      for (const [name, , expected] of EVERY_TYPE) {
        const text = row[name] ?? null;
        const value = custom[name] ?? null;
        const wanted = text === null ? null : (STANDS_FOR[text] ?? expected(text));
        const same =
          NESTED.includes(name) && wanted !== null ? value === JSON.stringify(wanted) : value === wanted;
        if (!same)
          throw new Error(`${row["id"]} ${name}: ${String(value)} where the database has ${String(text)}`);
        compared += 1;
      }
    }
  }
  expect(compared).toBe(ROWS * EVERY_TYPE.length);
});
