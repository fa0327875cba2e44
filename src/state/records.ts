import type { Change } from "../model/change.ts";
import type { RecordKey } from "../model/record.ts";
import type { Redact } from "../model/redact.ts";
import type { Entry } from "./entry.ts";
import { keyToBytes } from "./key-bytes.ts";
import type { Queries, SqlValue } from "./queries.ts";
import { type KeyedEntry, recordOf, recordValues, recount } from "./rows/record-row.ts";
import type { Scope } from "./rows/scope-row.ts";
import { ensureScope, findScope, saveScope } from "./scopes.ts";

/** Rows that one statement writes: a statement costs as much as several rows. */
const ROWS = 50;
const ADD_MANY = `${insertSql(ROWS)} ON CONFLICT (scope, key) DO NOTHING`;
const SAVE_MANY = saveSql(ROWS);

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
  const met = new Set<string>();
  for (let from = 0; from < changes.items.length; from += ROWS) {
    const some = changes.items.slice(from, from + ROWS).map((item) => {
      const change = changes.changeOf(item);
      const scope = scopes.get(change.sync) ?? ensureScope(queries, changes.target, change.sync);
      scopes.set(change.sync, scope);
      const key = `${scope.id} ${change.key}`;
      // What is known of a key is so until it is changed.
      const isRepeat = met.has(key);
      met.add(key);
      const before = isRepeat ? undefined : changes.known?.(change.sync, change.key);
      return { item, change, scope: scope.id, before, isRepeat };
    });
    for (const { change, before, after } of changeSome(queries, some, changes)) {
      const { sync, key } = change;
      const scope = scopes.get(sync);
      if (scope !== undefined) scopes.set(sync, recount(scope, before, after));
      changed.push({ sync, key, after });
    }
  }
  for (const scope of scopes.values()) saveScope(queries, scope);
  return changed;
}

/** An item whose entry changes; `before` where it is known without reading. */
interface Step<T> {
  readonly item: T;
  readonly change: Change;
  readonly scope: number;
  readonly before: Entry | undefined;
  /** The key was changed by an earlier item. */
  readonly isRepeat: boolean;
}

interface Done {
  readonly change: Change;
  readonly before: Entry | undefined;
  readonly after: Entry | undefined;
}

/** One statement for all where nothing has to be read: of records never heard of, and of those this process knows. */
function changeSome<T>(
  queries: Queries,
  steps: readonly Step<T>[],
  { redact, next }: EntryChanges<T>,
): readonly Done[] {
  const done = steps.map(({ item, change, before }) => ({ change, before, after: next(before, item) }));
  const rows = steps.flatMap(({ scope, change, before }, index) => {
    const after = done[index]?.after;
    const isPlain = after !== undefined && after !== before;
    return isPlain ? [{ scope, key: change.key, entry: after }] : [];
  });
  if (rows.length === ROWS && !steps.some(({ isRepeat }) => isRepeat)) {
    const values = rows.flatMap(({ scope, key, entry }) => recordValues(scope, key, entry, redact));
    if (steps.every(({ before }) => before !== undefined)) {
      queries.run(SAVE_MANY, ...values);
      return done;
    }
    const areNew = steps.every(({ before, change }) => before === undefined && change.action === "create");
    if (areNew && addAll(queries, values)) return done;
  }
  return steps.map((step) => changeOne(queries, step, { redact, next }));
}

/** False, and nothing is added, where one of them is known already. */
function addAll(queries: Queries, values: readonly SqlValue[]): boolean {
  queries.exec("SAVEPOINT add_all");
  const all = queries.run(ADD_MANY, ...values) === ROWS;
  if (!all) queries.exec("ROLLBACK TO add_all");
  queries.exec("RELEASE add_all");
  return all;
}

function changeOne<T>(
  queries: Queries,
  { item, change, scope, before: known }: Step<T>,
  { redact, next }: Pick<EntryChanges<T>, "redact" | "next">,
): Done {
  const { key } = change;
  const before = known ?? readEntry(queries, scope, key);
  const after = next(before, item);
  if (after === undefined && before !== undefined) removeEntry(queries, scope, key);
  else if (after !== undefined && after !== before) saveEntry(queries, scope, key, after, redact);
  return { change, before, after };
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
  queries.run(saveSql(1), ...recordValues(scope, key, entry, redact));
}

function removeEntry(queries: Queries, scope: number, key: RecordKey): number {
  return queries.run("DELETE FROM record WHERE scope = ? AND key = ?", scope, keyToBytes(key));
}

function saveSql(rows: number): string {
  return `${insertSql(rows)} ON CONFLICT (scope, key) DO UPDATE SET
    standing = excluded.standing, accepted = excluded.accepted, checksum = excluded.checksum`;
}

function insertSql(rows: number): string {
  return `INSERT INTO record VALUES ${Array.from({ length: rows }, () => "(?, ?, ?, ?, ?)").join(", ")}`;
}
