import type { Change } from "../../model/change.ts";
import type { Attribution } from "./attribution.ts";
import type { BulkError } from "./bulk-answer.ts";

/** What to do about the changes that an answer does not name. */
export type Settlement =
  /** Every one was taken: `updated` of them changed something, by Planhat's count. */
  | { readonly kind: "taken"; readonly created: number; readonly updated: number }
  /** Every one was refused, for these reasons between them, each once. */
  | { readonly kind: "refused"; readonly errors: readonly BulkError[] }
  /** Some were and some were not: only smaller batches tell. */
  | { readonly kind: "divide" }
  /** The answer passes over some of them, or speaks of more or of others than were sent. */
  | { readonly kind: "unexplained" };

/** Arithmetic only: sent − created − updated − nonupdates − errors must be zero, or the difference is looked for. */
export function settle(attribution: Attribution): Settlement {
  const { rest, restCreated, restUpdated, restErrors, unexplained, contradicted, foreign } = attribution;
  const isOff = contradicted || foreign || unexplained !== 0 || restCreated < 0 || restUpdated < 0;
  if (isOff) return { kind: "unexplained" };
  if (restErrors.length === 0) return { kind: "taken", created: restCreated, updated: restUpdated };
  if (restErrors.length === rest.length) {
    return { kind: "refused", errors: [...new Map(restErrors.map((error) => [error.text, error])).values()] };
  }
  return { kind: "divide" };
}

/** Two halves, to find the bad records in about 2·k·log₂ n calls. */
export function halves(changes: readonly Change[]): readonly [readonly Change[], readonly Change[]] {
  const middle = Math.ceil(changes.length / 2);
  return [changes.slice(0, middle), changes.slice(middle)];
}
