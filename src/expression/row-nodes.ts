import type { Node } from "./ast.ts";
import { children } from "./walk-tree.ts";

/** The nodes whose names and `$` refer to the row, parents first: all but those behind a step, a filter or a sort. */
export function rowNodes(tree: Node): readonly Node[] {
  const found: Node[] = [];
  const stack: Node[] = [tree];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    found.push(node);
    for (const child of below(node).toReversed()) stack.push(child);
  }
  return found;
}

function below(node: Node): readonly Node[] {
  switch (node.type) {
    case "path":
      return node.steps.slice(0, 1);
    case "sort":
    case "transform":
      return [];
    default: {
      // Filters and groups work on the node's own value.
      const inside = new Set<Node>([
        ...[...(node.predicate ?? []), ...(node.stages ?? [])].flatMap((stage) =>
          stage.type === "filter" ? [stage.expr] : [],
        ),
        ...(node.group?.lhs.flat() ?? []),
      ]);
      return children(node).filter((child) => !inside.has(child));
    }
  }
}
