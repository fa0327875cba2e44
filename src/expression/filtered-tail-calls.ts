import type { LambdaNode, Node } from "./ast.ts";
import { isMarked } from "./compile/compiler.ts";
import { descendants } from "./walk-tree.ts";

/**
 * Calls in the last place of a function behind whose brackets something stands: `function($x){ ($f($x))[0] }`. JSONata
 * makes such a call later, so what stands behind it is applied to a call that has not been made yet.
 */
export function filteredTailCalls(tree: Node): readonly LambdaNode[] {
  return [...descendants(tree)].flatMap((node) =>
    node.type === "lambda" && node.thunk !== true ? filteredIn(node.body) : [],
  );
}

function filteredIn(body: Node): readonly LambdaNode[] {
  const found: LambdaNode[] = [];
  const open: { readonly node: Node; readonly filtered: boolean }[] = [{ node: body, filtered: false }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, filtered } = next;
    if (node.type === "lambda" && node.thunk === true && filtered) found.push(node);
    for (const last of lastOf(node)) open.push({ node: last, filtered: filtered || isMarked(node) });
  }
  return found;
}

/** What may give the result of a block or a conditional. */
function lastOf(node: Node): readonly Node[] {
  if (node.type === "block") return node.expressions.slice(-1);
  if (node.type !== "condition") return [];
  return node.else === undefined ? [node.then] : [node.then, node.else];
}
