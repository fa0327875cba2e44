import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Source } from "../../../src/model/source.ts";
import { postgresSource } from "../../../src/sources/postgres/postgres-source.ts";
import { type PostgresServer, startPostgres } from "../../support/postgres-server.ts";
import { contextOf, dataOf, rowsOf, sourceAt, stopOf } from "./context.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
  await server.query(`create table changes (id int, at timestamptz); alter table changes owner to reader;
    create table typed (id int, i2 int2, i8 int8, n numeric, f float8, ts timestamp, d date, u uuid, t text, v varchar(9), b bool);
    alter table typed owner to reader`);
});
afterAll(() => server.stop());
beforeEach(async () => {
  await server.query(`truncate changes; insert into changes values
    (1, '2026-03-01 10:00:00.000001+00'), (2, '2026-03-01 10:00:00.000002+00'), (3, '2026-03-01 10:00:00.000002+00'),
    (4, '2026-03-01 09:00:00+00'), (5, null)`);
});

const QUERY = "select id, at from changes -- all of them";

function changes(lag?: string): Source {
  return sourceAt(server.url, {
    query: QUERY,
    cursor: { column: "at", ...(lag === undefined ? {} : { lag }) },
  });
}

async function idsOf(source: Source, after?: string): Promise<readonly unknown[]> {
  const rows = await dataOf(source, after === undefined ? {} : { after });
  return rows.map(({ id }) => id).toSorted();
}

test("[S15] the watermark is the greatest value in the database's own text, to the microsecond", async () => {
  const source = changes();
  expect(source.watermark?.()).toBeUndefined();
  expect(await idsOf(source)).toEqual([1, 2, 3, 4, 5]);
  expect(source.watermark?.()).toBe("2026-03-01 10:00:00.000002+00");
});

test("[S15] a read from the watermark takes equal values again, and rows without a value", async () => {
  const after = "2026-03-01 10:00:00.000002+00";
  expect(await idsOf(changes(), after)).toEqual([2, 3, 5]);
  await server.query(
    "insert into changes values (6, '2026-03-01 10:00:00.000002+00'), (7, '2026-03-01 10:00:00.000003+00')",
  );
  const source = changes();
  expect(await idsOf(source, after)).toEqual([2, 3, 5, 6, 7]);
  expect(source.watermark?.()).toBe("2026-03-01 10:00:00.000003+00");
});

test.each([
  ["1ms", [1, 2, 3, 5]],
  ["59m", [1, 2, 3, 5]],
  ["1h", [1, 2, 3, 5]],
  ["3601s", [1, 2, 3, 4, 5]],
  ["1d", [1, 2, 3, 4, 5]],
  ["0", [2, 3, 5]],
])("a lag of %s reads again what is that much older", async (lag, ids) => {
  expect(await idsOf(changes(lag), "2026-03-01 10:00:00.000002+00")).toEqual(ids);
});

test("[S15] a change that was committed late is found again within the lag, in any order of commits", async () => {
  const source = changes("5m");
  await idsOf(source);
  await server.query("insert into changes values (8, '2026-03-01 09:58:00+00')");
  expect(await idsOf(changes("5m"), source.watermark?.())).toContain(8);
  expect(await idsOf(changes(), source.watermark?.())).not.toContain(8);
});

test("rows without a value are counted and said once", async () => {
  const context = contextOf({ db: server.url });
  const source = postgresSource({ connection: "db", query: QUERY, cursor: { column: "at" } }, context);
  await rowsOf(source);
  await rowsOf(source);
  expect(context.warnings).toHaveLength(1);
  expect(context.warnings[0]).toMatch(/^1 row has no value in the cursor column "at"/);
});

test("[S15] a value in the future or infinite is no watermark: it would hide every change until then", async () => {
  await server.query(
    "insert into changes values (9, now() + interval '1 day'), (10, 'infinity'), (11, '-infinity')",
  );
  const context = contextOf({ db: server.url });
  const source = postgresSource({ connection: "db", query: QUERY, cursor: { column: "at" } }, context);
  await rowsOf(source);
  expect(source.watermark?.()).toBe("2026-03-01 10:00:00.000002+00");
  expect(context.warnings.at(-1)).toMatch(/^3 rows have a value .* in the future/);
  expect(await idsOf(changes(), source.watermark?.())).toEqual([2, 3, 5, 9, 10, 11].toSorted());
});

test.each([
  ["timestamptz", ["-infinity", "infinity", "4714-11-24 00:00:00+00 BC"], "2026-01-01 00:00:00+00", "1d"],
  ["timestamp", ["-infinity", "infinity", "4714-11-24 00:00:00 BC"], "2026-01-01 00:00:00", "999999d"],
  ["date", ["-infinity", "infinity", "4714-11-24 BC"], "2026-01-01", "1d"],
  ["float8", ["-Infinity", "Infinity", "NaN", "-1.7976931348623157e+308"], "5", 3],
  ["float4", ["-Infinity", "Infinity", "NaN", "-3.4028235e+38"], "0.7", 3],
  ["numeric", ["-Infinity", "Infinity", "NaN", `-${"9".repeat(1000)}`], "5.0", 3],
  ["int8", ["-9223372036854775808"], "5", 3],
  ["int2", ["-32768"], "5", 3],
  ["uuid", ["00000000-0000-0000-0000-000000000000"], "00000000-0000-0000-0000-000000000005", undefined],
  ["text", [""], "b", undefined],
] as const)(
  "a cursor of %s reads its extremes each time, as the warning says",
  async (type, values, last, lag) => {
    const literals = [...values, last].map((value, index) => `(${index}, '${value}'::${type})`);
    const query = `select id, at from (values ${literals.join(", ")}) as t (id, at)`;
    const source = (after?: string) => {
      const context = contextOf({ db: server.url });
      const cursor = { column: "at", ...(lag === undefined ? {} : { lag }) };
      const read = postgresSource({ connection: "db", query, cursor }, context);
      return {
        context,
        read: async () => (await dataOf(read, after === undefined ? {} : { after })).map(({ id }) => id),
        of: read,
      };
    };
    const first = source();
    expect(await first.read()).toHaveLength(values.length + 1);
    expect(first.of.watermark?.()).toBe(last);
    const warned = Number(/^(\d+) rows? ha/.exec(first.context.warnings.at(-1) ?? "")?.[1] ?? 0);
    const again = source(last);
    const ids = await again.read();
    // The last one itself, those that are no position, and what the lag takes in.
    expect(ids).toContain(values.length);
    const odd = values.flatMap((value, index) => (/^-?(?:infinity|NaN)$/i.test(value) ? [index] : []));
    expect(warned).toBe(odd.length);
    for (const id of odd) expect(ids).toContain(id);
    // From the least position there is, a lag leads nowhere below it.
    const least = values.find((value) => !/^-?(?:infinity|NaN)$/i.test(value));
    expect(await source(least).read()).toHaveLength(values.length + 1);
  },
);

test("equal values of a float4 are read again, which as a float8 would be less", async () => {
  const query = "select g as id, (g / 10.0)::float4 as at from generate_series(1, 40) g";
  for (const last of [7, 11, 13, 27]) {
    const source = sourceAt(server.url, { query, cursor: { column: "at" } });
    expect(await idsOf(source, String(last / 10))).toContain(last);
  }
});

test("there is no watermark without values, after an error, and where the read was left", async () => {
  await server.query("update changes set at = null");
  const source = changes();
  await rowsOf(source);
  expect(source.watermark?.()).toBeUndefined();
  const many = sourceAt(server.url, {
    query: "select g as id from generate_series(1, 5000) g",
    cursor: { column: "id" },
  });
  for await (const _rows of many.read({ signal: new AbortController().signal })) break;
  expect(many.watermark?.()).toBeUndefined();
  await rowsOf(many);
  expect(many.watermark?.()).toBe("5000");
  const failing = sourceAt(server.url, {
    query: "select 9000 / (g - 4000) as id from generate_series(1, 5000) g",
    cursor: { column: "id" },
  });
  await stopOf(failing);
  expect(failing.watermark?.()).toBeUndefined();
});

describe("the cursor may be", () => {
  beforeAll(() =>
    server.query(`insert into typed
      select g, g * 100, 9007199254740990 + g, (g - 3) * 1.10, g / 3.0, '0001-12-31 23:00'::timestamp - interval '3 years' + g * interval '400 days',
        '2024-02-26'::date + g, ('00000000-0000-0000-0000-00000000000' || g)::uuid, chr(64 + g) || chr(96 + g), 'v' || g, true
      from generate_series(1, 5) g order by random()`),
  );

  test.each([
    ["id", "5", undefined, [4, 5], "4"],
    ["i2", "500", 100, [3, 4, 5], "400"],
    ["i8", "9007199254740995", undefined, [4, 5], "9007199254740994"],
    ["n", "2.20", 1, [4, 5], "1.10"],
    ["n", "2.20", undefined, [2, 3, 4, 5], "-1.10"],
    ["f", "1.6666666666666667", undefined, [4, 5], "1.3333333333333333"],
    ["ts", "0004-06-22 23:00:00", "1d", [4, 5], "0003-05-19 23:00:00"],
    ["ts", "0004-06-22 23:00:00", undefined, [1, 2, 3, 4, 5], "0001-02-04 23:00:00 BC"],
    ["d", "2024-03-02", "1d", [3, 4, 5], "2024-03-01"],
    ["u", "00000000-0000-0000-0000-000000000005", undefined, [4, 5], "00000000-0000-0000-0000-000000000004"],
    ["t", "Ee", undefined, [4, 5], "Dd"],
    ["v", "v5", undefined, [4, 5], "v4"],
  ])("%s, with the greatest value %s", async (column, greatest, lag, ids, after) => {
    const cursor = lag === undefined ? { column } : { column, lag };
    const source = sourceAt(server.url, {
      query: `select id, ${column === "id" ? "1 as x" : column} from typed`,
      cursor,
    });
    await rowsOf(source);
    expect(source.watermark?.()).toBe(greatest);
    expect(await idsOf(source, after)).toEqual(ids);
  });

  test("a column with any name, behind params of the query", async () => {
    const query = 'select id, i2 as "Größe ""x""; --" from typed where id > $1 and id < $2';
    const source = sourceAt(server.url, {
      query,
      params: [1, 5],
      cursor: { column: 'Größe "x"; --', lag: 100 },
    });
    expect(await idsOf(source, "400")).toEqual([3, 4]);
  });

  test.each([
    [{ column: "nope" }, /returns no column "nope"/],
    [{ column: "b" }, /"b" is bool, which cannot be a cursor/],
    [{ column: "d", lag: 5 }, /lag of the cursor does not fit the column "d"/],
    [{ column: "id", lag: "5m" }, /lag of the cursor does not fit the column "id"/],
    [{ column: "t", lag: 5 }, /lag of the cursor does not fit the column "t"/],
  ])("not %j", async (cursor, message) => {
    const stop = await stopOf(sourceAt(server.url, { query: "select * from typed", cursor }));
    expect(stop.kind).toBe("definition");
    expect(stop.message).toMatch(message);
  });

  test("not from a position that the column cannot have", async () => {
    const source = sourceAt(server.url, { query: "select * from typed", cursor: { column: "id" } });
    const stop = await stopOf(source, { after: "2026-03-01 10:00:00+00" });
    expect(stop.kind).toBe("environment");
    expect(stop.message).toMatch(/saved position does not fit the cursor column "id"/);
  });
});
