import type { PlanItem } from "../model/change.ts";
import type { JsonObject } from "../model/json.ts";
import type { TargetRecord } from "../model/record.ts";

/**
 * What the first pass over a source makes of a row: already a plan item, or open, because only Planhat can tell
 * whether the record exists. `before`: what was accepted last.
 */
export type Candidate =
  | PlanItem
  | { readonly kind: "open"; readonly record: TargetRecord; readonly before?: JsonObject };
