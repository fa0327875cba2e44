import type { Client } from "pg";
import { Stop } from "../../model/stop.ts";
import { capital, type SqlText } from "../sql/statement.ts";
import { type Cursor, findCursor, incrementalQuery } from "./cursor/cursor.ts";
import { describe } from "./describe.ts";
import type { PostgresSettings } from "./settings.ts";
import { boundParams } from "./sql/bound-params.ts";
import { columnTypes, type PgColumn } from "./values/column-types.ts";

/** A query that the server has accepted and that has not run. */
export interface PreparedRead {
  readonly columns: readonly PgColumn[];
  readonly cursor: Cursor | undefined;
  readonly sql: string;
  /** Characters in front of the user's SQL. */
  readonly prefix: number;
  readonly values: readonly (string | null)[];
}

/** Everything that can be known to be wrong before a row is read. Throws a Stop, or what the driver throws. */
export async function prepareRead(
  client: Client,
  text: SqlText,
  settings: PostgresSettings,
  after: string | undefined,
): Promise<PreparedRead> {
  const { fields, params } = await describe(client, text.sql);
  if (fields.length === 0) {
    throw new Stop("query-invalid", `${capital(text.where)} returns no columns, so it was not run.`, {
      fix: "write the SELECT that returns the rows: a source only reads",
    });
  }
  const values = boundParams(settings.params ?? [], params);
  const columns = await columnTypes(client, fields);
  if (settings.cursor === undefined) {
    return { columns, cursor: undefined, sql: text.sql, prefix: 0, values };
  }
  const cursor = findCursor(settings.cursor, columns);
  const query = incrementalQuery(text, cursor, after, params);
  return { columns, cursor, sql: query.sql, prefix: query.prefix, values: [...values, ...query.values] };
}
