import type { Severity } from "../model/diagnostic.ts";
import type { RuleContext } from "../model/linter.ts";
import type { Path, PlacedFile, PlacedSync, PlaceOptions } from "../model/placed.ts";
import type { FindingFix } from "../model/placed-fix.ts";
import type { Rewrite } from "../model/reason.ts";
import type { RuleDoc } from "../model/rule.ts";

export interface Finding {
  readonly in: PlacedFile | PlacedSync;
  readonly path: Path;
  readonly at?: PlaceOptions;
  /** What is wrong, and why; names of the definition may stand in it. */
  readonly message: string;
  /** What to do. */
  readonly hint?: string;
  /** The JSONata that the hint proposes. */
  readonly rewrites?: readonly Rewrite[];
  /** Where a rule has a milder case than its usual one. */
  readonly severity?: Severity;
  /** A warning that stays one under `--strict`: of a field that other tools map by default. */
  readonly lenient?: true;
  /** Where there is one right answer. */
  readonly fix?: FindingFix;
}

/** One rule of the linter: pure, over the whole project. One file in rules/ each. */
export interface Rule extends RuleDoc {
  readonly bad: string;
  readonly good: string;
  check(context: RuleContext): Iterable<Finding>;
}
