import type { RecordKey } from "../model/record.ts";
import type { Accepted, Recalled } from "../model/state-store.ts";
import { compared } from "./entry.ts";
import { intendedBy, openIntents, standingEntry } from "./intents.ts";
import { keyFromBytes, keyToBytes } from "./key-bytes.ts";
import type { Queries, SqlRow, SqlValue } from "./queries.ts";
import { fingerprinted, isAccepted, recordOf } from "./rows/record-row.ts";
import type { Scope } from "./rows/scope-row.ts";
import { asBytes } from "./rows/sealed-row.ts";

/** Records that one statement compares: a statement costs as much as several of them. */
const ROWS = 50;
const READ_MANY = readSql(ROWS);
const SAME_MANY = sameSql(ROWS);

/** What is remembered beside each of the records that are known. */
export function compareRecords(
  queries: Queries,
  scope: Scope,
  records: readonly Pick<Accepted, "key" | "fingerprint">[],
): ReadonlyMap<RecordKey, Recalled> {
  const intended = intendedBy(openIntents(queries, scope.id));
  const found = new Map<RecordKey, Recalled>();
  // A first run asks for every key and knows none.
  if (scope.records + scope.pending + intended.size === 0) return found;
  for (let from = 0; from < records.length; from += ROWS) {
    const some = records.slice(from, from + ROWS);
    if (intended.size === 0 && areAccepted(queries, scope.id, some)) {
      for (const { key } of some) found.set(key, { kind: "same", key });
      continue;
    }
    const rows = rowsOf(
      queries,
      scope.id,
      some.map(({ key }) => key),
    );
    for (const record of some) {
      const row = rows.get(record.key);
      const times = intended.get(record.key);
      if (row !== undefined && times === undefined && isAccepted(row, record.fingerprint)) {
        found.set(record.key, { kind: "same", key: record.key });
        continue;
      }
      const entry = standingEntry(row === undefined ? undefined : recordOf(row).entry, times);
      if (entry !== undefined) found.set(record.key, compared(record, entry));
    }
  }
  return found;
}

/**
 * Whether each of these records is what was accepted last: the answer of most of a run, and one row. No damage of what it
 * reads could make a record the same that is not.
 */
function areAccepted(
  queries: Queries,
  scope: number,
  records: readonly Pick<Accepted, "key" | "fingerprint">[],
): boolean {
  const values = records.flatMap(({ key, fingerprint }) => [keyToBytes(key), fingerprinted(fingerprint)]);
  const row = queries.get(records.length === ROWS ? SAME_MANY : sameSql(records.length), ...values, scope);
  return row?.["same"] === records.length;
}

function sameSql(rows: number): string {
  return `WITH wanted (key, start) AS (VALUES ${Array.from({ length: rows }, () => "(?, ?)").join(", ")})
    SELECT count(*) AS same FROM wanted CROSS JOIN record
    WHERE record.scope = ? AND record.key = wanted.key AND record.standing = 'settled'
      AND substr(record.accepted, 1, length(wanted.start)) = wanted.start`;
}

/** In one statement; the rows are still to be checked. */
function rowsOf(queries: Queries, scope: number, keys: readonly RecordKey[]): ReadonlyMap<RecordKey, SqlRow> {
  const [wanted, sql] = keys.length === ROWS ? [keys, READ_MANY] : [keys, readSql(keys.length)];
  const rows = queries.all(sql, scope, ...wanted.map(keyToBytes));
  return new Map(rows.map((row) => [keyFromBytes(asBytes(row["key"] as SqlValue)), row]));
}

function readSql(rows: number): string {
  return `SELECT * FROM record WHERE scope = ? AND key IN (${Array.from({ length: rows }, () => "?").join(", ")})`;
}
