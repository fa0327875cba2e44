import type { RuleId } from "./generated/rule-ids.ts";
import type { MisfitCode } from "./misfit-code.ts";
import type { StopCode } from "./stop-code.ts";

/**
 * Why something did not go as asked, as data: decisions are made by its code, and `report/text/reason-text.ts` alone
 * makes a message of it. Each text is one sentence or more.
 */
export interface Reason<C extends ReasonCode = ReasonCode> {
  readonly code: C;
  /** What is wrong, and why. Without user data: names of the definition may stand in it, values of a row may not. */
  readonly what: string;
  /** What the case shows: the value, or what Planhat or PostgreSQL says. May hold user data; never decides anything. */
  readonly detail?: string;
  /** What to do. Without user data. */
  readonly fix?: string;
  /** The JSONata that `fix` proposes; of several, one has to be chosen. */
  readonly rewrites?: readonly Rewrite[];
}

/** JSONata in place of a field's expression or, with `at`, of a part of it. Offsets in UTF-16 units of the expression. */
export interface Rewrite {
  readonly text: string;
  readonly at?: { readonly offset: number; readonly length: number };
}

/**
 * What went wrong. A rule's id where nothing finer is to be told; of a value that does not fit, how; of an expression,
 * JSONata's code or one of ours; of what Planhat refuses, why.
 */
export type ReasonCode = RuleId | MisfitCode | EvaluationCode | RefusalCode | StopCode;

/** JSONata's codes (`T2001`, `D3030` …), and ours. */
export type EvaluationCode = `${"D" | "S" | "T" | "U"}${number}` | EvaluationLimit;

export type EvaluationLimit =
  | "beyond-dates"
  | "format-option"
  | "format-too-long"
  | "no-such-date"
  | "no-such-name"
  | "picture-too-long"
  | "picture-width"
  | "range-end"
  | "regex-text-too-long"
  | "result-is-function"
  | "result-key"
  | "result-too-large"
  | "short-year"
  | "text-too-long"
  | "transform-of-value"
  | "transform-outside"
  | "zone-offset";

/** Beyond the rule `refused`: why Planhat does not take a record. */
export type RefusalCode =
  /** The token lacks a permission, by the list of the answer or by its status. The record has no part in it. */
  | "refused-forbidden"
  /** Stored by an older version, which kept a sentence only. */
  | "rejected-before";
