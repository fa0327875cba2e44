import type { BinaryNode, ConditionNode, Node } from "../ast.ts";
import { children } from "../ast.ts";
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

/** Thrown for what is left to JSONata's own evaluator: the whole expression goes there. */
export class Unsupported extends Error {
  override readonly name = "Unsupported";
}

/** Throws Unsupported for a node that carries variables or ancestors along a path: `@`, `#`, `%`. */
export function refuseTuples(node: Node): void {
  const marked =
    node.tuple === true ||
    node.focus !== undefined ||
    node.index !== undefined ||
    node.ancestor !== undefined ||
    node.seekingParent !== undefined ||
    (node.stages ?? []).some((stage) => stage.type === "index");
  if (marked) throw new Unsupported("tuple stream");
}

/**
 * JSONata evaluates elements concurrently, so what a `:=` between them means depends on its scheduling: left to
 * JSONata. Blocks and functions have variables of their own.
 */
export function refuseBindings(element: Node): void {
  if (element.type === "bind") throw new Unsupported("binding between elements");
  if (element.type === "block" || element.type === "lambda") return;
  for (const child of children(element)) refuseBindings(child);
}
