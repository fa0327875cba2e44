import { DatabaseSync } from "@photostructure/sqlite";
import { expect, test } from "vitest";
import { queriesOf } from "../../src/state/queries.ts";
import {
  isStateFile,
  MIGRATIONS,
  migrate,
  migrationSql,
  NEWEST_VERSION,
  schemaVersion,
} from "../../src/state/schema.ts";

test("migrations take a file from its version on, each one once", () => {
  const connection = new DatabaseSync(":memory:");
  const queries = queriesOf(connection);
  migrate(queries);
  migrate(queries);
  expect([isStateFile(queries), schemaVersion(queries)]).toEqual([true, NEWEST_VERSION]);
  const longer = [...MIGRATIONS, "CREATE TABLE extra (a TEXT) STRICT;"];
  connection.exec(migrationSql(NEWEST_VERSION, longer));
  expect(schemaVersion(queries)).toBe(NEWEST_VERSION + 1);
  expect(queries.all("SELECT * FROM extra")).toEqual([]);
});

test("a migration that fails leaves the version and the tables as they were", () => {
  const connection = new DatabaseSync(":memory:");
  const queries = queriesOf(connection);
  migrate(queries);
  connection.exec("BEGIN");
  expect(() =>
    connection.exec(migrationSql(NEWEST_VERSION, [...MIGRATIONS, "CREATE TABLE extra (a); oops;"])),
  ).toThrow();
  connection.exec("ROLLBACK");
  expect(schemaVersion(queries)).toBe(NEWEST_VERSION);
  expect(() => queries.all("SELECT * FROM extra")).toThrow();
});
