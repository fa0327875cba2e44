import type { Severity } from "./diagnostic.ts";

/** What `planhat-sync explain` shows of a rule; the examples are run as its tests. */
export interface RuleDoc {
  readonly id: string;
  readonly severity: Severity;
  /** One paragraph: what the rule finds and why it matters. */
  readonly description: string;
  /** A whole definition that breaks the rule, once. Absent where no definition can: what only a run meets. */
  readonly bad?: string;
  /** The same definition, mended. */
  readonly good?: string;
}
