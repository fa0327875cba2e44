import type { Change } from "../model/change.ts";
import type { RecordKey } from "../model/record.ts";
import type { Redact } from "../model/redact.ts";
import type { Entry } from "./entry.ts";
import { keyToBytes } from "./key-bytes.ts";
import type { Queries } from "./queries.ts";
import { type KeyedEntry, recordOf, recordValues, recount } from "./rows/record-row.ts";
import type { Scope } from "./rows/scope-row.ts";
import { ensureScope, findScope, saveScope } from "./scopes.ts";

export function readEntries(
  queries: Queries,
  scope: Scope,
  keys: readonly RecordKey[],
): Map<RecordKey, Entry> {
  const entries = new Map<RecordKey, Entry>();
  for (const key of keys) {
    const entry = readEntry(queries, scope.id, key);
    if (entry !== undefined) entries.set(key, entry);
  }
  return entries;
}

/** Up to `limit` entries in the order of their keys' bytes, from behind `after` on. */
export function pageOfEntries(
  queries: Queries,
  scope: Scope,
  after: RecordKey | undefined,
  limit: number,
): readonly KeyedEntry[] {
  const rows =
    after === undefined
      ? queries.all("SELECT * FROM record WHERE scope = ? ORDER BY key LIMIT ?", scope.id, limit)
      : queries.all(
          "SELECT * FROM record WHERE scope = ? AND key > ? ORDER BY key LIMIT ?",
          scope.id,
          keyToBytes(after),
          limit,
        );
  return rows.map(recordOf);
}

/** An entry as a change left it. */
export interface ChangedEntry {
  readonly sync: string;
  readonly key: RecordKey;
  readonly after: Entry | undefined;
}

export interface EntryChanges<T> {
  readonly target: string;
  readonly redact: Redact;
  readonly items: readonly T[];
  changeOf(item: T): Change;
  next(before: Entry | undefined, item: T): Entry | undefined;
  /** What the store holds of a key, where this process knows: it is not read again. */
  known?(sync: string, key: RecordKey): Entry | undefined;
}

/** Replaces the entry of every item by what `next` makes of it, in order, and keeps the counters of its sync. */
export function changeEntries<T>(queries: Queries, changes: EntryChanges<T>): readonly ChangedEntry[] {
  const scopes = new Map<string, Scope>();
  const changed: ChangedEntry[] = [];
  for (const item of changes.items) {
    const change = changes.changeOf(item);
    const { sync, key } = change;
    const scope = scopes.get(sync) ?? ensureScope(queries, changes.target, sync);
    const { before, after } = changeEntry(queries, scope.id, change, item, changes);
    scopes.set(sync, recount(scope, before, after));
    changed.push({ sync, key, after });
  }
  for (const scope of scopes.values()) saveScope(queries, scope);
  return changed;
}

function changeEntry<T>(
  queries: Queries,
  scope: number,
  { sync, key, action }: Change,
  item: T,
  { redact, next, known }: EntryChanges<T>,
): { readonly before: Entry | undefined; readonly after: Entry | undefined } {
  let before = known?.(sync, key);
  if (before === undefined) {
    const first = action === "create" ? next(undefined, item) : undefined;
    // Most records that are created were never heard of: then one statement does, and nothing is read.
    if (first !== undefined && addEntry(queries, scope, key, first, redact)) return { before, after: first };
    before = readEntry(queries, scope, key);
  }
  const after = next(before, item);
  if (after === before) return { before, after };
  if (after === undefined) removeEntry(queries, scope, key);
  else saveEntry(queries, scope, key, after, redact);
  return { before, after };
}

/** Answers how many entries there were. */
export function forgetEntries(queries: Queries, target: string, sync: string, key?: RecordKey): number {
  const scope = findScope(queries, target, sync);
  if (scope === undefined) return 0;
  if (key === undefined) {
    saveScope(queries, { ...scope, records: 0, pending: 0 });
    return queries.run("DELETE FROM record WHERE scope = ?", scope.id);
  }
  saveScope(queries, recount(scope, readEntry(queries, scope.id, key), undefined));
  return removeEntry(queries, scope.id, key);
}

function readEntry(queries: Queries, scope: number, key: RecordKey): Entry | undefined {
  const row = queries.get("SELECT * FROM record WHERE scope = ? AND key = ?", scope, keyToBytes(key));
  return row === undefined ? undefined : recordOf(row).entry;
}

function saveEntry(queries: Queries, scope: number, key: RecordKey, entry: Entry, redact: Redact): void {
  queries.run(
    `INSERT INTO record VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (scope, key) DO UPDATE SET standing = excluded.standing, accepted = excluded.accepted,
       checksum = excluded.checksum`,
    ...recordValues(scope, key, entry, redact),
  );
}

/** Whether there was none before. */
function addEntry(queries: Queries, scope: number, key: RecordKey, entry: Entry, redact: Redact): boolean {
  const added = queries.run(
    "INSERT INTO record VALUES (?, ?, ?, ?, ?) ON CONFLICT (scope, key) DO NOTHING",
    ...recordValues(scope, key, entry, redact),
  );
  return added > 0;
}

function removeEntry(queries: Queries, scope: number, key: RecordKey): number {
  return queries.run("DELETE FROM record WHERE scope = ? AND key = ?", scope, keyToBytes(key));
}
