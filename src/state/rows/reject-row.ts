import type { Rejection, RunId } from "../../model/record.ts";
import type { Redact } from "../../model/redact.ts";
import type { StoredReject } from "../../model/state-store.ts";
import type { SqlRow, SqlValue } from "../queries.ts";
import { storedJson } from "../stored-json.ts";
import { type OldRejection, parsedColumn, storedRejection } from "./parsed-column.ts";
import { asInteger, asText, sealed, unsealed } from "./sealed-row.ts";

const COLUMNS = ["scope", "position", "run", "attempts", "rejection"];

/** The columns of table `reject`, its checksum last. */
export function rejectValues(
  scope: number,
  position: number,
  { rejection, run, attempts }: StoredReject,
  redact: Redact,
): readonly SqlValue[] {
  return sealed(scope, position, run, attempts, storedJson(rejection, redact));
}

export function rejectOf(row: SqlRow): StoredReject {
  const [, , run, attempts, rejection] = unsealed(row, "reject", COLUMNS);
  return {
    rejection: withReason(parsedColumn(asText(rejection), storedRejection, "a reject")),
    run: asText(run) as RunId,
    attempts: asInteger(attempts),
  };
}

/** Until version 2 a rejection had one text, of which nobody can tell the parts: all of it may be user data. */
function withReason(stored: Rejection | OldRejection): Rejection {
  if (!("message" in stored)) return stored;
  const { message, ...rejection } = stored;
  return {
    ...rejection,
    reason: { code: "rejected-before", what: "The record did not get in.", detail: message },
  };
}
