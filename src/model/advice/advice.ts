import type { Reason, Rewrite } from "../reason.ts";

/**
 * What helps a value to fit: in words and, where it is certain, as JSONata in place of what gave it. The law of every
 * way, which the tests follow for each: over the value that caused it, it gives a value that fits (or none, where there
 * is none), and no other row loses its value.
 */
export interface Advice {
  /** What to do, as an order with a full stop. Without user data. */
  readonly text: string;
  /** Of several, one has to be chosen. */
  readonly ways?: readonly Way[];
}

export interface Way {
  /** Where there are several, which this is: `where the day comes first`, `to join it`. */
  readonly when?: string;
  /** JSONata in place of `x`, which it may repeat. */
  readonly write: (x: string, rows: Rows) => string;
}

/** What is known of the values of `x` in the other rows. */
export interface Rows {
  /** All of them are text, as in a CSV. */
  readonly texts: boolean;
  /** Some may be null. */
  readonly nulls: boolean;
}

/** Nothing is known. */
export const ANY_ROWS: Rows = { texts: false, nulls: true };

/** Advice without a way: the source, or whoever knows it, has to say. */
export function words(text: string): Advice {
  return { text };
}

/** Advice with one way. */
export function way(text: string, write: Way["write"]): Advice {
  return { text, ways: [{ write }] };
}

/** A part of an expression. Offsets in UTF-16 units. */
export interface Part {
  readonly offset: number;
  readonly text: string;
}

/**
 * The fix of a reason: the words with what to write, over `source`, the JSONata that gave the value. `part`: what it
 * stands in place of, where that is not the whole expression.
 */
export function proposed(
  { text, ways = [] }: Advice,
  source: string | undefined,
  rows: Rows = ANY_ROWS,
  part?: Part,
): Pick<Reason, "fix" | "rewrites"> {
  if (source === undefined || ways.length === 0) return { fix: text };
  const rewrites = ways.map(({ write }): Rewrite => {
    const made = over(source, (x, isColumn) => write(x, isColumn ? rows : ANY_ROWS));
    return part === undefined
      ? { text: made }
      : { text: bracketed(made), at: { offset: part.offset, length: part.text.length } };
  });
  const listed = ways.map(({ when }, index) => {
    const code = `\`${rewrites[index]?.text}\``;
    return when === undefined ? code : `${code} ${when}`;
  });
  const place = part === undefined ? "" : ` in place of \`${part.text}\``;
  return {
    fix: `${text} Write ${listed.join(", or ")}${listed.length > 1 && place !== "" ? "," : ""}${place}.`,
    rewrites,
  };
}

/** Whether both say the same and propose the same. */
export function isSameAdvice(a: Advice, b: Advice): boolean {
  const written = ({ ways = [] }: Advice): string => ways.map(({ write }) => write("$", ANY_ROWS)).join("\n");
  return a === b || (a.text === b.text && written(a) === written(b));
}

/** JSONata over another one: a column may stand there twice, anything else is evaluated once. */
export function over(source: string, make: (x: string, isColumn: boolean) => string): string {
  const text = source.trim();
  if (COLUMN.test(text) && !WORDS.has(text)) return make(text, true);
  const name = ["$x", "$v", "$value"].find((one) => !text.includes(one)) ?? "$given";
  return `(${name} := ${text}; ${make(name, false)})`;
}

/** A column's name as JSONata reads it: `mrr`, or backquoted where it has to be. */
export function columnText(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) && !WORDS.has(name) ? name : `\`${name}\``;
}

const NAME = "(?:[A-Za-z_]\\w*|`[^`]+`)";
const COLUMN = new RegExp(`^${NAME}(?:\\.${NAME})*$`);
/** JSONata's own. */
const WORDS: ReadonlySet<string> = new Set(["and", "or", "in", "true", "false", "null", "function"]);

/** What stands in the `then` of a condition, or anywhere in an expression: a condition of its own needs brackets. */
export function bracketed(text: string): string {
  return text.includes(" ? ") && !text.startsWith("(") ? `(${text})` : text;
}

/** A condition that holds for texts of one form, and fails for nothing. */
export function hasForm(x: string, pattern: string, { texts, nulls }: Rows): string {
  return texts && !nulls ? `$contains(${x}, /${pattern}/)` : `$contains($string(${x}), /${pattern}/)`;
}

/** Made of texts; values of other types stay as they are. */
export function ofText(x: string, made: string, { texts, nulls }: Rows): string {
  if (!texts) return `$type(${x}) = "string" ? ${bracketed(made)} : ${x}`;
  return nulls ? `${x} = null ? null : ${bracketed(made)}` : made;
}

/** Made of numbers; values of other types stay as they are. */
export function ofNumber(x: string, made: string): string {
  return `$type(${x}) = "number" ? ${bracketed(made)} : ${x}`;
}
