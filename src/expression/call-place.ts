import type { Part } from "../model/advice/advice.ts";
import { expressionTokens } from "./expression-tokens.ts";

/** A call as it stands in an expression. */
export interface CallPlace extends Part {
  readonly args: readonly Part[];
}

/**
 * The call whose bracket opens at `open`; undefined where it gets an argument from elsewhere (`x ~> $f(…)`), or where
 * something else stands there. The parser keeps no ends, so the brackets are counted.
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
  const borders = bordersOf(text, open);
  const close = borders?.at(-1);
  if (borders === undefined || close === undefined) return undefined;
  return { offset, text: text.slice(offset, close + 1), args: argsBetween(text, borders) };
}

/** The bracket, each comma that stands between two arguments, and the bracket that closes; undefined where none does. */
function bordersOf(text: string, open: number): readonly number[] | undefined {
  const borders = [open];
  let depth = 0;
  for (const { token, end } of expressionTokens(text, open)) {
    if (token === "(" || token === "[" || token === "{") depth += 1;
    if (token === ")" || token === "]" || token === "}") depth -= 1;
    if ((token === "," && depth === 1) || depth === 0) borders.push(end - 1);
    if (depth === 0) return borders;
  }
  return undefined;
}

function argsBetween(text: string, borders: readonly number[]): CallPlace["args"] {
  const args: Part[] = [];
  for (const [index, border] of borders.entries()) {
    const next = borders[index + 1];
    if (next === undefined) break;
    const written = text.slice(border + 1, next);
    const argument = written.trim();
    const offset = border + 1 + written.length - written.trimStart().length;
    // `$f()` has none.
    if (argument !== "" || borders.length > 2) args.push({ offset, text: argument });
  }
  return args;
}
