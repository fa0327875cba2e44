import { expressionTokens } from "./expression-tokens.ts";

/**
 * Where the else of a conditional begins, `from` being behind its `?`; undefined where it has none. JSONata's tree
 * tells only where the `?` stands.
 */
export function elseOffset(text: string, from: number): number | undefined {
  let open = 0;
  let depth = 0;
  for (const { token, end } of expressionTokens(text, from)) {
    if ("([{".includes(token)) depth += 1;
    if (")]}".includes(token)) depth -= 1;
    if (depth < 0) return undefined;
    if (depth === 0 && token === "?") open += 1;
    if (depth === 0 && token === ":" && open-- === 0) return startBehind(text, end);
  }
  return undefined;
}

/** The first character behind `at` that is no white space. */
export function startBehind(text: string, at: number): number {
  return at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
}
