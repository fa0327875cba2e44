import { byAction } from "../model/action.ts";
import type { Outcome } from "../model/outcome.ts";
import type { RecordKey } from "../model/record.ts";
import type { Redact } from "../model/redact.ts";
import { type Entry, intend, settle } from "./entry.ts";
import { dropIntended, type Intended, intendedBy, openIntents, standingEntry } from "./intents.ts";
import { keyToBytes } from "./key-bytes.ts";
import type { Queries, SqlValue } from "./queries.ts";
import { type KeyedEntry, recordOf, recordValues, recount } from "./rows/record-row.ts";
import type { Scope } from "./rows/scope-row.ts";
import { saveScope } from "./scopes.ts";

/** Rows that one statement writes: a statement costs as much as several rows. */
const ROWS = 50;
const ADD_MANY = `${insertSql(ROWS)} ON CONFLICT (scope, key) DO NOTHING`;
const SAVE_MANY = saveSql(ROWS);
const SAVE_ONE = saveSql(1);

export function readEntries(
  queries: Queries,
  scope: Scope,
  keys: readonly RecordKey[],
): ReadonlyMap<RecordKey, Entry> {
  const intended = intendedBy(openIntents(queries, scope.id));
  // A first run asks for every key and knows none.
  if (scope.records + scope.pending + intended.size === 0) return new Map();
  const entries = new Map<RecordKey, Entry>();
  for (const key of keys) {
    const entry = standingEntry(readRecord(queries, scope.id, key), intended.get(key));
    if (entry !== undefined) entries.set(key, entry);
  }
  return entries;
}

/** Up to `limit` records and what is intended among them, in the order of their keys' bytes, from behind `after` on. */
export function pageOfEntries(
  queries: Queries,
  scope: Scope,
  after: RecordKey | undefined,
  limit: number,
): { readonly entries: readonly KeyedEntry[]; readonly last: RecordKey | undefined } {
  const rows =
    after === undefined
      ? queries.all("SELECT * FROM record WHERE scope = ? ORDER BY key LIMIT ?", scope.id, limit)
      : queries.all(
          "SELECT * FROM record WHERE scope = ? AND key > ? ORDER BY key LIMIT ?",
          scope.id,
          keyToBytes(after),
          limit,
        );
  const records = rows.map(recordOf);
  const last = records.length < limit ? undefined : records.at(-1)?.key;
  const intended = intendedBy(openIntents(queries, scope.id));
  if (intended.size === 0) return { entries: records, last };
  const known = new Map(records.map(({ key, entry }) => [key, entry]));
  const isHere = (key: RecordKey): boolean =>
    (after === undefined || compareKeys(key, after) > 0) &&
    (last === undefined || compareKeys(key, last) <= 0);
  const keys = new Set([...known.keys(), ...[...intended.keys()].filter(isHere)]);
  const entries = [...keys].sort(compareKeys).flatMap((key) => {
    const entry = standingEntry(known.get(key), intended.get(key));
    return entry === undefined ? [] : [{ scope: scope.id, key, entry }];
  });
  return { entries, last };
}

/** How many records of a sync wait to be settled. */
export function countPending(queries: Queries, scope: Scope): number {
  const intended = intendedBy(openIntents(queries, scope.id));
  const settled = [...intended.keys()].filter(
    (key) => (readRecord(queries, scope.id, key)?.standing ?? "settled") === "settled",
  );
  return scope.pending + settled.length;
}

/** What became of records of one sync, whether they were intended or not. */
export function settleEntries(
  queries: Queries,
  scope: Scope,
  outcomes: readonly Outcome[],
  redact: Redact,
): void {
  const intents = openIntents(queries, scope.id);
  const settled = new Set(outcomes.map(({ change }) => change.key));
  changeEntries(queries, scope, {
    items: outcomes,
    keyOf: ({ change }) => change.key,
    isNew: ({ change }) => byAction(change.action, { create: true, update: false }),
    next: settle,
    intended: intendedBy(intents),
    redact,
  });
  dropIntended(queries, intents, settled);
}

/**
 * Moves what earlier runs intended and never settled into the records: what is intended then is what flies now, and
 * stays small. Answers the sync as it is counted then.
 */
export function foldIntents(queries: Queries, scope: Scope, redact: Redact): Scope {
  const intents = openIntents(queries, scope.id);
  const keys = intents.flatMap((intent) => intent.keys);
  if (keys.length === 0) return scope;
  const counted = changeEntries(queries, scope, {
    items: keys,
    keyOf: (key) => key,
    isNew: () => false,
    next: intend,
    intended: new Map(),
    redact,
  });
  dropIntended(queries, intents, new Set(keys));
  return counted;
}

interface EntryChanges<T> {
  readonly items: readonly T[];
  keyOf(item: T): RecordKey;
  /** Whether there is hardly a record yet: it is then not looked for first. */
  isNew(item: T): boolean;
  next(before: Entry | undefined, item: T): Entry | undefined;
  readonly intended: Intended;
  readonly redact: Redact;
}

/** Replaces the record of every item by what `next` makes of it, in order, and keeps the counters of the sync. */
function changeEntries<T>(queries: Queries, scope: Scope, changes: EntryChanges<T>): Scope {
  let counted = scope;
  const met = new Set<RecordKey>();
  for (let from = 0; from < changes.items.length; from += ROWS) {
    const steps = changes.items.slice(from, from + ROWS).map((item): Step<T> => {
      const key = changes.keyOf(item);
      // Whatever was intended, an earlier item of this key has settled.
      const isRepeat = met.has(key);
      met.add(key);
      return { item, key, isRepeat, times: isRepeat ? 0 : changes.intended.get(key) };
    });
    for (const { before, after } of changeSome(queries, scope.id, steps, changes)) {
      counted = recount(counted, before, after);
    }
  }
  saveScope(queries, counted);
  return counted;
}

interface Step<T> {
  readonly item: T;
  readonly key: RecordKey;
  readonly isRepeat: boolean;
  /** How many intents speak of it. */
  readonly times: number | undefined;
}

/** A record before and after. */
interface Done {
  readonly key: RecordKey;
  readonly before: Entry | undefined;
  readonly after: Entry | undefined;
}

/** One statement for all where each has its own record. */
function changeSome<T>(
  queries: Queries,
  scope: number,
  steps: readonly Step<T>[],
  changes: EntryChanges<T>,
): readonly Done[] {
  if (steps.length < ROWS || steps.some(({ isRepeat }) => isRepeat)) {
    return steps.map((step) => changeOne(queries, scope, step, changes));
  }
  if (steps.every(({ item }) => changes.isNew(item))) {
    const done = steps.map((step) => changed(undefined, step, changes));
    const values = rowValues(scope, done, changes.redact);
    if (values !== undefined && addAll(queries, values)) return done;
  }
  const done = steps.map((step) => changed(readRecord(queries, scope, step.key), step, changes));
  const values = rowValues(scope, done, changes.redact);
  if (values !== undefined) queries.run(SAVE_MANY, ...values);
  else for (const one of done) write(queries, scope, one, changes.redact);
  return done;
}

/** undefined where not every one of them is a row to be written. */
function rowValues(scope: number, done: readonly Done[], redact: Redact): readonly SqlValue[] | undefined {
  const values: SqlValue[] = [];
  for (const { key, before, after } of done) {
    if (after === undefined || isSame(before, after)) return undefined;
    values.push(...recordValues(scope, key, after, redact));
  }
  return values;
}

function changeOne<T>(queries: Queries, scope: number, step: Step<T>, changes: EntryChanges<T>): Done {
  const done = changed(readRecord(queries, scope, step.key), step, changes);
  write(queries, scope, done, changes.redact);
  return done;
}

function changed<T>(
  before: Entry | undefined,
  { key, item, times }: Step<T>,
  { next }: EntryChanges<T>,
): Done {
  return { key, before, after: next(standingEntry(before, times), item) };
}

function write(queries: Queries, scope: number, { key, before, after }: Done, redact: Redact): void {
  if (isSame(before, after)) return;
  if (after === undefined) removeRecord(queries, scope, key);
  else queries.run(SAVE_ONE, ...recordValues(scope, key, after, redact));
}

/** What was accepted once more just as it was costs no write. */
function isSame(before: Entry | undefined, after: Entry | undefined): boolean {
  return (
    before?.standing === after?.standing &&
    before?.accepted?.fingerprint === after?.accepted?.fingerprint &&
    before?.accepted?.id === after?.accepted?.id
  );
}

/** False, and nothing is added, where one of them is known already. */
function addAll(queries: Queries, values: readonly SqlValue[]): boolean {
  queries.exec("SAVEPOINT add_all");
  const all = queries.run(ADD_MANY, ...values) === ROWS;
  if (!all) queries.exec("ROLLBACK TO add_all");
  queries.exec("RELEASE add_all");
  return all;
}

/** One key, or all of the sync. Answers how many entries there were. */
export function forgetEntries(
  queries: Queries,
  known: Scope,
  key: RecordKey | undefined,
  redact: Redact,
): number {
  const scope = foldIntents(queries, known, redact);
  if (key === undefined) {
    saveScope(queries, { ...scope, records: 0, pending: 0 });
    return queries.run("DELETE FROM record WHERE scope = ?", scope.id);
  }
  saveScope(queries, recount(scope, readRecord(queries, scope.id, key), undefined));
  return removeRecord(queries, scope.id, key);
}

function readRecord(queries: Queries, scope: number, key: RecordKey): Entry | undefined {
  const row = queries.get("SELECT * FROM record WHERE scope = ? AND key = ?", scope, keyToBytes(key));
  return row === undefined ? undefined : recordOf(row).entry;
}

function removeRecord(queries: Queries, scope: number, key: RecordKey): number {
  return queries.run("DELETE FROM record WHERE scope = ? AND key = ?", scope, keyToBytes(key));
}

function compareKeys(a: RecordKey, b: RecordKey): number {
  return Buffer.compare(keyToBytes(a), keyToBytes(b));
}

function saveSql(rows: number): string {
  return `${insertSql(rows)} ON CONFLICT (scope, key) DO UPDATE SET
    standing = excluded.standing, accepted = excluded.accepted, checksum = excluded.checksum`;
}

function insertSql(rows: number): string {
  return `INSERT INTO record VALUES ${Array.from({ length: rows }, () => "(?, ?, ?, ?, ?)").join(", ")}`;
}
