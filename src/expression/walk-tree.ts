import type { Node } from "./ast.ts";

/** The nodes directly below, in the order of the text as far as the tree tells. */
export function children(node: Node): readonly Node[] {
  const below: Node[] = [...ownChildren(node)];
  for (const stage of [...(node.predicate ?? []), ...(node.stages ?? [])]) {
    if (stage.type === "filter") below.push(stage.expr);
  }
  if (node.group !== undefined) below.push(...node.group.lhs.flat());
  return below;
}

/**
 * The child that a chain goes on with: the else of a conditional, the left side of an operator. Chains may be thousands
 * long, so whoever walks a tree by calling itself takes a chain in a loop.
 */
export function spineOf(node: Node): Node | undefined {
  switch (node.type) {
    case "condition":
      return node.else;
    case "binary":
    case "apply":
      return node.lhs;
    default:
      return undefined;
  }
}

/** A chain from its first node down to what no chain goes on with. */
export function spineFrom(node: Node): readonly Node[] {
  const spine: Node[] = [node];
  for (let next = spineOf(node); next !== undefined; next = spineOf(next)) spine.push(next);
  return spine;
}

/** Variables that a step of a path sets for those behind it: `@$x`, `#$i`. */
export function stepVariables(node: Node): readonly string[] {
  const numbered = (node.stages ?? []).flatMap((stage) => (stage.type === "index" ? [stage.value] : []));
  return [node.focus, node.index, ...numbered].filter((name) => name !== undefined);
}

/** Every node of the tree, parents first. */
export function* descendants(node: Node): Iterable<Node> {
  const stack: Node[] = [node];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    yield next;
    for (const child of children(next).toReversed()) stack.push(child);
  }
}

/** Without what stands in its filters and groups. */
export function ownChildren(node: Node): readonly Node[] {
  switch (node.type) {
    case "path":
      return node.steps;
    case "binary":
    case "apply":
      return [node.lhs, node.rhs];
    case "bind":
      return [node.rhs];
    case "unary":
      return node.value === "-" ? [node.expression] : node.value === "[" ? node.expressions : node.lhs.flat();
    case "condition":
      return [node.condition, node.then, ...(node.else === undefined ? [] : [node.else])];
    case "block":
      return node.expressions;
    case "function":
    case "partial":
      return [node.procedure, ...node.arguments];
    case "lambda":
      return [node.body];
    case "sort":
      return node.terms.map((term) => term.expression);
    case "transform":
      return [node.pattern, node.update, ...(node.delete === undefined ? [] : [node.delete])];
    default:
      return [];
  }
}
