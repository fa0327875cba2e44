import { closingQuote } from "./text-end.ts";

/**
 * The first key that an object of the text has twice, and where the second one stands (UTF-16 units). Keys are
 * compared as they are read: `"\u0061"` repeats `"a"`. Only for text that JSON.parse has accepted.
 */
export function findRepeatedKey(text: string): { readonly key: string; readonly offset: number } | undefined {
  const open: (Set<string> | undefined)[] = [];
  let expectsKey = false;
  for (let at = 0; at < text.length; at++) {
    switch (text[at]) {
      case "{":
        open.push(new Set());
        expectsKey = true;
        break;
      case "[":
        open.push(undefined);
        expectsKey = false;
        break;
      case "}":
      case "]":
        open.pop();
        expectsKey = false;
        break;
      case ",":
        expectsKey = open.at(-1) !== undefined;
        break;
      case ":":
        expectsKey = false;
        break;
      case '"': {
        const offset = at;
        at = closingQuote(text, offset);
        const keys = expectsKey ? open.at(-1) : undefined;
        if (keys === undefined) break;
        const key = JSON.parse(text.slice(offset, at + 1)) as string;
        if (keys.has(key)) return { key, offset };
        keys.add(key);
        break;
      }
      default:
    }
  }
  return undefined;
}
