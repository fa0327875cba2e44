import { readdirSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serve } from "../sources/http/api-server.ts";
import { type CliOptions, ended, runMain, startStepping } from "../support/cli.ts";
import { type PostgresServer, startPostgres } from "../support/postgres-server.ts";
import { FAST, makeProject, makeSandbox } from "../support/project.ts";
import { SPELLINGS, tracesOf } from "../support/secret-spellings.ts";

/** One for each place that a definition or the settings can have a secret in. None has a telling name. */
const SECRETS = {
  HEADER: "hd-canary/7Jq2+mZx81Tp=AbCdEf",
  AUTH: "au-canary/Kx93+pLm27Qz=GhIjKl",
  QUERY: "qy-canary/Vb64+wRt58Ys=MnOpQr",
  STEP: "st-canary~Hg15.kJd92Fc_StUvWx",
  CLIENT: "cl-canary/Nn48+eEe31Oo=YzAbCd",
  ACCESS: "at-canary.Ww77-uUi20Pa_EfGhIj",
  DATABASE: "db-canary-Ss36-dDf49Zx-KlMnOp",
  HOOK: "T0CANARY1/B0Kk82Rr5/Qq63yYt14LlUvWxYzAb",
  TOKEN: "ph-canary/Cc29+vVb75Nm=QrStUv",
  TENANT: "tn-canary-Gg51-hHj86Lk-WxYzAb",
} as const;
/** Where the parts of a webhook's path turn up alone. */
const PARTS = ["B0Kk82Rr5".padEnd(9), "Qq63yYt14LlUvWxYzAb"];

const SPELLED = Object.entries(SPELLINGS);

let postgres: PostgresServer;
beforeAll(async () => {
  postgres = await startPostgres();
  await postgres.query(`
    create role echo login password '${SECRETS.DATABASE}';
    grant all on schema public to echo;
    create table echoed (id text, name text);
    grant select on echoed to public;
    create function fail(words text) returns text language plpgsql as $$ begin raise exception '%', words; end $$;`);
  for (const [index, [, spell]] of SPELLED.entries()) {
    const text = spell(SECRETS.DATABASE).replaceAll("'", "''");
    await postgres.query(`insert into echoed values ('pg-${index}', '${text}'), ('${text}', 'a key')`);
  }
});
afterAll(() => postgres.stop());

interface Definition {
  readonly source: string;
  readonly object?: string;
}

function definition({ source, object = "Company" }: Definition): string {
  return `version: 1
source:
  ${source}
target: { object: ${object} }
mode: upsert
key: externalId
fields:
  externalId: id
  name: name
  custom.Whole: $string($)
`;
}

/** Rows that hold a secret in their values, their keys and the names of their columns, in every spelling. */
function rowsWith(secret: string, prefix: string): readonly object[] {
  return SPELLED.flatMap(([, spell], index) => {
    const spelled = spell(secret);
    return [
      {
        id: `${prefix}-${index}`,
        name: `${"x".repeat(index * 3)} ${spelled} y`,
        [spelled]: [{ [spelled]: spelled }],
      },
      { id: spelled, name: "a key" },
    ];
  });
}

function http(url: string): Readonly<Record<string, string>> {
  return {
    "syncs/header.yaml": definition({
      source: `http: { url: "${url}/header", headers: { X-Pass: "v1 \${HEADER}" } }`,
    }),
    "syncs/auth.yaml": definition({
      source: `http: { url: "${url}/auth", auth: { header: { name: X-Pass, value: "ApiKey \${AUTH}" } } }`,
    }),
    "syncs/query.yaml": definition({ source: `http: { url: "${url}/query", query: { pass: "\${QUERY}" } }` }),
    "syncs/step.yaml": definition({ source: `http: { url: "${url}/step/\${STEP}/rows" }` }),
    "syncs/client.yaml": definition({
      source: `http: { url: "${url}/client", auth: { oauth2: { tokenUrl: "${url}/token", clientId: planhat-sync, clientSecret: "\${CLIENT}" } } }`,
    }),
    "syncs/hook.yaml": definition({ source: `http: { url: "\${HOOK_URL}" }` }),
  };
}

/** Where each address of the server gets its secret from; whoever asks for a token gets one. */
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  header: [SECRETS.HEADER],
  auth: [SECRETS.AUTH],
  query: [SECRETS.QUERY],
  step: [SECRETS.STEP],
  client: [SECRETS.CLIENT, SECRETS.ACCESS],
  services: [SECRETS.HOOK],
};

function addressOf(url: string): string {
  return url.split(/[/?]/)[1] ?? "";
}

async function project(answer: (address: string) => { readonly status: number; readonly body: string }) {
  const { sandbox, env: planhat } = await makeSandbox({ token: SECRETS.TOKEN });
  const { url } = await serve(({ url: asked }, response) => {
    const address = addressOf(asked);
    const { status, body } =
      address === "token"
        ? { status: 200, body: JSON.stringify({ access_token: SECRETS.ACCESS }) }
        : answer(address);
    response.writeHead(status, { "content-type": "application/json" });
    // In chunks, so that no secret comes in one piece.
    const pieces = body.length < 10_000 ? (body.match(/[\s\S]{1,7}/g) ?? []) : [body];
    for (const piece of pieces) response.write(piece);
    response.end();
  });
  const dir = await makeProject({
    "planhat-sync.yaml": `${FAST}connections: { warehouse: "\${WAREHOUSE}" }\nlint: { rules: { field-owned-twice: "off" } }\n`,
    ...http(url),
    "syncs/database.yaml": definition({
      source: "postgres: { connection: warehouse, query: 'select id, name from echoed' }",
    }),
  });
  const env = {
    ...planhat,
    ...SECRETS,
    HOOK_URL: `${url}/services/${SECRETS.HOOK}`,
    WAREHOUSE: postgres.url.replace(/\/\/[^@]*@/, `//echo:${SECRETS.DATABASE}@`),
    PLANHAT_API_TOKEN: SECRETS.TOKEN,
    PLANHAT_TENANT_UUID: SECRETS.TENANT,
    GITHUB_STEP_SUMMARY: join(dir, "summary.md"),
  };
  return { dir, env, sandbox };
}

function filesIn(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"));
}

/** What of a secret can be read in a text: in a spelling, in any case, or a part as long as a password. */
function found(text: string): readonly string[] {
  const lower = text.toLowerCase();
  return TRACES.filter((trace) => lower.includes(trace));
}

/** The steps of an apply that nobody disturbs. */
async function stepsOf(argv: readonly string[], options: CliOptions) {
  const { stderr } = await ended(startStepping(argv, options));
  return { steps: stderr.split("\n").flatMap((line) => (line.startsWith("step ") ? [line.slice(5)] : [])) };
}

function start(argv: readonly string[], options: CliOptions) {
  let text = "";
  const child = startStepping(argv, options);
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk) => {
      text += chunk;
    });
  }
  return { child: ended(child), said: () => text };
}

const KEY = "8f3a6bC19d02e7F45a1b9c8d7e6f50413c2b1a0f9e8d7c6b5a49382716050f1e";

const TRACES = [
  ...new Set(
    [...Object.values(SECRETS), ...PARTS.map((part) => part.trim())].flatMap((secret) => [
      ...tracesOf(secret),
      ...[...Array(Math.max(1, secret.length - 11)).keys()].map((at) => secret.slice(at, at + 12)),
    ]),
  ),
].map((trace) => trace.toLowerCase());

describe("[C1, C2] no spelling of a secret is in what is printed or stored", () => {
  test("though servers return them as values, keys and names of columns, and Planhat in what it refuses", async () => {
    const { dir, env, sandbox } = await project((address) => ({
      status: 200,
      body: JSON.stringify(
        (ADDRESSES[address] ?? []).flatMap((secret, place) => rowsWith(secret, `${address}${place}`)),
      ),
    }));
    for (const [index, [, spell]] of SPELLED.entries()) {
      const message = `no: ${"z".repeat(index * 5)} ${spell(SECRETS.TOKEN)} of ${spell(SECRETS.TENANT)}`;
      sandbox.faults.add({
        match: { method: "PUT" },
        times: "always",
        action: { kind: "refuse", where: { externalId: `header0-${index}` }, message },
      });
    }
    const all = ["--limit", "1000"];
    const outputs = new Map<string, string>();
    let planned = "";
    for (const argv of [
      ["validate"],
      ["validate", "--format", "json"],
      ["validate", "--format", "github"],
      ["validate", "--format", "sarif"],
      ["preview", "header", ...all],
      ["preview", "client", ...all, "--format", "json"],
      ["preview", "database", ...all, "--trace"],
      ["plan", ...all, "--verbose", "--html", "plan.html"],
      ["plan", ...all, "--format", "json"],
      ["plan", ...all, "--format", "markdown"],
      ["plan", ...all, "--format", "github", "--baseline", "none"],
      ["plan", "--out", "saved.plan"],
      ["apply", ...all, "--auto-approve", "--verbose"],
      ["apply", ...all, "--auto-approve", "--format", "json"],
      ["apply", "--auto-approve", "--format", "markdown"],
      ["apply", "--auto-approve", "--format", "github"],
      ["rejects", ...all],
      ["rejects", "--format", "json"],
      ["rejects", "--format", "csv"],
      ["rejects", "retry", "--auto-approve"],
      ["runs"],
      ["runs", "--format", "json"],
      ["state", "show", "header", ...all],
      ["state", "show", "step", ...all, "--format", "json"],
      ["doctor"],
      ["doctor", "--format", "json"],
      ["introspect"],
      ["watch", "--once", ...all],
    ]) {
      const { stdout, stderr, code } = await runMain(argv, { dir, env });
      outputs.set(argv.join(" "), `${code}\n${stdout}${stderr}`);
      if (argv[0] === "plan" && argv.includes("json")) planned = stdout;
    }
    for (const [command, text] of outputs) expect([command, found(text)]).toEqual([command, []]);
    for (const text of filesIn(dir)) expect(found(text)).toEqual([]);
    // It was all there: masked, rejected where a key held it, and not saved where a file would show it.
    const plan = JSON.parse(planned);
    for (const sync of plan.syncs) {
      expect(sync.summary.create).toBeGreaterThanOrEqual(SPELLED.length);
      const rules = sync.rejects.map(({ rule }: { rule: string }) => rule);
      expect(rules.filter((rule: string) => rule === "secret-in-key").length).toBeGreaterThanOrEqual(
        SPELLED.length - 1,
      );
    }
    expect(outputs.get("plan --out saved.plan")).toMatch(/^4\n/);
    expect(outputs.get("plan --out saved.plan")).toContain("PLANHAT_SYNC_PLAN_KEY");
    const [first] = sandbox.records("Company").filter(({ externalId }) => externalId === "query0-0");
    expect(first?.["name"]).toBe(` ${SECRETS.QUERY} y`);
  });

  test("nor the key of plan files, in either of its spellings", async () => {
    const key = Buffer.from(KEY, "hex");
    const spelled = SPELLED.flatMap(([, spell]) =>
      [KEY, key.toString("base64"), key.toString("base64url")].map(spell),
    );
    const body = JSON.stringify(spelled.map((name, index) => ({ id: `k-${index}`, name: `is ${name}` })));
    const { dir, env: without } = await project(() => ({ status: 200, body }));
    const env = { ...without, PLANHAT_SYNC_PLAN_KEY: KEY };
    const texts: string[] = [];
    for (const argv of [
      ["plan", "header", "--limit", "1000"],
      ["plan", "header", "--out", "k.plan", "--format", "json"],
      ["show", "k.plan", "--limit", "1000"],
      ["apply", "k.plan", "--format", "json"],
      ["state", "show", "header", "--limit", "1000"],
    ]) {
      const { code, stdout, stderr } = await runMain(argv, { dir, env });
      expect([argv[0], code]).toEqual([argv[0], 0]);
      texts.push(stdout, stderr);
    }
    const traces = [KEY, key.toString("base64").slice(0, -2), key.toString("base64url")].flatMap(tracesOf);
    for (const text of [...texts, ...filesIn(dir)]) {
      const lower = text.toLowerCase();
      expect(traces.filter((trace) => lower.includes(trace.toLowerCase()))).toEqual([]);
    }
  });

  test.each(["planned", "intended", "answered", "settled"])(
    "nor what an apply leaves behind that is killed when it is %s",
    async (step) => {
      const echoes = (address: string) => ({
        status: 200,
        body: JSON.stringify((ADDRESSES[address] ?? []).flatMap((secret) => rowsWith(secret, address))),
      });
      const argv = ["apply", "header", "--auto-approve"];
      const { steps } = await stepsOf(argv, await project(echoes));
      const at = steps.indexOf(step) + 1;
      expect(at).toBeGreaterThan(0);
      const { dir, env } = await project(echoes);
      const options = { dir, env: { ...env, STEP_AT: String(at), STEP_SIGNAL: "SIGKILL" } };
      const { child, said } = start(argv, options);
      expect((await child).code).toBe(null);
      expect(found(said())).toEqual([]);
      for (const text of filesIn(dir)) expect(found(text)).toEqual([]);
    },
    60_000,
  );

  test("though servers say them where they fail, each spelling by itself", async () => {
    let body = "";
    const { dir, env } = await project(() => ({ status: 400, body }));
    for (const [name, spell] of SPELLED) {
      for (const [address, secrets] of Object.entries(ADDRESSES)) {
        body = `it is ${secrets.map(spell).join(" and ")}.`;
        const sync = address === "services" ? "hook" : address;
        const { stdout, stderr, code } = await runMain(["preview", sync], { dir, env });
        expect([name, address, code, found(stdout + stderr)]).toEqual([name, address, 4, []]);
        expect(stderr).toMatch(/says: it is .*\*\*\*/);
      }
    }
  });

  test("though Planhat says them, each spelling by itself", async () => {
    const { dir, env, sandbox } = await project(() => ({ status: 200, body: '[{"id":"a","name":"b"}]' }));
    for (const [index, [name, spell]] of SPELLED.entries()) {
      sandbox.faults.add({
        match: { method: "GET" },
        times: "always",
        action: { kind: "status", code: 403, body: `no: ${spell(SECRETS.TOKEN)} ${spell(SECRETS.HEADER)}` },
      });
      // Each of these takes most of a second.
      const more = index % 6 === 0 ? [["doctor"], ["introspect", "--format", "json"]] : [];
      for (const argv of [["plan", "header", "--verbose"], ...more]) {
        const { stdout, stderr, code } = await runMain(argv, { dir, env });
        expect([name, argv[0], code, found(stdout + stderr)]).toEqual([name, argv[0], 4, []]);
      }
      sandbox.faults.clear();
    }
  });

  test("though PostgreSQL says them, each spelling by itself", async () => {
    const { dir, env } = await project(() => ({ status: 200, body: "[]" }));
    for (const [name, spell] of SPELLED) {
      const files = { SPELLED: spell(SECRETS.DATABASE) };
      const query = "select fail($1) as id, '' as name";
      const text = definition({
        source: `postgres: { connection: warehouse, query: "${query}", params: ["\${SPELLED}"] }`,
      });
      await writeFile(join(dir, "syncs", "database.yaml"), text);
      const { stdout, stderr, code } = await runMain(["preview", "database"], {
        dir,
        env: { ...env, ...files },
      });
      expect([name, code, found(stdout + stderr)]).toEqual([name, 4, []]);
      expect(stderr).toContain("***");
    }
  });
});
