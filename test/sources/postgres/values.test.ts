import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Json } from "../../../src/model/json.ts";
import { postgresSource } from "../../../src/sources/postgres/postgres-source.ts";
import { runs } from "../../support/effort.ts";
import { type PostgresServer, startPostgres } from "../../support/postgres-server.ts";
import { EVERY_TYPE, OWN_TYPES } from "../../support/postgres-types.ts";
import { contextOf, dataOf, rowsOf, sourceAt, stopOf } from "./context.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
  await server.query(OWN_TYPES);
});
afterAll(() => server.stop());

function isSame(value: Json | undefined, wanted: Json): boolean {
  return value === wanted || (typeof wanted === "object" && JSON.stringify(value) === JSON.stringify(wanted));
}

describe("[S16] values", () => {
  test("[T8] are those of the database's own text, in 20,000 rows of every type", async () => {
    const count = runs(20_000);
    const columns = EVERY_TYPE.map(([name, sql]) => `case when g % 17 <> 0 then ${sql} end as "${name}"`);
    const texts = EVERY_TYPE.map(([name]) => `"${name}"::text as "${name} text"`);
    const query = `select *, ${texts.join(", ")} from (select g, ${columns.join(", ")} from generate_series(1, ${count}) g offset 0) t`;
    let read = 0;
    const wrong: string[] = [];
    for await (const rows of sourceAt(server.url, { query }).read({ signal: new AbortController().signal })) {
      for (const { data, position } of rows) {
        read += 1;
        if (position.row !== read || data["g"] !== read)
          wrong.push(`row ${position.row} where ${read} was due`);
        for (const [name, , expected] of EVERY_TYPE) {
          const text = data[`${name} text`];
          const wanted = typeof text === "string" ? expected(text) : null;
          if (!isSame(data[name], wanted) || (wanted === null) !== (read % 17 === 0))
            wrong.push(`${name} ${read}: ${String(data[name])}`);
        }
        if (wrong.length > 20) throw new Error(wrong.join("\n"));
      }
    }
    expect(wrong).toEqual([]);
    expect(read).toBe(count);
  });

  const one = async (expression: string): Promise<Json | undefined> =>
    (await dataOf(sourceAt(server.url, { query: `select ${expression} as v` })))[0]?.["v"];

  test.each<[string, Json]>([
    ["null::int", null],
    ["true", true],
    ["'-0'::float8", 0],
    ["'0.1'::float4", 0.1],
    ["1e-320::float8", 1e-320],
    ["'1.7976931348623157e308'::float8", 1.7976931348623157e308],
    ["9007199254740992", "9007199254740992"],
    ["-9007199254740991", -9007199254740991],
    ["0.10::numeric", "0.10"],
    ["1e-20::numeric", "0.00000000000000000001"],
    ["'a  '::char(5)", "a"],
    ["' a'::char(5)", " a"],
    ["''::char(3)", ""],
    ["E'a\\t'::char(4)", "a\t"],
    ["array['a ', null]::char(3)[]", ["a", null]],
    ["'a  '::varchar(5)", "a  "],
    ["''::text", ""],
    ["'infinity'::timestamptz", "infinity"],
    ["'-infinity'::date", "-infinity"],
    ["'infinity'::timestamp", "infinity"],
    ["'44-03-15 12:00+00 BC'::timestamptz", "-000043-03-15T12:00:00Z"],
    ["'1-01-01 00:00+00 BC'::timestamptz", "0000-01-01T00:00:00Z"],
    ["'44-03-15 BC'::date", "0044-03-15 BC"],
    ["'12026-01-01 00:00+00'::timestamptz", "+012026-01-01T00:00:00Z"],
    ["'294276-12-31 23:59:59.999999+00'::timestamptz", "+294276-12-31T23:59:59.999999Z"],
    ["'2024-02-29 23:59:59.999999+00'::timestamptz", "2024-02-29T23:59:59.999999Z"],
    ["'2016-12-31 23:59:60+00'::timestamptz", "2017-01-01T00:00:00Z"],
    ["'2024-01-01 12:00:00 Asia/Kathmandu'::timestamptz", "2024-01-01T06:15:00Z"],
    ["'24:00'::time", "24:00:00"],
    ["'1 year -2 days 03:04:05.678'::interval", "P1Y-2DT3H4M5.678S"],
    ["'\\xDEADBEEF'::bytea", "\\xdeadbeef"],
    ["'2024-01-01+00'::when_seen", "2024-01-01T00:00:00Z"],
    ["array[1, null, 3]", [1, null, 3]],
    ["'{}'::int[]", []],
    [
      "array[[1, 2], [3, 4]]",
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ["'[0:1]={a,b}'::text[]", ["a", "b"]],
    [
      `array['NULL', null, '', 'a"b', 'c\\d', '{e}', 'f,g', ' h ']`,
      ["NULL", null, "", 'a"b', "c\\d", "{e}", "f,g", " h "],
    ],
    ["array[9007199254740993, 1]::int8[]", ["9007199254740993", 1]],
    ["array[1.50, 'NaN']::numeric[]", ["1.50", "NaN"]],
    ["array[true, false]", [true, false]],
    ["array['2024-01-01 00:00:00.5+00']::timestamptz[]", ["2024-01-01T00:00:00.5Z"]],
    ["array['sad', 'happy \"quoted\", {odd}']::mood[]", ["sad", 'happy "quoted", {odd}']],
    ["array[1.5]::score[]", ["1.500"]],
    [`array['{"a": [1, "x,y"]}']::jsonb[]`, [{ a: [1, "x,y"] }]],
    ["array[box '(1,2),(3,4)', box '(5,6),(7,8)']", ["(3,4),(1,2)", "(7,8),(5,6)"]],
    ["array[int4range(1, 3)]", ["[1,3)"]],
    [
      `'{"id": 12345678901234567890, "rate": 0.1, "big": 1e400, "small": 1.0000000000000000001, "zero": -0}'::json`,
      { id: "12345678901234567890", rate: 0.1, big: "1e400", small: "1.0000000000000000001", zero: 0 },
    ],
    [
      `'{"text": "12345678901234567890 \\" 1e400", "n": [9007199254740993]}'::jsonb`,
      { text: '12345678901234567890 " 1e400', n: ["9007199254740993"] },
    ],
    ["'null'::jsonb", null],
    ["'\"text\"'::json", "text"],
    [`'"\\ud83d\\ude00"'::json`, "😀"],
  ])("%s is %j", async (expression, expected) => {
    expect(await one(expression)).toEqual(expected);
  });

  test("every type has the name PostgreSQL gives it, and no row is read for that", async () => {
    const source = sourceAt(server.url, {
      query: "select 1 as a, 'ok'::mood as b, now() as c, array[1.5] as d, 1.5::score as e, 1/0 as f",
    });
    expect(await source.columns?.(new AbortController().signal)).toEqual([
      { name: "a", type: "int4" },
      { name: "b", type: "mood" },
      { name: "c", type: "timestamptz" },
      { name: "d", type: "numeric[]" },
      { name: "e", type: "numeric" },
      { name: "f", type: "int4" },
    ]);
  });

  test.each([
    ["1::money", '"v" is money', "::numeric"],
    ["array[1::money]", '"v" is money[]', "::numeric[]"],
    ["(1, 'x')::pair", '"v" is pair', "to_jsonb"],
    ["array[(1, 'x')::pair]", '"v" is pair[]', "to_jsonb"],
    ["row(1, 2)", '"v" is record', "to_jsonb"],
    ["pg_sleep(0)", '"v" is void', "leave it out"],
  ])("%s is refused by name before a row is read", async (expression, named, advice) => {
    const source = sourceAt(server.url, { query: `select ${expression} as v, 1/0 as w` });
    const stop = await stopOf(source);
    expect(stop.kind).toBe("definition");
    expect(stop.message).toContain(named);
    expect(stop.message).toContain(advice);
    await expect(source.columns?.(new AbortController().signal)).rejects.toThrow(named);
  });

  test.each([
    [
      "that later steps could not walk",
      `(repeat('[', 600) || '"secret"' || repeat(']', 600))::json`,
      "nested deeper than 500 levels",
    ],
    [
      "with a key twice",
      `'{"a": "secret", "b": {"c": 1, "c": 2}}'::json`,
      "with an object that has one key twice",
    ],
    [
      "with a key twice in another spelling",
      `'[{"key": "secret", "k\\u0065y": 2}]'::json`,
      "with an object that has one key twice",
    ],
    [
      "with a key twice, in an array",
      `array['{"a": "secret"}', '{"a": 1, "a": 1}']::json[]`,
      "with an object that has one key twice",
    ],
    [
      "of a million values and more",
      `('["secret"' || repeat(',[]', 600000) || ']')::jsonb`,
      "of more than 1,000,000 values",
    ],
  ])("JSON %s is refused with its row, and shown to nobody", async (_what, sql, reason) => {
    const stop = await stopOf(
      sourceAt(server.url, {
        query: `select case g when 1500 then ${sql} end as v from generate_series(1, 2000) g`,
      }),
    );
    expect(stop.message).toBe(`The column "v" holds a value that is JSON ${reason} (row 1500).`);
    expect(`${stop.message} ${stop.reason.fix}`).not.toContain("secret");
  });

  test("a key twice is read where the database keeps one of the two, as it says", async () => {
    expect(await one(`'{"a": 1, "a": 2}'::jsonb`)).toEqual({ a: 2 });
    const stop = await stopOf(sourceAt(server.url, { query: `select '{"a": 1, "a": 2}'::json as v` }));
    expect(stop.reason.fix).toMatch(/the key is "a"\. Cast the column to jsonb/);
  });

  test("NaN and the infinities are told apart from words that read the same", async () => {
    const query = `select * from (values
      ('NaN'::float8, '1'::numeric, '2026-01-01'::timestamptz, '{1,2}'::float4[], 'NaN'),
      ('1'::float8, '-Infinity'::numeric, '-infinity', '{1,NaN}', 'infinity'),
      ('-Infinity'::float8, 'NaN', 'infinity', '{{1},{Infinity}}', '-Infinity'),
      ('0'::float8, '0', '0044-01-01 BC', '{}', 'Infinity')) as t (f, n, t, a, word)`;
    const rows = await rowsOf(sourceAt(server.url, { query }));
    expect(rows.map(({ nonFinite }) => nonFinite)).toEqual([
      ["f"],
      ["n", "t", "a"],
      ["f", "n", "t", "a"],
      undefined,
    ]);
  });

  test("[S18, C10] columns that a row could not keep apart are refused by name", async () => {
    expect(
      (await stopOf(sourceAt(server.url, { query: "select 1 as id, 2 as x, 3 as id, 4 as x" }))).message,
    ).toContain('"id", "x"');
    for (const name of ["__proto__", "custom.__proto__"]) {
      const { message } = await stopOf(sourceAt(server.url, { query: `select 1 as "${name}"` }));
      expect(message).toContain(`"${name}"`);
    }
    expect((await stopOf(sourceAt(server.url, { query: "select" }))).message).toContain("returns no columns");
  });

  test("[S18] 1,600 columns and odd names are no problem", async () => {
    const columns = Array.from({ length: 1600 }, (_, index) => `${index} as c${index}`);
    const [row] = await dataOf(sourceAt(server.url, { query: `select ${columns.join(", ")}` }));
    expect(Object.values(row ?? {})).toEqual(columns.map((_, index) => index));
    expect(
      await dataOf(
        sourceAt(server.url, { query: `select 1 as "a ""b"" 日本", 2 as "constructor", 3 as "0"` }),
      ),
    ).toEqual([{ 'a "b" 日本': 1, constructor: 2, "0": 3 }]);
  });

  test("[S17] the time zones of machine, server and role change nothing", async () => {
    const query = `select '2024-03-10 02:30:00'::timestamp as fold, '2024-11-03 01:30:00 America/New_York'::timestamptz as dst,
      '2024-01-01'::date as day, '2024-01-01'::timestamptz as midnight, array['2024-06-01 12:00+00'::timestamptz] as list,
      tstzrange('2024-01-01+00', '2024-02-01+00') as range, '1 day'::interval as span, 1234.5::float8 as f, '\\x00ff'::bytea as b`;
    const saved = process.env["TZ"];
    const seen = new Set<string>();
    const set = `alter role reader in database ${server.database} set`;
    try {
      for (const zone of ["UTC", "America/New_York", "Asia/Tokyo", "Pacific/Kiritimati", "Europe/Oslo"]) {
        process.env["TZ"] = zone;
        await server.query(`${set} timezone = '${zone}'; ${set} datestyle = 'German, DMY';
          ${set} intervalstyle = 'sql_standard'; ${set} extra_float_digits = -10;
          ${set} bytea_output = 'escape'`);
        seen.add(JSON.stringify(await dataOf(sourceAt(server.url, { query }))));
      }
    } finally {
      if (saved === undefined) delete process.env["TZ"];
      else process.env["TZ"] = saved;
      await server.query(`alter role reader in database ${server.database} reset all`);
    }
    expect([...seen]).toEqual([
      JSON.stringify([
        {
          fold: "2024-03-10 02:30:00",
          dst: "2024-11-03T06:30:00Z",
          day: "2024-01-01",
          midnight: "2024-01-01T00:00:00Z",
          list: ["2024-06-01T12:00:00Z"],
          range: '["2024-01-01 00:00:00+00","2024-02-01 00:00:00+00")',
          span: "P1D",
          f: 1234.5,
          b: "\\x00ff",
        },
      ]),
    ]);
  });
});

describe("[S20] params", () => {
  const NAUGHTY = [
    "'; drop table x; --",
    "$1",
    "\\",
    '"',
    "%s",
    "null",
    "",
    "   ",
    "1e400",
    "😀 日本 ‮",
    "'||pg_sleep(9)||'",
    "\u2028",
  ];

  test("are bound: what they hold comes back as it is", async () => {
    const query = `select ${NAUGHTY.map((_, index) => `$${index + 1}::text as p${index}`).join(", ")}`;
    const [row] = await dataOf(sourceAt(server.url, { query, params: NAUGHTY }));
    expect(Object.values(row ?? {})).toEqual(NAUGHTY);
  });

  test("take the type the query needs", async () => {
    const query =
      "select g as n from generate_series(1, 9) g where g = $1 and $2 and $3::text is null and g > $4::numeric";
    expect(await dataOf(sourceAt(server.url, { query, params: [5, true, null, 1.5] }))).toEqual([{ n: 5 }]);
  });

  test.each([
    [[], "uses 1 value, and `params` has 0 values"],
    [["a", "b"], "uses 1 value, and `params` has 2 values"],
    [["a\0b"], "The value of $1"],
    [["a\ud800"], "The value of $1"],
  ])("%j for one parameter is refused", async (params, message) => {
    const stop = await stopOf(sourceAt(server.url, { query: "select $1::text as v", params }));
    expect(stop.kind).toBe("definition");
    expect(stop.message).toContain(message);
  });
});

test.each([
  [{ query: "select g as n from generate_series(1, 2) g where g = $1", params: ["a"] }, "(22P02)."],
  [{ query: "select 1 / (3 - g) as n from generate_series(1, 5) g" }, "(22012)."],
])("a value that does not fit is told as one: %j", async (settings, code) => {
  const stop = await stopOf(sourceAt(server.url, settings));
  expect(stop.kind).toBe("environment");
  expect(stop.message).toContain(`A value does not fit what the query does with it ${code}`);
  expect(stop.reason.fix).toContain("`params`");
});

test("[S21] a row is never larger than the memory: above 32 MiB the read ends and says so", async () => {
  const query =
    "select g, repeat('x', case g when 3 then 40000000 else 10 end) as v from generate_series(1, 5) g";
  const stop = await stopOf(sourceAt(server.url, { query }));
  expect(stop.kind).toBe("definition");
  expect(stop.message).toMatch(/larger than 32 MiB/);
  expect(await rowsOf(sourceAt(server.url, { query: query.replace("40000000", "20000000") }))).toHaveLength(
    5,
  );
});

test("[S21] wide rows come in small arrays, all of them once, and the memory stays flat", async () => {
  const query = "select g, repeat(md5(g::text), 1000) as v from generate_series(1, 20000) g";
  const sizes: number[] = [];
  let next = 1;
  global.gc?.();
  const before = process.memoryUsage().rss;
  let highest = before;
  for await (const rows of sourceAt(server.url, { query }).read({ signal: new AbortController().signal })) {
    sizes.push(rows.length);
    for (const { data } of rows) if (data["g"] === next && String(data["v"]).length === 32_000) next += 1;
    highest = Math.max(highest, process.memoryUsage().rss);
  }
  expect(next - 1).toBe(20_000);
  expect(Math.max(...sizes)).toBeLessThan(200);
  expect((highest - before) / 2 ** 20).toBeLessThan(300);
});

test("a superuser's connection is warned about once", async () => {
  const context = contextOf({ db: server.superuserUrl });
  const source = postgresSource({ connection: "db", query: "select 1 as v" }, context);
  await rowsOf(source);
  await rowsOf(source);
  expect(context.warnings).toHaveLength(1);
  expect(context.warnings[0]).toContain("superuser");
});
