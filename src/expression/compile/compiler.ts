import type { BinaryNode, ConditionNode, Node } from "../ast.ts";
import type { Code } from "../runtime/run.ts";

/** What the compilers of the node families share. */
export interface Compiler {
  /** The code of a node, with everything that JSONata does to any node's result. */
  readonly compile: (node: Node) => Code;
  /** Names of variables that the expression sets anywhere, without the `$`. */
  readonly bound: ReadonlySet<string>;
  /** Told, where somebody asks for it, which way each conditional, `and` and `or` goes. */
  readonly observe?: Observe;
}

/** `held`: the condition, or the left side of `and` and `or`, was true. */
export type Observe = (node: ConditionNode | BinaryNode, held: boolean) => void;

/** Whether JSONata does anything to the result of a node, besides what the node says itself. */
export function isMarked(node: Node): boolean {
  return node.predicate !== undefined || node.group !== undefined || node.keepArray === true;
}
