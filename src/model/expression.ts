import type { Json } from "./json.ts";
import type { EvaluationCode, Reason } from "./reason.ts";

/** What can be known of a result without running the expression. `nothing` is JSONata's "no value". */
export type InferredType =
  | "string"
  | "number"
  | "boolean"
  | "null"
  | "array"
  | "object"
  | "function"
  | "nothing"
  | "unknown";

/** What is wrong with an expression's text. `offset` counts UTF-16 units from its start. */
export interface ExpressionProblem {
  readonly rule: "expression-syntax" | "expression-impure" | "expression-unsafe";
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly hint?: string;
  readonly offset: number;
  /** Length of the marked place; at least 1. */
  readonly length: number;
}

/** What a column of the row may hold, `nothing` where a row may lack it; undefined where nothing is known of it. */
export type ColumnTypes = (column: string) => readonly InferredType[] | undefined;

/** What is known of an expression over rows with such columns, without running it. */
export interface ExpressionAnalysis {
  /** Union of what the result may be; `["unknown"]` where nothing is known. Holds for every row that does not fail. */
  readonly result: readonly InferredType[];
  readonly outcomes: readonly Outcome[];
  readonly remarks: readonly ExpressionRemark[];
}

/**
 * One thing that an expression may result in: a `literal`; an `example` of what a function gives (a formatted date);
 * or text that begins with a `prefix`. Offsets and lengths in UTF-16 units.
 */
export interface Outcome {
  readonly kind: "literal" | "example" | "prefix";
  /** Not the result itself: an element of a list that is written out. */
  readonly inList?: true;
  readonly value: Json;
  readonly offset: number;
  readonly length: number;
}

/** Something that runs and is hardly meant, or fails on every row with these columns. */
export interface ExpressionRemark {
  readonly rule: RemarkRule;
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly hint: string;
  readonly offset: number;
  readonly length: number;
}

export type RemarkRule =
  | "argument-invalid"
  | "clock-in-value"
  | "column-hyphen"
  | "comparison-never-true"
  | "condition-constant"
  | "id-through-number"
  | "list-may-collapse"
  | "operand-type"
  | "path-into-text"
  | "regex-in-quotes"
  | "text-as-truth"
  | "variable-unused";

/** What an evaluation may see of the run: `$now()` and `$millis()` are its start. */
export interface EvaluationContext {
  /** Milliseconds since the epoch. */
  readonly runStart: number;
}

/**
 * A compiled expression over one row's data. Deterministic: the same input and context give the same result.
 * `evaluate` answers `undefined` for "no value", and throws an EvaluationError. It never changes its input, and ends
 * within about a second whatever the row holds; its result is plain JSON and may share structure with the input.
 */
export interface CompiledExpression {
  readonly text: string;
  /** Top-level names of the row that the expression reads; undefined where it may read any (`*`, `$$`, `$`). */
  readonly columns: readonly string[] | undefined;
  /** What the result may be where nothing is known of the columns. */
  readonly result: readonly InferredType[];
  /** Pure; an unknown column may hold anything. */
  analyse(columns: ColumnTypes): ExpressionAnalysis;
  evaluate(row: Json, context: EvaluationContext): Json | undefined;
}

/** An expression that failed on one row: the row is rejected, the others go on. */
export class EvaluationError extends Error {
  override readonly name = "EvaluationError";
  /** Its code is JSONata's (`T2001`, `D3030` …), one of ours, or where neither is known the rule's. */
  readonly reason: Reason<EvaluationCode | "expression-failed">;
  /** UTF-16 units from the start of the expression, where JSONata tells. */
  readonly offset: number | undefined;

  constructor(reason: EvaluationError["reason"], offset?: number, options?: ErrorOptions) {
    super(reason.what, options);
    this.reason = reason;
    this.offset = offset;
  }

  get code(): string {
    return this.reason.code;
  }
}

export type ExpressionResult =
  | {
      readonly ok: true;
      readonly expression: CompiledExpression;
      readonly problems: readonly ExpressionProblem[];
    }
  | { readonly ok: false; readonly problems: readonly ExpressionProblem[] };

/** JSONata text → a function over rows, or what is wrong with the text. Pure; may cache by text. */
export type CompileExpression = (text: string) => ExpressionResult;
