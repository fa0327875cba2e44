import type {
  ColumnTypes,
  CompiledExpression,
  CompileExpression,
  EvaluationContext,
  ExpressionAnalysis,
  ExpressionResult,
} from "../model/expression.ts";
import type { Json } from "../model/json.ts";
import { analyseExpression } from "./analyse-expression.ts";
import type { Node } from "./ast.ts";
import { columnsOf } from "./columns.ts";
import { compileTree } from "./compile/compile-tree.ts";
import { toEvaluationError } from "./evaluation-error.ts";
import { findProblems } from "./find-problems.ts";
import { inferResult } from "./infer-result.ts";
import { parseExpression } from "./parse-expression.ts";
import { plainJson } from "./runtime/plain-json.ts";
import type { Code, Run } from "./runtime/run.ts";
import type { Sequence } from "./runtime/sequence.ts";
import { createSequence } from "./runtime/sequence.ts";

/**
 * JSONata text → a function over rows: one synchronous function that gives what JSONata gives, several times as fast.
 * What differs is listed in docs/definitions.md.
 */
export const compileExpression: CompileExpression = (text): ExpressionResult => {
  const known = compiled.get(text);
  if (known !== undefined) return known;
  const result = compile(text);
  if (compiled.size >= MOST_KEPT) compiled.clear();
  compiled.set(text, result);
  return result;
};

/** By text: definitions of one project are much alike, and what is compiled has no state. */
const compiled = new Map<string, ExpressionResult>();
const MOST_KEPT = 5000;

function compile(text: string): ExpressionResult {
  const parsed = parseExpression(text);
  if (!parsed.ok) return { ok: false, problems: [parsed.problem] };
  const problems = findProblems(text, parsed.tree);
  if (problems.some((problem) => problem.severity === "error")) return { ok: false, problems };
  return { ok: true, expression: build(text, parsed.tree), problems };
}

function build(text: string, tree: Node): CompiledExpression {
  // Whoever only checks a definition needs no code.
  const code = once(() => compileTree(tree));
  const columns = once(() => columnsOf(tree));
  const result = once(() => inferResult(tree));
  return {
    text,
    get columns() {
      return columns();
    },
    get result() {
      return result();
    },
    analyse: remembered((columns) => analyseExpression(text, tree, columns)),
    evaluate: (row, context) => evaluate(code(), text, row, context),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Once for sources whose columns are told by the same function, such as all CSV, as long as no other comes in between. */
function remembered(analyse: CompiledExpression["analyse"]): CompiledExpression["analyse"] {
  let last: { readonly columns: ColumnTypes; readonly analysis: ExpressionAnalysis } | undefined;
  return (columns) => {
    if (last?.columns !== columns) last = { columns, analysis: analyse(columns) };
    return last.analysis;
  };
}

function evaluate(code: Code, text: string, row: Json, { runStart }: EvaluationContext): Json | undefined {
  const run: Run = { input: row, runStart, work: 0 };
  try {
    return plainJson(code(Array.isArray(row) ? wrap(row) : row, { run, parent: undefined, vars: undefined }));
  } catch (error) {
    throw toEvaluationError(error, text);
  }
}

/** An array as input is one value, not a sequence of values. */
function wrap(row: Json): Sequence {
  const outer = createSequence(row);
  outer.outerWrapper = true;
  return outer;
}
