import { expressionTokens } from "./expression-tokens.ts";

/**
 * How many tokens the parser makes of a text, about: left of `??` and `?:` it copies what it has read, and copies the
 * copies where one such side stands inside of another, so that thirty brackets are enough for a thousand million.
 */
export function copiedTokens(text: string): number {
  if (!/\?[?:]/.test(text)) return 0;
  const open: Group[] = [{ done: 0, operand: 0 }];
  for (const { token } of expressionTokens(text)) {
    const group = open.at(-1);
    if (group === undefined) break;
    if (OPENING.has(token)) open.push({ done: 0, operand: 1 });
    else if (CLOSING.has(token) && open.length > 1) {
      open.pop();
      const outer = open.at(-1);
      if (outer !== undefined) outer.operand += group.done + group.operand;
    } else if (token === "??" || token === "?:") {
      group.done += 2 * group.operand;
      group.operand = 0;
    } else if (ENDS_OPERAND.has(token)) {
      group.done += group.operand;
      group.operand = 0;
    } else group.operand += 1;
  }
  return open.reduce((sum, { done, operand }) => sum + done + operand, 0);
}

/** Tokens inside one pair of brackets: those that a `??` to come would copy, and the others. */
interface Group {
  done: number;
  operand: number;
}

const OPENING: ReadonlySet<string> = new Set(["(", "[", "{"]);
const CLOSING: ReadonlySet<string> = new Set([")", "]", "}"]);
/** They bind less than `??`, or stand between operands. */
const ENDS_OPERAND: ReadonlySet<string> = new Set([",", ";", ":", "?", ":=", "and", "or", ".."]);
