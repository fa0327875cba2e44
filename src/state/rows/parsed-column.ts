import type { RuleId } from "../../model/generated/rule-ids.ts";
import { isJsonObject } from "../../model/json.ts";
import type { RecordKey, Rejection, RunId } from "../../model/record.ts";
import {
  amount,
  count,
  filledText,
  jsonObject,
  listOf,
  mapOf,
  openObject,
  type Reader,
  ShapeError,
  text,
  whole,
} from "../../model/shape.ts";
import type { ColumnKind, SeenColumns, SyncRun } from "../../model/state-store.ts";
import type { StoredHolder } from "../lease.ts";
import { reason } from "../reason-shape.ts";
import { DamagedRow } from "./sealed-row.ts";

/**
 * JSON of a column, taken for what it is. A checksum tells damage and can be computed anew; what a later version has put
 * beside what we know is let through. Throws a DamagedRow.
 */
export function parsedColumn<T>(json: string, read: Reader<T>, what: string): T {
  try {
    return read(JSON.parse(json), what);
  } catch (error) {
    if (error instanceof ShapeError) throw new DamagedRow(error.message);
    if (error instanceof SyntaxError) throw new DamagedRow(`${what} is not JSON`);
    throw error;
  }
}

export const recordKeys = listOf(text) as Reader<readonly string[]> as Reader<readonly RecordKey[]>;

export const leaseHolder: Reader<StoredHolder> = openObject(
  {
    run: filledText as Reader<string> as Reader<RunId>,
    pid: count,
    host: text,
    user: text,
    since: count,
    heartbeat: count,
    identity: openObject({ space: text, started: text }),
  },
  { job: text },
);

const summary = openObject({
  read: count,
  created: count,
  updated: count,
  unchanged: count,
  skipped: count,
  rejected: count,
  failed: count,
  notAttempted: count,
});

const calls = openObject({ read: count, write: count, retried: count });

export const syncRuns: Reader<readonly SyncRun[]> = listOf(
  openObject(
    {
      sync: text,
      object: text,
      summary,
      calls,
      seconds: amount,
    },
    {
      columns: openObject<SeenColumns>({
        definition: text,
        kinds: mapOf(text as Reader<string> as Reader<ColumnKind>),
      }),
      keyMapping: text,
    },
  ),
);

const common = {
  sync: text,
  position: openObject({ row: count }, { file: text, line: count, page: count, index: count }),
  key: ((value, where) => (value === null ? null : text(value, where))) as Reader<string | null>,
  rule: text as Reader<string> as Reader<RuleId>,
  record: jsonObject,
};
const optional = { field: text, refusals: whole(1) };

/** As states of version 2 and older have it: one text. */
export type OldRejection = Omit<Rejection, "reason"> & { readonly message: string };

const newRejection: Reader<Rejection> = openObject({ ...common, reason }, optional);
const oldRejection: Reader<OldRejection> = openObject({ ...common, message: text }, optional);

export const storedRejection: Reader<Rejection | OldRejection> = (value, where) =>
  isJsonObject(value) && "message" in value ? oldRejection(value, where) : newRejection(value, where);
