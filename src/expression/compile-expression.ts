import type {
  CompiledExpression,
  CompileExpression,
  EvaluationContext,
  ExpressionResult,
} from "../model/expression.ts";
import type { Json } from "../model/json.ts";
import { analyseExpression } from "./analyse-expression.ts";
import type { Node } from "./ast.ts";
import { columnsOf } from "./columns.ts";
import { compileTree } from "./compile/compile-tree.ts";
import { Unsupported } from "./compile/compiler.ts";
import { toEvaluationError } from "./evaluation-error.ts";
import { evaluateByJsonata } from "./fallback.ts";
import { findProblems } from "./find-problems.ts";
import { inferResult } from "./infer-result.ts";
import { parseExpression } from "./parse-expression.ts";
import { plainJson } from "./runtime/plain-json.ts";
import type { Code, Run } from "./runtime/run.ts";
import type { Sequence } from "./runtime/sequence.ts";
import { createSequence } from "./runtime/sequence.ts";

/**
 * JSONata text → a function over rows. Most expressions become one synchronous function that gives what JSONata
 * gives, several times as fast; the others (`@`, `#`, `%`, transforms, partial application) run in JSONata's own
 * evaluator and are `isAsync`.
 */
export const compileExpression: CompileExpression = (text): ExpressionResult => {
  const parsed = parseExpression(text);
  if (!parsed.ok) return { ok: false, problems: [parsed.problem] };
  const problems = findProblems(text, parsed.tree);
  if (problems.some((problem) => problem.severity === "error")) return { ok: false, problems };
  return { ok: true, expression: build(text, parsed.tree), problems };
};

function build(text: string, tree: Node): CompiledExpression {
  const code = tryCompile(tree);
  return {
    text,
    isAsync: code === undefined,
    columns: columnsOf(tree),
    result: inferResult(tree),
    analyse: (columns) => analyseExpression(text, tree, columns),
    evaluate: code === undefined ? evaluateByJsonata(text) : (row, context) => evaluate(code, row, context),
  };
}

function tryCompile(tree: Node): Code | undefined {
  try {
    return compileTree(tree);
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}

function evaluate(code: Code, row: Json, { runStart }: EvaluationContext): Json | undefined {
  const run: Run = { input: row, runStart, work: 0 };
  try {
    return plainJson(code(Array.isArray(row) ? wrap(row) : row, { run, parent: undefined, vars: undefined }));
  } catch (error) {
    throw toEvaluationError(error);
  }
}

/** An array as input is one value, not a sequence of values. */
function wrap(row: Json): Sequence {
  const outer = createSequence(row);
  outer.outerWrapper = true;
  return outer;
}
