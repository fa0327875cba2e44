import type { Node } from "./ast.ts";
import { children, spineOf } from "./walk-tree.ts";

export interface TreeDepth {
  /** Levels of a chain and of what is nested in it, together. */
  readonly whole: number;
  /** Levels of nesting alone: a chain counts as one. */
  readonly nested: number;
}

/** How deep a tree is. Without recursion, for it is asked of trees that may be too deep for any. */
export function depthOf(tree: Node): TreeDepth {
  let whole = 0;
  let nested = 0;
  const open: { readonly node: Node; readonly whole: number; readonly nested: number }[] = [
    { node: tree, whole: 1, nested: 1 },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    whole = Math.max(whole, next.whole);
    nested = Math.max(nested, next.nested);
    const spine = spineOf(next.node);
    for (const child of children(next.node)) {
      const level = child === spine ? next.nested : next.nested + 1;
      open.push({ node: child, whole: next.whole + 1, nested: level });
    }
  }
  return { whole, nested };
}
