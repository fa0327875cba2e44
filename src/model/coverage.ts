/** What the tests of one definition reach. */
export interface SyncCoverage {
  readonly sync: string;
  /** Path of the definition, relative to the project folder. */
  readonly file: string;
  readonly fields: Reached;
  /** The two ways of each `? :`, `?:`, `??`, `and` and `or`. */
  readonly branches: Reached;
  /** What is not reached, in the order of the file. */
  readonly gaps: readonly CoverageGap[];
  /** Fields whose branches cannot be seen. None at present: every expression that compiles shows them. */
  readonly unseen: readonly string[];
}

export interface Reached {
  readonly total: number;
  readonly reached: number;
}

export interface CoverageGap {
  readonly kind: "field" | "branch";
  /** `name`, or `custom.Name`. */
  readonly field: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** One sentence without a full stop: what no test does. */
  readonly message: string;
}

/** Share of all fields and branches that is reached, 0 to 100, rounded down: 100 means all. */
export function percentReached(syncs: readonly SyncCoverage[]): number {
  const parts = syncs.flatMap(({ fields, branches }) => [fields, branches]);
  const total = parts.reduce((sum, part) => sum + part.total, 0);
  const reached = parts.reduce((sum, part) => sum + part.reached, 0);
  return total === 0 ? 100 : Math.floor((100 * reached) / total);
}
