import type { ColumnTypes, ExpressionAnalysis, ExpressionRemark } from "../model/expression.ts";
import type { Node } from "./ast.ts";
import { boundNames } from "./compile/compile-tree.ts";
import { inference, sorted } from "./infer-result.ts";
import { outcomes } from "./outcomes.ts";
import { comparisons } from "./remarks/comparisons.ts";
import { conditions } from "./remarks/conditions.ts";
import { literalArguments } from "./remarks/literal-arguments.ts";
import { names } from "./remarks/names.ts";
import { operandTypes } from "./remarks/operand-types.ts";
import { results } from "./remarks/results.ts";
import type { FindRemarks, Subject } from "./remarks/subject.ts";
import { rowNodes } from "./row-nodes.ts";

const FINDERS: readonly FindRemarks[] = [
  operandTypes,
  literalArguments,
  comparisons,
  conditions,
  names,
  results,
];

/** What can be said of an expression without running it. Pure. */
export function analyseExpression(text: string, tree: Node, columns: ColumnTypes): ExpressionAnalysis {
  const infer = inference(tree, columns);
  const subject: Subject = { text, tree, nodes: rowNodes(tree), bound: boundNames(tree), infer };
  return {
    result: sorted(infer(tree, "row")),
    outcomes: [...outcomes(subject)],
    remarks: withoutRepeats(FINDERS.flatMap((find) => [...find(subject)])),
  };
}

/** The parser copies the left side of `??` and `?:`: what is said of it is said once. */
function withoutRepeats(remarks: readonly ExpressionRemark[]): readonly ExpressionRemark[] {
  const seen = new Set<string>();
  return remarks.filter(({ rule, offset }) => {
    const key = `${rule} ${offset}`;
    return !seen.has(key) && seen.add(key);
  });
}
