import type { Part } from "../model/advice/advice.ts";
import { parseExpression } from "./parse-expression.ts";

/** A call as it stands in an expression. */
export interface CallPlace extends Part {
  readonly args: readonly Part[];
}

/**
 * The call whose bracket opens at `open`; undefined where it gets an argument from elsewhere (`x ~> $f(…)`), or where
 * something else stands there. The parser keeps no ends, so the first text that parses is taken.
 */
export function callPlace(text: string, open: number): CallPlace | undefined {
  const id = `${open} ${text}`;
  const before = known.get(id);
  if (before !== undefined) return before.place;
  if (known.size >= MOST_KEPT) known.clear();
  const place = findCall(text, open);
  known.set(id, { place });
  return place;
}

/** An expression that fails does so on many rows. */
const known = new Map<string, { readonly place: CallPlace | undefined }>();
const MOST_KEPT = 1000;

function findCall(text: string, open: number): CallPlace | undefined {
  const name = text[open] === "(" ? /\$\w+$/.exec(text.slice(0, open))?.[0] : undefined;
  if (name === undefined) return undefined;
  const offset = open - name.length;
  if (text.slice(0, offset).trimEnd().endsWith("~>")) return undefined;
  const end = firstEnd(text, offset, (at) => text[at - 1] === ")");
  return end === undefined
    ? undefined
    : { offset, text: text.slice(offset, end), args: argsOf(text, open + 1, end - 1) };
}

function argsOf(text: string, from: number, to: number): CallPlace["args"] {
  const args: Part[] = [];
  for (let start = from; start < to; ) {
    const end = firstEnd(text, start, (at) => at === to || text[at] === ",", to);
    if (end === undefined) return args;
    const written = text.slice(start, end);
    const offset = start + written.length - written.trimStart().length;
    args.push({ offset, text: written.trim() });
    start = end + 1;
  }
  return args;
}

/** The least end behind which what begins at `start` is a whole expression. */
function firstEnd(
  text: string,
  start: number,
  mayEnd: (at: number) => boolean,
  to = text.length,
): number | undefined {
  for (let at = start + 1; at <= to; at += 1) {
    if (mayEnd(at) && parseExpression(text.slice(start, at)).ok) return at;
  }
  return undefined;
}
