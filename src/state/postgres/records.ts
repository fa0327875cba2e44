import { createHash } from "node:crypto";
import type { Change } from "../../model/change.ts";
import type { RecordKey } from "../../model/record.ts";
import type { Redact } from "../../model/redact.ts";
import { bySync } from "../by-sync.ts";
import type { Entry } from "../entry.ts";
import { keyToBytes } from "../key-bytes.ts";
import type { SqlRow, SqlValue } from "../queries.ts";
import { type KeyedEntry, recordOf, recordValues, recount } from "../rows/record-row.ts";
import type { Scope } from "../rows/scope-row.ts";
import { asInteger, asText } from "../rows/sealed-row.ts";
import type { PgQueries } from "./pg-queries.ts";
import { ensureScope, saveScope } from "./scopes.ts";

/** Rows a statement: what it sends stays small beside the memory of either side. */
const CHUNK = 2000;
/** An index of PostgreSQL takes no more than 2,704 bytes a row. */
const MAX_INDEXED = 2000;

/** Bytes come as hex, whatever the role's bytea_output says. */
const COLUMNS = "r.scope, encode(coalesce(r.whole, r.key), 'hex') AS key, r.standing, r.accepted, r.checksum";

export async function recallEntries(
  queries: PgQueries,
  where: { readonly target: string; readonly sync: string },
  keys: readonly RecordKey[],
): Promise<readonly KeyedEntry[]> {
  const { schema } = queries;
  const found: KeyedEntry[] = [];
  for (const some of chunks(keys)) {
    const rows = await queries.rows(
      `SELECT ${COLUMNS} FROM ${schema}.scope s JOIN ${schema}.record r ON r.scope = s.id
       WHERE s.target = $1 AND s.sync = $2 AND r.key = ANY ($3::bytea[])`,
      [where.target, where.sync, some.map(indexedKey)],
    );
    found.push(...rows.map(entryOf));
  }
  return found;
}

/** Up to `limit` entries in the order of their keys' bytes, from behind `after` on. */
export async function pageOfEntries(
  queries: PgQueries,
  scope: Scope,
  after: RecordKey | undefined,
  limit: number,
): Promise<readonly KeyedEntry[]> {
  const behind = after === undefined ? "" : "AND r.key > $3";
  const rows = await queries.rows(
    `SELECT ${COLUMNS} FROM ${queries.schema}.record r WHERE r.scope = $1 ${behind} ORDER BY r.key LIMIT $2`,
    [scope.id, limit, ...(after === undefined ? [] : [indexedKey(after)])],
  );
  return rows.map(entryOf);
}

/** Replaces the entry of every item by what `next` makes of it, in order, and keeps the counters of its sync. */
export async function changeEntries<T>(
  queries: PgQueries,
  where: { readonly target: string; readonly redact: Redact },
  items: readonly T[],
  changeOf: (item: T) => Change,
  next: (before: Entry | undefined, item: T) => Entry | undefined,
): Promise<void> {
  for (const [sync, own] of bySync(items, changeOf)) {
    let scope = await ensureScope(queries, where.target, sync);
    for (const some of chunks(own)) {
      const keys = some.map((item) => changeOf(item).key);
      const known = new Map((await entriesOf(queries, scope, keys)).map(({ key, entry }) => [key, entry]));
      const changed = new Map<RecordKey, Entry | undefined>();
      for (const item of some) {
        const { key } = changeOf(item);
        const before = changed.has(key) ? changed.get(key) : known.get(key);
        const after = next(before, item);
        scope = recount(scope, before, after);
        if (after !== before) changed.set(key, after);
      }
      await saveEntries(queries, scope, changed, where.redact);
    }
    await saveScope(queries, scope);
  }
}

/** All of a sync, with the counters of its rejects. Answers how many entries there were. */
export async function forgetEntries(queries: PgQueries, scope: Scope): Promise<number> {
  const [gone] = await queries.rows(
    `WITH gone AS (DELETE FROM ${queries.schema}.record WHERE scope = $1 RETURNING 1)
     SELECT count(*) AS count FROM gone`,
    [scope.id],
  );
  await saveScope(queries, { ...scope, records: 0, pending: 0, rejects: 0, rejectsLeftOut: 0 });
  return asInteger(gone?.["count"] as number);
}

/** Answers how many entries there were: 1 or 0. */
export async function forgetEntry(queries: PgQueries, scope: Scope, key: RecordKey): Promise<number> {
  const [known] = await entriesOf(queries, scope, [key]);
  if (known === undefined) return 0;
  await removeEntries(queries, scope, [key]);
  await saveScope(queries, recount(scope, known.entry, undefined));
  return 1;
}

async function entriesOf(
  queries: PgQueries,
  scope: Scope,
  keys: readonly RecordKey[],
): Promise<readonly KeyedEntry[]> {
  const rows = await queries.rows(
    `SELECT ${COLUMNS} FROM ${queries.schema}.record r WHERE r.scope = $1 AND r.key = ANY ($2::bytea[])`,
    [scope.id, keys.map(indexedKey)],
  );
  return rows.map(entryOf);
}

async function saveEntries(
  queries: PgQueries,
  scope: Scope,
  changed: ReadonlyMap<RecordKey, Entry | undefined>,
  redact: Redact,
): Promise<void> {
  const gone: RecordKey[] = [];
  const columns: [SqlValue[], SqlValue[], SqlValue[], SqlValue[], SqlValue[]] = [[], [], [], [], []];
  for (const [key, entry] of changed) {
    if (entry === undefined) {
      gone.push(key);
      continue;
    }
    const [, bytes = null, standing = null, accepted = null, checksum = null] = recordValues(
      scope.id,
      key,
      entry,
      redact,
    );
    const indexed = indexedKey(key);
    columns[0].push(indexed);
    columns[1].push((bytes as Uint8Array).length > MAX_INDEXED ? bytes : null);
    columns[2].push(standing);
    columns[3].push(accepted);
    columns[4].push(checksum);
  }
  if (gone.length > 0) await removeEntries(queries, scope, gone);
  if (columns[0].length === 0) return;
  await queries.rows(
    `INSERT INTO ${queries.schema}.record (scope, key, whole, standing, accepted, checksum)
     SELECT $1, * FROM unnest($2::bytea[], $3::bytea[], $4::text[], $5::text[], $6::bigint[])
     ON CONFLICT (scope, key) DO UPDATE SET standing = excluded.standing, accepted = excluded.accepted,
       checksum = excluded.checksum`,
    [scope.id, ...columns],
  );
}

async function removeEntries(queries: PgQueries, scope: Scope, keys: readonly RecordKey[]): Promise<void> {
  await queries.rows(`DELETE FROM ${queries.schema}.record WHERE scope = $1 AND key = ANY ($2::bytea[])`, [
    scope.id,
    keys.map(indexedKey),
  ]);
}

/** A long key as its beginning, by which it sorts, and its digest. */
function indexedKey(key: RecordKey): Uint8Array {
  const bytes = keyToBytes(key);
  if (bytes.length <= MAX_INDEXED) return bytes;
  return Buffer.concat([bytes.subarray(0, MAX_INDEXED), createHash("sha256").update(bytes).digest()]);
}

function entryOf(row: SqlRow): KeyedEntry {
  return recordOf({ ...row, key: Buffer.from(asText(row["key"] as string), "hex") });
}

function* chunks<T>(items: readonly T[]): Iterable<readonly T[]> {
  for (let start = 0; start < items.length; start += CHUNK) yield items.slice(start, start + CHUNK);
}
