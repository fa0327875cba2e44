import type { BindNode, Node, Pair } from "./ast.ts";
import { children, descendants } from "./walk-tree.ts";

/**
 * Variables that are set in one element of a list, or one member of an object, and used in another. JSONata evaluates
 * elements at the same time, so what the other one sees depends on its scheduling.
 */
export function concurrentBindings(tree: Node): readonly BindNode[] {
  return [...descendants(tree)].flatMap((node) => {
    const sides: Side[] = [];
    if (node.type === "unary" && node.value === "[") sides.push(...node.expressions.map(once));
    if (node.type === "unary" && node.value === "{") sides.push(...node.lhs.map(member));
    const groups = node.group === undefined ? [] : conflicts(node.group.lhs.map(member));
    return [...conflicts(sides), ...groups];
  });
}

interface Side {
  readonly node: Node;
  /** Evaluated for several groups at the same time. */
  readonly repeats: boolean;
}

function once(node: Node): Side {
  return { node, repeats: false };
}

/** Keys are evaluated one after the other, and a key that is written out makes one group. */
function member([key, value]: Pair): Side {
  return { node: value, repeats: key.type !== "string" };
}

function conflicts(sides: readonly Side[]): readonly BindNode[] {
  const bound = sides.map(({ node }) => bindings(node));
  if (bound.every((binds) => binds.length === 0)) return [];
  const used = sides.map(({ node }) => namesIn(node));
  return bound.flatMap((binds, index) =>
    binds.filter(({ lhs: { value } }) =>
      used.some((names, other) =>
        other === index ? sides[index]?.repeats === true && names.read.has(value) : names.all.has(value),
      ),
    ),
  );
}

/** What it sets outside of blocks and functions, which have variables of their own. */
function bindings(node: Node): readonly BindNode[] {
  const found: BindNode[] = [];
  const open: Node[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.type === "bind") found.push(next);
    if (next.type !== "block" && next.type !== "lambda") for (const child of children(next)) open.push(child);
  }
  return found;
}

function namesIn(node: Node): { readonly read: ReadonlySet<string>; readonly all: ReadonlySet<string> } {
  const read = new Set<string>();
  const all = new Set<string>();
  for (const inner of descendants(node)) {
    if (inner.type === "variable") read.add(inner.value);
    if (inner.type === "bind") all.add(inner.lhs.value);
  }
  for (const name of read) all.add(name);
  return { read, all };
}
