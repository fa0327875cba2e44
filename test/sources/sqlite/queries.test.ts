import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderWith } from "../csv-folder.ts";
import { databaseOf, dataOf, stopOf, write } from "./database.ts";

const TABLE = "CREATE TABLE t (id INTEGER, name TEXT); INSERT INTO t VALUES (1, 'a'), (2, 'b'), (3, NULL);";

test.each([
  ["a DELETE", "DELETE FROM t"],
  ["an INSERT that returns rows", "INSERT INTO t VALUES (4, 'd') RETURNING id"],
  ["a PRAGMA", "PRAGMA user_version = 5"],
  ["an ATTACH", "ATTACH 'other.db' AS other"],
  ["a VACUUM INTO", "VACUUM INTO 'copy.db'"],
  ["a CREATE", "CREATE TEMP TABLE x (y)"],
  ["a transaction", "BEGIN IMMEDIATE"],
  ["loading code", "SELECT load_extension('x')"],
  ["a syntax error", "SELEC id FROM t"],
  ["an unknown table", "SELECT id FROM nothing"],
  ["what closes the bracket around the query", "SELECT id FROM t) SELECT 1, 2, 3, 4 --"],
])("%s is refused, and changes nothing", async (_name, query) => {
  const { source, file, dir } = await databaseOf(TABLE);
  const stop = await stopOf(source({ query }));
  expect(["query-invalid", "query-failed"]).toContain(stop.reason.code);
  expect(stop.reason.fix).toBeDefined();
  expect(await dataOf(source({ query: "SELECT count(*) AS n FROM t" }))).toEqual([{ n: 3 }]);
  expect(() => write(file, "BEGIN EXCLUSIVE; ROLLBACK")).not.toThrow();
  await expect(stopOf(source({ path: "other.db", query }))).resolves.toMatchObject({
    message: /cannot be found/,
  });
  expect(dir).not.toBe("");
});

test.each([
  ["several statements", "SELECT id FROM t; SELECT name FROM t", /more than one statement/],
  ["none", "-- nothing", /holds no statement/],
  ["two columns of one name", "SELECT id, name AS id FROM t", /same name: "id"/],
  ["a column that no row may hold", 'SELECT 1 AS "__proto__"', /which no row may hold/],
])("%s: refused", async (_name, query, message) => {
  const { source } = await databaseOf(TABLE);
  expect((await stopOf(source({ query }))).message).toMatch(message);
});

test("parameters are bound by their numbers, wherever they stand", async () => {
  const { source } = await databaseOf(TABLE);
  const query = "SELECT id FROM t WHERE name = $2 OR id = $1 OR $2 IS NULL ORDER BY id -- the end";
  expect(await dataOf(source({ query, params: [1, "b"] }))).toEqual([{ id: 1 }, { id: 2 }]);
  expect(await dataOf(source({ query: "SELECT $1 AS a, typeof($2) AS b", params: [true, 2] }))).toEqual([
    { a: 1, b: expect.stringMatching(/integer|real/) },
  ]);
});

test.each([
  ["a parameter without a value", "SELECT id FROM t WHERE id = $1", [], /do not match/],
  ["a value without a parameter", "SELECT id FROM t", [1], /do not match/],
  ["a gap", "SELECT id FROM t WHERE id = $2", [1, 2], /do not match/],
  ["a question mark", "SELECT id FROM t WHERE id = ?", [1], /written \?/],
  ["a name", "SELECT id FROM t WHERE id = :id", [1], /written :id/],
  ["another name", "SELECT id FROM t WHERE id = @id", [1], /written @id/],
])("%s is refused: SQLite would take NULL", async (_name, query, params, message) => {
  const { source } = await databaseOf(TABLE);
  expect((await stopOf(source({ query, params }))).message).toMatch(message);
});

test("a query may come from a file, which is a part of what the rows mean", async () => {
  const { source } = await databaseOf(TABLE, { "sql/all.sql": "SELECT id FROM t WHERE id < 2;\n" });
  const read = source({ file: "sql/all.sql" });
  expect(await dataOf(read)).toEqual([{ id: 1 }]);
  expect(await read.meaning?.()).toContain("id < 2");
  expect(read.files).toEqual(["crm.db", "crm.db-wal", "sql/all.sql"]);
});

test("the order of the query is the order of the rows", async () => {
  const { source } = await databaseOf(TABLE);
  const query = "SELECT id FROM t ORDER BY id DESC";
  expect(await dataOf(source({ query }))).toEqual([{ id: 3 }, { id: 2 }, { id: 1 }]);
});

test.each([
  ["is not there", "none.db", /cannot be found/],
  ["is a folder", "folder", /not a regular file/],
  ["is no database", "text.db", /is no SQLite database/],
  ["lies outside", "link.db", /lies outside/],
])("a database that %s ends the read", async (_name, path, message) => {
  const { source, dir } = await databaseOf(TABLE, { "text.db": "no database at all\n".repeat(100) });
  mkdirSync(join(dir, "folder"));
  symlinkSync(join(await folderWith({ "x.db": "" }), "x.db"), join(dir, "link.db"));
  const stop = await stopOf(source({ path, query: "SELECT 1 AS a" }));
  expect(stop.kind).toBe("environment");
  expect(stop.message).toMatch(message);
});
