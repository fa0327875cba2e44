import type { RecordKey } from "../model/record.ts";
import { type Entry, intend } from "./entry.ts";
import type { Queries } from "./queries.ts";
import { type Intent, intentOf, intentValues } from "./rows/intent-row.ts";

/** How many open intents speak of a key; a key that is not there stands as its record says. */
export type Intended = ReadonlyMap<RecordKey, number>;

/** One row a batch: that its records are about to be sent must be durable before they leave, and most are settled soon. */
export function addIntent(queries: Queries, scope: number, keys: readonly RecordKey[]): void {
  if (keys.length === 0) return;
  const newest = queries.get("SELECT coalesce(max(id), 0) AS id FROM intent");
  insertIntent(queries, { id: Number(newest?.["id"]) + 1, scope, keys });
}

/** Of one sync, the oldest first. */
export function openIntents(queries: Queries, scope: number): readonly Intent[] {
  // All are read, and they are few: a scope that was damaged shows, where a look-up would only miss it.
  const all = queries.all("SELECT * FROM intent ORDER BY id").map(intentOf);
  return all.filter((intent) => intent.scope === scope);
}

export function intendedBy(intents: readonly Intent[]): Map<RecordKey, number> {
  const intended = new Map<RecordKey, number>();
  for (const { keys } of intents) {
    for (const key of keys) intended.set(key, (intended.get(key) ?? 0) + 1);
  }
  return intended;
}

/** What the record of a key and the intents that speak of it come to. */
export function standingEntry(record: Entry | undefined, times = 0): Entry | undefined {
  let entry = record;
  for (let time = 0; time < times; time += 1) entry = intend(entry);
  return entry;
}

/** Takes the keys out of the intents. */
export function dropIntended(
  queries: Queries,
  intents: readonly Intent[],
  keys: ReadonlySet<RecordKey>,
): void {
  for (const { id, scope, keys: own } of intents) {
    const left = own.filter((key) => !keys.has(key));
    if (left.length === own.length) continue;
    queries.run("DELETE FROM intent WHERE id = ?", id);
    if (left.length > 0) insertIntent(queries, { id, scope, keys: left });
  }
}

function insertIntent(queries: Queries, intent: Intent): void {
  queries.run("INSERT INTO intent VALUES (?, ?, ?, ?)", ...intentValues(intent));
}
