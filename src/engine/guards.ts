import type { PlanSummary } from "../model/change.ts";
import type { CompiledSync, Guards, Threshold } from "../model/compiled-sync.ts";

/** What the state knows of a sync. */
export interface Before {
  /** How many of its records Planhat has accepted; 0 on a first run. */
  readonly known: number;
  /** Whether its keys are made of something else than in its last apply. */
  readonly rekeyed: boolean;
}

/** Why a plan must not be applied, as whole sentences: what was measured, and what the definition allows. */
export function guardViolations(
  sync: CompiledSync,
  summary: PlanSummary,
  { known, rekeyed }: Before,
): readonly string[] {
  const { minRows, maxRejected, maxChanges } = sync.guards;
  const changes = summary.create + summary.update;
  const violations: string[] = [];
  // Asked of every definition: nobody means to have each record twice. A few creates are rows that are new.
  if (rekeyed && known > 0 && summary.create > summary.update + summary.unchanged) {
    violations.push(
      `The key of ${sync.name} (${sync.key}) is no longer made as in its last apply, and ${summary.create} of ${summary.read} rows would be created beside the ${known} records known by their old keys.`,
    );
  }
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
