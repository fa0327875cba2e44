import type { PlanSummary } from "../model/change.ts";
import type { CompiledSync, Guards, Threshold } from "../model/compiled-sync.ts";

/** Why a plan must not be applied, as whole sentences: what was measured, and what the definition allows. */
export function guardViolations(
  sync: CompiledSync,
  summary: PlanSummary,
  /** How many records of the sync Planhat has accepted before; 0 on a first run. */
  known: number,
): readonly string[] {
  const { minRows, maxRejected, maxChanges } = sync.guards;
  const changes = summary.create + summary.update;
  const violations: string[] = [];
  if (minRows !== undefined && summary.read < minRows) {
    violations.push(
      `The source of ${sync.name} has ${summary.read} rows; guards.minRows asks for ${minRows}.`,
    );
  }
  if (maxRejected !== undefined && exceeds(summary.reject, summary.read, maxRejected)) {
    violations.push(
      `${summary.reject} of ${summary.read} rows of ${sync.name} are rejected${measured(summary.reject, summary.read, maxRejected)}; guards.maxRejected allows ${show(maxRejected)}.`,
    );
  }
  if (maxChanges !== undefined && known > 0 && exceeds(changes, known, maxChanges)) {
    violations.push(
      `${sync.name} would change ${changes} records where ${known} are known${measured(changes, known, maxChanges)}; guards.maxChanges allows ${show(maxChanges)}.`,
    );
  }
  return violations;
}

/** The guards that mean something where a part of the source is planned: the others measure the whole of it. */
export function guardsOfPart({ maxChanges }: Guards): Guards {
  return maxChanges === undefined ? {} : { maxChanges };
}

function exceeds(count: number, whole: number, threshold: Threshold): boolean {
  return "share" in threshold ? count > threshold.share * whole : count > threshold.count;
}

/** Told in the unit of what is allowed; rounded up, so that it never looks like what is allowed. */
function measured(count: number, whole: number, threshold: Threshold): string {
  return "share" in threshold ? `, ${Math.ceil((count / whole) * 1000) / 10}%` : "";
}

function show(threshold: Threshold): string {
  return "share" in threshold ? `${Number((threshold.share * 100).toFixed(2))}%` : String(threshold.count);
}
