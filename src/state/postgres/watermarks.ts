import { text } from "../../model/shape.ts";
import type { Watermark } from "../../model/state-store.ts";
import { parsedColumn } from "../rows/parsed-column.ts";
import type { Scope } from "../rows/scope-row.ts";
import { watermarkOf, watermarkValues } from "../rows/watermark-row.ts";
import type { PgQueries } from "./pg-queries.ts";
import { ensureScope, findScope } from "./scopes.ts";

export async function readWatermark(
  queries: PgQueries,
  target: string,
  sync: string,
): Promise<Watermark | undefined> {
  const scope = await findScope(queries, target, sync);
  if (scope === undefined) return undefined;
  const [row] = await queries.rows(`SELECT * FROM ${queries.schema}.watermark WHERE scope = $1`, [scope.id]);
  if (row === undefined) return undefined;
  const { value, definition } = watermarkOf(row);
  return { value: parsedColumn(value, text, "a watermark"), definition };
}

/** The value as JSON: an API may have a NUL in it, and PostgreSQL's text has none. */
export async function saveWatermark(
  queries: PgQueries,
  target: string,
  sync: string,
  { value, definition }: Watermark,
): Promise<void> {
  const { id } = await ensureScope(queries, target, sync);
  await queries.rows(
    `INSERT INTO ${queries.schema}.watermark VALUES ($1, $2, $3, $4)
     ON CONFLICT (scope) DO UPDATE SET value = excluded.value, definition = excluded.definition,
       checksum = excluded.checksum`,
    watermarkValues(id, { value: JSON.stringify(value), definition }),
  );
}

export async function forgetWatermark(queries: PgQueries, scope: Scope): Promise<void> {
  await queries.rows(`DELETE FROM ${queries.schema}.watermark WHERE scope = $1`, [scope.id]);
}
