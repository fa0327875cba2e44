import type { Node } from "./ast.ts";

/**
 * The parser's tree without the parser: each of its nodes descends from the table of symbols that was made for this one
 * text, which is ten times as large as the tree and would live as long. Nodes that are shared stay shared.
 */
export function plainTree(tree: Node): Node {
  const copies = new Map<object, object>();
  return copy(tree) as Node;

  function copy(value: unknown): unknown {
    // Functions and regular expressions have no parts that belong to the tree.
    if (typeof value !== "object" || value === null || value instanceof RegExp) return value;
    const known = copies.get(value);
    if (known !== undefined) return known;
    const made: Record<string, unknown> | unknown[] = Array.isArray(value) ? [] : {};
    copies.set(value, made);
    for (const [key, part] of Object.entries(value)) (made as Record<string, unknown>)[key] = copy(part);
    return made;
  }
}
