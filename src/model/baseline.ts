import type { JsonObject } from "./json.ts";
import type { Fingerprint, TargetRecord } from "./record.ts";

/**
 * What is known of a record before the run.
 * - absent: Planhat does not hold it.
 * - present: Planhat holds it; `fields` where the baseline knows values, `id` where it knows Planhat's `_id`.
 * - unknown: the baseline cannot tell whether it exists.
 * - ambiguous: several records of Planhat bear the key, so nobody knows which one is meant.
 */
export type Known =
  | { readonly kind: "absent" }
  | {
      readonly kind: "present";
      readonly id?: string;
      readonly fields?: JsonObject;
      readonly fingerprint?: Fingerprint;
    }
  | { readonly kind: "unknown" }
  | { readonly kind: "ambiguous"; readonly ids: readonly string[] };

/** What the planner compares with. */
export interface Baseline {
  /** One answer a record, in order. */
  lookup(records: readonly TargetRecord[]): Promise<readonly Known[]>;
  /** Calls to Planhat made so far. */
  readonly calls: number;
}
