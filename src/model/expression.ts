import type { Json } from "./json.ts";

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

/** What an evaluation may see of the run: `$now()` and `$millis()` are its start. */
export interface EvaluationContext {
  /** Milliseconds since the epoch. */
  readonly runStart: number;
}

/**
 * A compiled expression over one row's data. Deterministic: the same input and context give the same result.
 * `evaluate` answers `undefined` for "no value", a promise only where `isAsync`, and throws (or rejects with)
 * an EvaluationError. It never changes its input; its result is plain JSON and may share structure with the input.
 */
export interface CompiledExpression {
  readonly text: string;
  readonly isAsync: boolean;
  /** Top-level names of the row that the expression reads; undefined where it may read any (`*`, `$$`, `$`). */
  readonly columns: readonly string[] | undefined;
  /** Union of what the result may be; `["unknown"]` where nothing is known. */
  readonly result: readonly InferredType[];
  evaluate(row: Json, context: EvaluationContext): Json | undefined | Promise<Json | undefined>;
}

/** An expression that failed on one row: the row is rejected, the others go on. */
export class EvaluationError extends Error {
  override readonly name = "EvaluationError";
  /** JSONata's code (`T2001`, `D3030` …) or one of ours. */
  readonly code: string;
  /** UTF-16 units from the start of the expression, where JSONata tells. */
  readonly offset: number | undefined;

  constructor(code: string, message: string, offset?: number, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.offset = offset;
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
