import { expect, test } from "vitest";
import { databaseOf, dataOf, rowsOf, stopOf } from "./database.ts";

async function readValue(expression: string, encoding = "UTF-8") {
  const { source } = await databaseOf(`PRAGMA encoding = '${encoding}'; CREATE TABLE t (x);`);
  const [row] = await dataOf(source({ query: `SELECT ${expression} AS v` }));
  return row?.["v"];
}

test.each([
  ["9007199254740991", 9_007_199_254_740_991],
  ["9007199254740992", "9007199254740992"],
  ["9223372036854775807", "9223372036854775807"],
  ["-9223372036854775808", "-9223372036854775808"],
  ["4.0", 4],
  ["0.1", 0.1],
  ["1e308", 1e308],
  ["null", null],
  ["true", 1],
  ["''", ""],
  ["'007'", "007"],
  ["'a' || char(0) || 'b'", "a\0b"],
  ["char(65279) || 'x'", "\uFEFFx"],
  ["'ümläut 😀'", "ümläut 😀"],
  ["datetime('2026-01-31 12:00:00')", "2026-01-31 12:00:00"],
  ["unixepoch('2026-01-31')", 1_769_817_600],
])("%s is read as %j", async (expression, value) => {
  expect(await readValue(expression)).toEqual(value);
});

test.each(["UTF-16le", "UTF-16be"])("texts of a database in %s are whole", async (encoding) => {
  expect(await readValue("'Čapek 😀' || char(0) || 'x'", encoding)).toBe("Čapek 😀\0x");
});

test("an infinity is a text, and the row says that it is none", async () => {
  const { source } = await databaseOf("CREATE TABLE t (x)");
  const [row] = await rowsOf(source({ query: "SELECT 9e999 AS up, -9e999 AS down, 'Infinity' AS word" }));
  expect({ ...row?.data }).toEqual({ up: "Infinity", down: "-Infinity", word: "Infinity" });
  expect(row?.nonFinite).toEqual(["up", "down"]);
});

test.each([
  ["a blob", "x'00ff'", /Row 2 .*"v", bytes \(a blob\)/],
  ["bytes that are no text", "CAST(x'ff' AS TEXT)", /Row 2 .*"v", a text whose bytes are no text/],
])("%s ends the read with its row and column", async (_name, expression, message) => {
  const { source } = await databaseOf("CREATE TABLE t (x)");
  const stop = await stopOf(source({ query: `SELECT 'ok' AS v UNION ALL SELECT ${expression}` }));
  expect(stop.message).toMatch(message);
  expect(stop.reason.fix).toMatch(/hex\(column\)/);
});

test("one column may hold values of several types, whatever it was declared as", async () => {
  const { source } = await databaseOf(
    "CREATE TABLE t (n INTEGER); INSERT INTO t VALUES (1), ('one'), (1.5), (NULL)",
  );
  expect((await dataOf(source({ query: "SELECT n FROM t" }))).map(({ n }) => n)).toEqual([
    1,
    "one",
    1.5,
    null,
  ]);
});

test("its columns have the types that they were declared with", async () => {
  const { source } = await databaseOf("CREATE TABLE t (id INTEGER, name VARCHAR(10), x)");
  const columns = await source({ query: "SELECT id, name, x, 1 AS one FROM t" }).columns?.(
    new AbortController().signal,
  );
  expect(columns).toEqual([
    { name: "id", type: "integer" },
    { name: "name", type: "varchar(10)" },
    { name: "x" },
    { name: "one" },
  ]);
});
