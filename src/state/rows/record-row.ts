import { isJsonObject } from "../../model/json.ts";
import type { Fingerprint, RecordKey } from "../../model/record.ts";
import { RecordJson } from "../../model/record-json.ts";
import type { Redact } from "../../model/redact.ts";
import { DEEPEST, isShallow, type Reader, wanted } from "../../model/shape.ts";
import type { Accepted } from "../../model/state-store.ts";
import type { AcceptedRecord, Entry, Standing } from "../entry.ts";
import { keyFromBytes, keyToBytes } from "../key-bytes.ts";
import type { SqlRow, SqlValue } from "../queries.ts";
import { redactedJson } from "../stored-json.ts";
import { parsedColumn } from "./parsed-column.ts";
import type { Scope } from "./scope-row.ts";
import { asBytes, asInteger, asText, DamagedRow, sealed, unsealed } from "./sealed-row.ts";

const COLUMNS = ["scope", "key", "standing", "accepted"];
const STANDINGS: readonly Standing[] = ["settled", "intended", "doubtful"];

export interface KeyedEntry {
  readonly scope: number;
  readonly key: RecordKey;
  readonly entry: Entry;
}

/** The columns of table `record`, its checksum last. */
export function recordValues(
  scope: number,
  key: RecordKey,
  entry: Entry,
  redact: Redact,
): readonly SqlValue[] {
  const accepted = entry.accepted === undefined ? null : acceptedJson(entry.accepted, redact);
  return sealed(scope, keyToBytes(key), entry.standing, accepted);
}

/** Whether just the record of this fingerprint was accepted last; of nearly all rows no more is wanted. */
export function isAccepted(row: SqlRow, fingerprint: Fingerprint): boolean {
  const [, , standing, accepted] = unsealed(row, "record", COLUMNS);
  return (
    standing === "settled" && typeof accepted === "string" && accepted.startsWith(fingerprinted(fingerprint))
  );
}

/** How the JSON of an accepted record begins. */
export function fingerprinted(fingerprint: Fingerprint): string {
  return `{"fingerprint":"${fingerprint}",`;
}

export function recordOf(row: SqlRow): KeyedEntry {
  const [scope, keyBytes, standingText, acceptedText] = unsealed(row, "record", COLUMNS);
  const key = keyFromBytes(asBytes(keyBytes));
  const standing = STANDINGS.find((name) => name === standingText);
  if (standing === undefined) throw new DamagedRow("a record stands nowhere");
  const accepted = acceptedText === null ? undefined : acceptedFrom(asText(acceptedText));
  return { scope: asInteger(scope), key, entry: { accepted, standing } };
}

/** The sync's counters, once an entry took another's place. */
export function recount(scope: Scope, before: Entry | undefined, after: Entry | undefined): Scope {
  const { id, target, sync, rejects, rejectsLeftOut } = scope;
  // Spelled out: this runs once a record, where spreading the scope would cost ten times as much.
  return {
    id,
    target,
    sync,
    records: scope.records + recordsIn(after) - recordsIn(before),
    pending: scope.pending + pendingIn(after) - pendingIn(before),
    rejects,
    rejectsLeftOut,
  };
}

/** The key has its own column. Spelled out, because this runs once a record. */
function acceptedJson({ fingerprint, record, id }: AcceptedRecord, redact: Redact): string {
  const end = id === undefined ? "}" : `,"id":${JSON.stringify(id)}}`;
  return redactedJson(`${fingerprinted(fingerprint)}"fields":${record.json}${end}`, redact);
}

function acceptedFrom(text: string): AcceptedRecord {
  const { fingerprint, fields, id } = parsedColumn(text, accepted, "an accepted record");
  const record = RecordJson.of(fields);
  return id === undefined ? { fingerprint, record } : { fingerprint, record, id };
}

/** Written out, because this too runs once a record: the values of the fields are only compared. */
const accepted: Reader<Omit<Accepted, "key">> = (value, where) => {
  if (!isJsonObject(value)) throw wanted(where, "an object");
  const { fingerprint, fields, id } = value;
  if (typeof fingerprint !== "string" || fingerprint === "")
    throw wanted(`${where}.fingerprint`, "a fingerprint");
  if (!isJsonObject(fields) || !isShallow(fields, DEEPEST)) throw wanted(`${where}.fields`, "an object");
  if (id !== undefined && typeof id !== "string") throw wanted(`${where}.id`, "text");
  return { fingerprint: fingerprint as Fingerprint, fields, ...(id === undefined ? {} : { id }) };
};

function recordsIn(entry: Entry | undefined): number {
  return entry?.accepted === undefined ? 0 : 1;
}

function pendingIn(entry: Entry | undefined): number {
  return entry === undefined || entry.standing === "settled" ? 0 : 1;
}
