import type { Node } from "../ast.ts";
import { children } from "../walk-tree.ts";

/**
 * Units of work of evaluating a node once, where it is evaluated over and over: for each item, each comparison, each
 * call. About two nodes a unit. What the node itself does many times is paid there; the body of a function is paid
 * when it is called.
 */
export function weightOf(node: Node): number {
  return 1 + (size(node) >> 1);
}

const sizes = new WeakMap<Node, number>();

function size(root: Node): number {
  const open: { readonly node: Node; readonly parts: readonly Node[] }[] = [];
  const enter = (node: Node) => {
    if (!sizes.has(node)) open.push({ node, parts: node.type === "lambda" ? [] : children(node) });
  };
  enter(root);
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const { node, parts } = top;
    const missing = parts.filter((part) => !sizes.has(part));
    if (missing.length > 0) {
      for (const part of missing) enter(part);
      continue;
    }
    open.pop();
    sizes.set(
      node,
      parts.reduce((sum, part) => sum + (sizes.get(part) ?? 0), 1),
    );
  }
  return sizes.get(root) ?? 1;
}
