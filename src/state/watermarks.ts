import type { Watermark } from "../model/state-store.ts";
import type { Queries } from "./queries.ts";
import { watermarkOf, watermarkValues } from "./rows/watermark-row.ts";
import { ensureScope, findScope } from "./scopes.ts";

export function readWatermark(queries: Queries, target: string, sync: string): Watermark | undefined {
  const scope = findScope(queries, target, sync);
  if (scope === undefined) return undefined;
  const row = queries.get("SELECT * FROM watermark WHERE scope = ?", scope.id);
  return row === undefined ? undefined : watermarkOf(row);
}

export function saveWatermark(queries: Queries, target: string, sync: string, watermark: Watermark): void {
  const { id } = ensureScope(queries, target, sync);
  queries.run(
    `INSERT INTO watermark VALUES (?, ?, ?, ?)
     ON CONFLICT (scope) DO UPDATE SET value = excluded.value, definition = excluded.definition,
       checksum = excluded.checksum`,
    ...watermarkValues(id, watermark),
  );
}

export function forgetWatermark(queries: Queries, target: string, sync: string): void {
  const scope = findScope(queries, target, sync);
  if (scope !== undefined) queries.run("DELETE FROM watermark WHERE scope = ?", scope.id);
}
