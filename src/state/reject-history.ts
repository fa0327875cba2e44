import type { Rejection, RunId } from "../model/record.ts";
import type { StoredReject } from "../model/state-store.ts";

/** Of one sync; what is beyond is counted, not kept. */
export const MAX_REJECTS = 100_000;

/** The rejects of one sync as they are stored, and how many there are beyond those. */
export interface RejectHistory {
  readonly kept: readonly StoredReject[];
  readonly leftOut: number;
}

/**
 * What follows `earlier` after a run: its own rejections with their attempts, behind those earlier ones that it did
 * not touch (`stays`; without it, it went over everything).
 */
export function nextRejects(
  earlier: RejectHistory,
  run: RunId,
  rejections: Iterable<Rejection>,
  stays?: (reject: StoredReject) => boolean,
): RejectHistory {
  const kept = stays === undefined ? [] : earlier.kept.filter(stays);
  let leftOut = stays === undefined ? 0 : earlier.leftOut;
  const attempts = attemptsOf(earlier.kept);
  for (const rejection of rejections) {
    if (kept.length < MAX_REJECTS) {
      kept.push({ rejection, run, attempts: (attempts.get(rejectIdentity(rejection)) ?? 0) + 1 });
    } else leftOut += 1;
  }
  return { kept, leftOut };
}

/** How often each rejection was met. */
function attemptsOf(rejects: readonly StoredReject[]): ReadonlyMap<string, number> {
  const attempts = new Map<string, number>();
  for (const reject of rejects) {
    const identity = rejectIdentity(reject.rejection);
    attempts.set(identity, Math.max(reject.attempts, attempts.get(identity) ?? 0));
  }
  return attempts;
}

/** What makes a rejection the same one in the next run: its key, or its row where it has none. */
function rejectIdentity(rejection: Rejection): string {
  return rejection.key === null ? `row ${rejection.position.row}` : `key ${rejection.key}`;
}
