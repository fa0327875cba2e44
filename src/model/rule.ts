import type { Severity } from "./diagnostic.ts";
import type { RuleId } from "./generated/rule-ids.ts";

/** What a rule is about: `explain` and docs/rules.md list them so. */
export const RULE_FAMILIES = [
  "file",
  "key",
  "field",
  "expression",
  "reference",
  "source",
  "limit",
  "test",
  "project",
  "secret",
  "ci",
  "lint",
  "run",
] as const;

export type RuleFamily = (typeof RULE_FAMILIES)[number];

/** What `planhat-sync explain` shows of a rule; the examples are run as its tests. */
export interface RuleDoc {
  readonly id: RuleId;
  readonly severity: Severity;
  /** `field` by default. */
  readonly family?: RuleFamily;
  /**
   * Its errors can be neither turned off nor made warnings nor suppressed: a definition that breaks it cannot run, or
   * would harm data or secrets.
   */
  readonly locked?: true;
  /** Off unless `lint.rules` of the project file turns it on. */
  readonly optional?: true;
  /** One paragraph: what the rule finds and why it matters. */
  readonly description: string;
  /** A whole definition that breaks the rule, once. Absent where no definition can: what only a run meets. */
  readonly bad?: string;
  /** The same definition, mended. */
  readonly good?: string;
}
