/** A piece of SQL that means something; blanks and comments are passed over. */
export interface SqlToken {
  /** word: a keyword or name; quoted: a name in double quotes; text: a string; sign: any other character. */
  readonly kind: "word" | "quoted" | "text" | "sign";
  /** A word in lower case, a quoted name without its quotes, a sign; empty for a string. */
  readonly value: string;
  /** Where it begins, in UTF-16 units. */
  readonly start: number;
}

/** Tokens as PostgreSQL reads them with standard_conforming_strings. Total: text that does not end is taken to its end. */
export function* sqlTokens(sql: string): Generator<SqlToken> {
  let at = 0;
  while (at < sql.length) {
    const skipped = blankLength(sql, at);
    if (skipped > 0) {
      at += skipped;
      continue;
    }
    const token = readToken(sql, at);
    yield { kind: token.kind, value: token.value, start: at };
    at = token.end;
  }
}

interface Read {
  readonly kind: SqlToken["kind"];
  readonly value: string;
  readonly end: number;
}

function readToken(sql: string, at: number): Read {
  const escaped = take(/e'/iy, sql, at);
  if (escaped !== undefined) return { kind: "text", value: "", end: endOf(ESCAPED_TEXT, sql, at + 2) };
  const prefix = take(/(?:u&|[bxn])?'/iy, sql, at);
  if (prefix !== undefined) {
    return { kind: "text", value: "", end: endOf(PLAIN_TEXT, sql, at + prefix.length) };
  }
  const tag = take(/\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy, sql, at);
  if (tag !== undefined) {
    const close = sql.indexOf(tag, at + tag.length);
    return { kind: "text", value: "", end: close === -1 ? sql.length : close + tag.length };
  }
  const quote = take(/(?:u&)?"/iy, sql, at);
  if (quote !== undefined) {
    const end = endOf(QUOTED_NAME, sql, at + quote.length);
    const inside = sql.slice(at + quote.length, end - 1).replaceAll('""', '"');
    return { kind: "quoted", value: quote.length > 1 ? unescapeUnicode(inside) : inside, end };
  }
  const word = take(/[\p{L}_][\p{L}\p{N}_$]*/uy, sql, at);
  if (word !== undefined) return { kind: "word", value: word.toLowerCase(), end: at + word.length };
  // A point that no digit follows stands between the parts of a name.
  const number = take(/(?:\d|\.\d)[\w.]*/y, sql, at);
  return { kind: "sign", value: number ?? sql.charAt(at), end: at + (number?.length ?? 1) };
}

/** Length of the blank or comment that begins here; comments in slashes nest. */
function blankLength(sql: string, at: number): number {
  const blank = take(/(?:\s+|--[^\r\n]*)/y, sql, at);
  if (blank !== undefined) return blank.length;
  if (!sql.startsWith("/*", at)) return 0;
  let depth = 1;
  let end = at + 2;
  while (end < sql.length && depth > 0) {
    if (sql.startsWith("/*", end)) depth += 1;
    else if (sql.startsWith("*/", end)) depth -= 1;
    else {
      end += 1;
      continue;
    }
    end += 2;
  }
  return end - at;
}

/** The ends of quoted texts, from behind the opening quote: a doubled quote belongs to the text. */
const PLAIN_TEXT = /[^']*(?:''[^']*)*'?/y;
const ESCAPED_TEXT = /[^'\\]*(?:(?:''|\\[\s\S]?)[^'\\]*)*'?/y;
const QUOTED_NAME = /[^"]*(?:""[^"]*)*"?/y;

function take(pattern: RegExp, sql: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(sql)?.[0];
}

function endOf(pattern: RegExp, sql: string, at: number): number {
  return at + (take(pattern, sql, at)?.length ?? 0);
}

/** `U&"\0061"`: the only other way to write a name. */
function unescapeUnicode(name: string): string {
  return name.replace(
    /\\(?:\+([\da-f]{6})|([\da-f]{4}))/gi,
    (whole: string, long?: string, short?: string) => {
      const code = Number.parseInt(long ?? short ?? "", 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
