import type { CallNode, Node, PathNode } from "./ast.ts";
import { builtin } from "./builtins/builtins.ts";
import { ownChildren } from "./walk-tree.ts";

/**
 * Top-level names of the row that an expression reads, in the order of the text; undefined where it may read any:
 * by `*`, `**`, `%`, by `$` or `$$` other than as the start of a path, or by a function that takes the row as its
 * missing argument.
 */
export function columnsOf(tree: Node): readonly string[] | undefined {
  const names = new Set<string>();
  const open: Visit[] = [{ node: tree, row: true }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.row && next.node.type === "name") names.add(next.node.value);
    if (readsAny(next)) return undefined;
    open.push(...visitsBelow(next).toReversed());
  }
  return [...names];
}

interface Visit {
  readonly node: Node;
  /** Whether the current value is the row. */
  readonly row: boolean;
  /** Of a call on the right side of `~>`, which gets one argument more than it shows. */
  readonly applied?: true;
}

function readsAny({ node, row, applied }: Visit): boolean {
  switch (node.type) {
    case "variable":
      return node.value === "$" || (node.value === "" && row);
    case "wildcard":
    case "descendant":
      return row;
    case "parent":
      // It may climb up to the row, whose names then stand behind it.
      return true;
    case "function":
    case "partial":
      return row && takesContext(node, applied === true ? 1 : 0);
    default:
      return false;
  }
}

/** A call that lacks arguments takes the current value, which may be the row. */
function takesContext({ procedure, arguments: given }: CallNode, more: number): boolean {
  const called = procedure.type === "variable" ? builtin(procedure.value) : undefined;
  return called?.signature.readsContext(given.length + more) === true;
}

function visitsBelow({ node, row }: Visit): readonly Visit[] {
  const inside: Visit[] = [];
  for (const stage of [...(node.predicate ?? []), ...(node.stages ?? [])]) {
    if (stage.type === "filter") inside.push({ node: stage.expr, row: false });
  }
  for (const part of node.group?.lhs.flat() ?? []) inside.push({ node: part, row: false });
  return [...ownVisits(node, row), ...inside];
}

function ownVisits(node: Node, row: boolean): readonly Visit[] {
  switch (node.type) {
    case "path":
      return pathVisits(node, row);
    case "apply":
      return [
        { node: node.lhs, row },
        node.rhs.type === "function" ? { node: node.rhs, row, applied: true } : { node: node.rhs, row },
      ];
    case "transform":
      // Over a copy of what it is applied to.
      return ownChildren(node).map((child) => ({ node: child, row: false }));
    default:
      return ownChildren(node).map((child) => ({ node: child, row }));
  }
}

function pathVisits({ steps }: PathNode, row: boolean): readonly Visit[] {
  const [first, second, ...rest] = steps;
  const startsAtRow =
    first?.type === "variable" &&
    (first.value === "$" || (first.value === "" && row)) &&
    first.predicate === undefined &&
    first.stages === undefined &&
    first.focus === undefined &&
    second?.type === "name";
  return startsAtRow ? stepVisits([second, ...rest], true) : stepVisits(steps, row);
}

/** Behind a step that binds its items to a variable (`orders@$o`) the current value is what it was before. */
function stepVisits(steps: readonly Node[], row: boolean): readonly Visit[] {
  let current = row;
  return steps.map((node) => {
    const visit = { node, row: current };
    if (node.focus === undefined) current = false;
    return visit;
  });
}
