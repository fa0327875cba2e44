import type { Json } from "../../../model/json.ts";

/**
 * PostgreSQL's text of an array → nested arrays. `element` converts one value that is not null. Bounds that do not begin at 1
 * (`[0:1]={a,b}`) are left out. Takes the text as the server wrote it.
 */
export function parseArrayText(
  text: string,
  delimiter: string,
  element: (text: string) => Json,
): readonly Json[] {
  const outer: Json[] = [];
  const open: Json[][] = [outer];
  let at = text.startsWith("[") ? text.indexOf("=") + 1 : 0;
  while (at < text.length) {
    const innermost = open.at(-1) ?? outer;
    const character = text.charAt(at);
    if (character === "{") {
      const inner: Json[] = [];
      innermost.push(inner);
      open.push(inner);
      at += 1;
    } else if (character === "}") {
      open.pop();
      at += 1;
    } else if (character === delimiter) at += 1;
    else if (character === '"') {
      const end = closingQuote(text, at);
      innermost.push(element(text.slice(at + 1, end).replace(/\\([\s\S])/g, "$1")));
      at = end + 1;
    } else {
      const end = endOfBareValue(text, at, delimiter);
      const bare = text.slice(at, end);
      // A text that reads NULL is always in quotes.
      innermost.push(bare === "NULL" ? null : element(bare.replace(/\\([\s\S])/g, "$1")));
      at = end;
    }
  }
  return outer[0] as readonly Json[];
}

function closingQuote(text: string, open: number): number {
  let at = open + 1;
  while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at;
}

function endOfBareValue(text: string, start: number, delimiter: string): number {
  let at = start;
  while (at < text.length && text.charAt(at) !== delimiter && text.charCodeAt(at) !== CLOSE_BRACE) {
    at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  }
  return at;
}

const QUOTE = 34;
const BACKSLASH = 92;
const CLOSE_BRACE = 125;
