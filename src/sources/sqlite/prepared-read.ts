import { constants, type DatabaseSyncInstance } from "@photostructure/sqlite";
import type { Column } from "../../model/source.ts";
import { Stop } from "../../model/stop.ts";
import { checkColumnNames } from "../sql/column-names.ts";
import { capital, type SqlText } from "../sql/statement.ts";
import { type Cursor, findCursor, type Since } from "./cursor.ts";
import { boundParams } from "./params.ts";
import type { SqliteSettings } from "./settings.ts";

/** A query that SQLite has accepted and that has not run. */
export interface PreparedRead {
  readonly columns: readonly Column[];
  readonly cursor: Cursor | undefined;
  /** Two result columns for each column: its storage class, and its value, texts as their bytes. */
  readonly sql: string;
  readonly values: Readonly<Record<string, string | number | bigint | null>>;
}

/** Everything that can be known to be wrong before a row is read. Throws a Stop, or what SQLite throws. */
export function prepareRead(
  database: DatabaseSyncInstance,
  text: SqlText,
  settings: SqliteSettings,
  since: Since | undefined,
): PreparedRead {
  readNothingElse(database);
  const told = database.prepare(text.sql).columns();
  if (told.length === 0) {
    throw new Stop("query-invalid", `${capital(text.where)} returns no columns, so it was not run.`, {
      fix: "write the SELECT that returns the rows: a source only reads",
    });
  }
  const columns = told.map(({ name, type }) => ({
    name,
    ...(type === null || type === "" ? {} : { type: type.toLowerCase() }),
  }));
  checkColumnNames(columns.map(({ name }) => name));
  const cursor = settings.cursor === undefined ? undefined : findCursor(settings.cursor, columns);
  const params = boundParams(text, settings.params ?? []);
  const names = columns.map((_, index) => `c${index}`);
  const read = names.flatMap((name) => [
    `typeof(${name})`,
    `CASE typeof(${name}) WHEN 'text' THEN CAST(${name} AS BLOB) ELSE ${name} END`,
  ]);
  // The line end closes a comment at the end of the query.
  const whole = `WITH source_rows (${names.join(", ")}) AS (\n${text.sql}\n) SELECT ${read.join(", ")} FROM source_rows`;
  if (cursor === undefined || since === undefined) return { columns, cursor, sql: whole, values: params };
  const column = names[cursor.index] ?? "";
  return {
    columns,
    cursor,
    sql: `${whole} WHERE ${column} >= $since OR ${column} IS NULL`,
    values: { ...params, $since: since },
  };
}

/** What a query may do: SQLite asks for each thing while it reads the text. */
const ALLOWED: ReadonlySet<number> = new Set([
  constants.SQLITE_SELECT,
  constants.SQLITE_READ,
  constants.SQLITE_FUNCTION,
  constants.SQLITE_RECURSIVE,
]);

function readNothingElse(database: DatabaseSyncInstance): void {
  database.setAuthorizer((action) => (ALLOWED.has(action) ? constants.SQLITE_OK : constants.SQLITE_DENY));
}
