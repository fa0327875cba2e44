import type { PlanItem } from "../model/change.ts";
import type { JsonObject } from "../model/json.ts";
import type { TargetRecord } from "../model/record.ts";

/** What the first pass over a source makes of a row: already a plan item, or open. */
export type Candidate = PlanItem | OpenCandidate;

/** Only Planhat can tell what becomes of the record: whether it exists, or what it holds. */
export interface OpenCandidate {
  readonly kind: "open";
  readonly record: TargetRecord;
  /** What was accepted last, where anything was. */
  readonly before?: JsonObject;
  /** In place of `before`, where just this record was accepted last: it is written to the disk once then. */
  readonly acceptedAsIs?: true;
}

export function acceptedBefore({ record, before, acceptedAsIs }: OpenCandidate): JsonObject | undefined {
  return acceptedAsIs === true ? record.fields : before;
}
