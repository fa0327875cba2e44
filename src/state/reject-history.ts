import type { Rejection } from "../model/record.ts";
import type { StoredReject } from "../model/state-store.ts";

/** Of one sync; what is beyond is counted, not kept. */
export const MAX_REJECTS = 100_000;

/** How often each rejection of the last run was met, for `keepRejects`. */
export function rejectAttempts(kept: readonly StoredReject[]): ReadonlyMap<string, number> {
  const attempts = new Map<string, number>();
  for (const reject of kept) {
    const identity = rejectIdentity(reject.rejection);
    attempts.set(identity, Math.max(reject.attempts, attempts.get(identity) ?? 0));
  }
  return attempts;
}

/** Goes through all rejections; `keep` gets the first MAX_REJECTS with their attempts. Answers how many it left out. */
export function keepRejects(
  rejects: Iterable<Rejection>,
  earlier: ReadonlyMap<string, number>,
  keep: (rejection: Rejection, attempts: number, index: number) => void,
): number {
  let count = 0;
  for (const rejection of rejects) {
    if (count < MAX_REJECTS) keep(rejection, (earlier.get(rejectIdentity(rejection)) ?? 0) + 1, count);
    count += 1;
  }
  return Math.max(0, count - MAX_REJECTS);
}

/** What makes a rejection the same one in the next run: its key, or its row where it has none. */
function rejectIdentity(rejection: Rejection): string {
  return rejection.key === null ? `row ${rejection.position.row}` : `key ${rejection.key}`;
}
