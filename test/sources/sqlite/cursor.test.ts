import { expect, test } from "vitest";
import { databaseOf, dataOf, rowsOf, stopOf } from "./database.ts";

async function read(values: string, cursor: object, after?: string) {
  const { source, warnings } = await databaseOf(
    `CREATE TABLE t (id INTEGER, at); INSERT INTO t VALUES ${values}`,
  );
  const incremental = source({
    query: "SELECT id, at FROM t ORDER BY id",
    cursor: { column: "at", ...cursor },
  });
  const rows = await dataOf(incremental, after === undefined ? {} : { after });
  return { ids: rows.map(({ id }) => id), watermark: incremental.watermark?.(), warnings };
}

test.each([
  ["whole numbers, every digit", "(1, 9007199254740993), (2, 9007199254740992)", "9007199254740993"],
  ["numbers of both kinds", "(1, 2), (2, 2.5), (3, 1)", "2.5"],
  ["texts in byte order", "(1, 'a'), (2, 'Z'), (3, 'it''s')", "'it''s'"],
  ["times", "(1, '2026-03-01T10:00:00Z'), (2, '2026-02-01T10:00:00Z')", "'2026-03-01T10:00:00Z'"],
])("the watermark is the greatest of %s", async (_name, values, watermark) => {
  expect((await read(values, {})).watermark).toBe(watermark);
});

test.each([
  [
    "the same and later values, and rows without one",
    "(1, 1), (2, 2), (3, 3), (4, NULL)",
    {},
    "2",
    [2, 3, 4],
  ],
  ["a number less its lag", "(1, 1), (2, 2), (3, 3)", { lag: 1 }, "3", [2, 3]],
  ["digits beyond 2^53", "(1, 9007199254740992), (2, 9007199254740993)", {}, "9007199254740993", [2]],
  ["a text, which is no number", "(1, '1'), (2, '2'), (3, 5)", {}, "'2'", [2]],
  [
    "a time less its lag",
    "(1, '2026-03-01 09:54:59'), (2, '2026-03-01 09:55:00'), (3, '2026-03-01 10:00:00')",
    { lag: "5m" },
    "'2026-03-01 10:00:00'",
    [2, 3],
  ],
  [
    "a time, however it is written",
    "(1, '2026-03-01T09:59:59Z'), (2, '2026-03-01T10:00:00.5Z'), (3, '2026-03-01T10:00:00Z')",
    { lag: "1ms" },
    "'2026-03-01T10:00:00.500Z'",
    [1, 2, 3],
  ],
  [
    "a day less its lag",
    "(1, '2026-02-27'), (2, '2026-02-28'), (3, '2026-03-01')",
    { lag: "1d" },
    "'2026-03-01'",
    [2, 3],
  ],
])("a later read takes %s", async (_name, values, cursor, after, ids) => {
  expect((await read(values, cursor, after)).ids).toEqual(ids);
});

test("a time in the future and an infinity are no position, and are told, as rows without a value are", async () => {
  const { watermark, warnings } = await read("(1, '2026-03-01'), (2, '2027-01-01'), (3, NULL)", {});
  expect(watermark).toBe("'2026-03-01'");
  expect(warnings).toEqual([
    expect.stringMatching(/^1 row has no value in the cursor column "at"/),
    expect.stringMatching(/^1 row has a value .* in the future/),
  ]);
});

test("there is no watermark of a read that was left, and of one without rows", async () => {
  expect((await read("(1, NULL)", {})).watermark).toBeUndefined();
});

test.each([
  ["numbers and texts", "(1, 1), (2, 'a')", {}, undefined, /numbers and texts/],
  ["a duration for numbers", "(1, 1)", { lag: "5m" }, "1", /holds numbers/],
  ["a number for times", "(1, '2026-03-01')", { lag: 5 }, "'2026-03-01'", /holds times/],
  ["a lag for texts", "(1, 'a')", { lag: "5m" }, "'a'", /no time in UTC/],
  ["a time with an offset", "(1, 'a')", { lag: "5m" }, "'2026-03-01T10:00:00+02:00'", /no time in UTC/],
  ["a position of another source", "(1, 1)", {}, "2026-03-01T10:00:00Z", /does not fit the cursor column/],
])("%s: refused", async (_name, values, cursor, after, message) => {
  const { source } = await databaseOf(`CREATE TABLE t (id INTEGER, at); INSERT INTO t VALUES ${values}`);
  const incremental = source({ query: "SELECT id, at FROM t", cursor: { column: "at", ...cursor } });
  expect((await stopOf(incremental, after === undefined ? {} : { after })).message).toMatch(message);
});

test("a cursor that is no column is refused", async () => {
  const { source } = await databaseOf("CREATE TABLE t (id INTEGER)");
  const stop = await stopOf(source({ query: "SELECT id FROM t", cursor: { column: "at" } }));
  expect(stop.message).toMatch(/no column "at"/);
  expect(await rowsOf(source({ query: "SELECT id FROM t" }))).toEqual([]);
});
