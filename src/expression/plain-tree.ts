import type { Node } from "./ast.ts";

/**
 * The parser's tree without the parser: each of its nodes descends from the table of symbols that was made for this one
 * text, which is ten times as large as the tree and would live as long. Nodes that are shared stay shared. Without
 * recursion: a chain of thousands of operators is a tree as deep.
 */
export function plainTree(tree: Node): Node {
  const copies = new Map<object, object>();
  const open: (readonly [from: object, to: Record<string, unknown>])[] = [];
  const root = copy(tree) as Node;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [from, to] = next;
    for (const [key, part] of Object.entries(from)) to[key] = copy(part);
  }
  return root;

  function copy(value: unknown): unknown {
    // Functions and regular expressions have no parts that belong to the tree.
    if (typeof value !== "object" || value === null || value instanceof RegExp) return value;
    const known = copies.get(value);
    if (known !== undefined) return known;
    const made: object = Array.isArray(value) ? [] : {};
    copies.set(value, made);
    open.push([value, made as Record<string, unknown>]);
    return made;
  }
}
