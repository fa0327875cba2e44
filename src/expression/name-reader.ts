import type { Node } from "./ast.ts";
import { children } from "./walk-tree.ts";

/** Whether a name stands in a node or below it: told for any node of the tree without walking it again. */
export function nameReader(tree: Node): (node: Node, name: string) => boolean {
  const extents = new Map<Node, { readonly from: number; to: number }>();
  const places = new Map<string, number[]>();
  let count = 0;
  const open: { readonly node: Node; readonly leave: boolean }[] = [{ node: tree, leave: false }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, leave } = next;
    const extent = extents.get(node);
    if (leave && extent !== undefined) {
      extent.to = count;
      continue;
    }
    extents.set(node, { from: count, to: count });
    if (node.type === "name") {
      const known = places.get(node.value);
      if (known === undefined) places.set(node.value, [count]);
      else known.push(count);
    }
    count += 1;
    open.push({ node, leave: true });
    for (const child of children(node).toReversed()) open.push({ node: child, leave: false });
  }
  return (node, name) => {
    const extent = extents.get(node);
    const all = places.get(name);
    if (extent === undefined || all === undefined) return false;
    const first = all[firstFrom(all, extent.from)];
    return first !== undefined && first < extent.to;
  };
}

/** Where in an ascending list the first number stands that is not below `least`. */
function firstFrom(numbers: readonly number[], least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? least) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
