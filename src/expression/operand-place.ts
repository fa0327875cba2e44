import type { Part } from "../model/advice/advice.ts";
import type { BinaryNode, NegateNode, Node } from "./ast.ts";
import { parseExpression } from "./parse-expression.ts";
import type { Failure } from "./runtime/failure.ts";
import { descendants } from "./walk-tree.ts";

/** The operand that an operator did not take, where it is a column and nothing else. */
export interface OperandPlace extends Part {
  /** The operator is the whole expression. */
  readonly isWhole: boolean;
}

/** undefined where several operands may be meant, or the one is more than a column. `start`: offset of the operator. */
export function operandPlace(problem: Failure, text: string, start: number): OperandPlace | undefined {
  const tree = treeOf(text);
  if (tree === undefined) return undefined;
  const behind = start + String(problem.token).length;
  const node = [...descendants(tree)].find(
    (one): one is BinaryNode | NegateNode =>
      (one.type === "binary" || (one.type === "unary" && one.value === "-")) && one.position === behind,
  );
  const operand = node === undefined ? undefined : operandOf(node, problem);
  const place = operand === undefined ? undefined : columnPlace(operand, text);
  return place === undefined ? undefined : { ...place, isWhole: node === tree };
}

/** An expression that fails does so on many rows. */
let last: { readonly text: string; readonly tree: Node | undefined } | undefined;

function treeOf(text: string): Node | undefined {
  if (last?.text !== text) {
    const parsed = parseExpression(text);
    last = { text, tree: parsed.ok ? parsed.tree : undefined };
  }
  return last.tree;
}

function operandOf(node: BinaryNode | NegateNode, { code, value }: Failure): Node | undefined {
  if (node.type === "unary") return node.expression;
  const { lhs, rhs } = node;
  if (code === "T2001") return lhs;
  if (code === "T2002") return rhs;
  // Of a comparison the failure does not say which side it was: a literal is not.
  const sides = [lhs, rhs].filter((side) => side.type !== "number" && side.type !== "string");
  const [only, ...others] = sides;
  if (others.length > 0) return undefined;
  return code === "T2009" && only === rhs && typeof value === "number" ? undefined : only;
}

/** Where a column is written, backquotes included. */
export function columnPlace(node: Node, text: string): Part | undefined {
  if (node.type !== "path" || node.steps.length !== 1) return undefined;
  const [step] = node.steps;
  if (step?.type !== "name" || step.stages !== undefined || step.position === undefined) return undefined;
  const quotes = text[step.position - 1] === "`" ? 2 : 0;
  const offset = step.position - step.value.length - quotes;
  const column = text.slice(offset, step.position);
  return column.includes(step.value) ? { offset, text: column } : undefined;
}
