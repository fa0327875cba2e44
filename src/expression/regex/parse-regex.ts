/** A regular expression as far as its running time depends on it. */
export type RegexTree =
  /** One character of a set: a piece of a pattern that matches exactly one UTF-16 unit. */
  | { readonly kind: "set"; readonly source: string }
  | { readonly kind: "sequence"; readonly items: readonly RegexTree[] }
  | { readonly kind: "choice"; readonly options: readonly RegexTree[] }
  | { readonly kind: "repeat"; readonly item: RegexTree; readonly min: number; readonly max: number }
  /** Matches nothing: `^`, `$`, `\b`, a look-around. `start` for `^`. */
  | { readonly kind: "assertion"; readonly start: boolean };

export interface ParsedRegex {
  readonly tree: RegexTree;
  /** Bodies of look-arounds, which match on their own. */
  readonly asides: readonly Aside[];
}

export interface Aside {
  readonly tree: RegexTree;
  /** Within how many look-arounds, itself counted. */
  readonly inside: number;
}

/** Reads a pattern that `RegExp` has accepted without the flags u and v. */
export function parseRegex(source: string): ParsedRegex {
  const asides: Aside[] = [];
  const reader = { source, at: 0, inside: 0 };
  const tree = parseChoice(reader, asides);
  return { tree, asides };
}

interface Reader {
  readonly source: string;
  at: number;
  /** Within how many look-arounds it is. */
  inside: number;
}

/** A back-reference may stand for any text. */
const ANYTHING: RegexTree = {
  kind: "repeat",
  item: { kind: "set", source: "[^]" },
  min: 0,
  max: Number.POSITIVE_INFINITY,
};

function parseChoice(reader: Reader, asides: Aside[]): RegexTree {
  const options = [parseSequence(reader, asides)];
  while (reader.source[reader.at] === "|") {
    reader.at += 1;
    options.push(parseSequence(reader, asides));
  }
  const [only] = options;
  return options.length === 1 && only !== undefined ? only : { kind: "choice", options };
}

function parseSequence(reader: Reader, asides: Aside[]): RegexTree {
  const items: RegexTree[] = [];
  while (reader.at < reader.source.length && !"|)".includes(reader.source[reader.at] ?? "")) {
    items.push(parseQuantifier(parseAtom(reader, asides), reader));
  }
  return { kind: "sequence", items };
}

function parseAtom(reader: Reader, asides: Aside[]): RegexTree {
  const character = reader.source[reader.at] ?? "";
  if (character === "(") return parseGroup(reader, asides);
  if (character === "^" || character === "$") {
    reader.at += 1;
    return { kind: "assertion", start: character === "^" };
  }
  if (character === "\\") return parseEscape(reader);
  const source = character === "[" ? classAt(reader) : literal(character);
  reader.at += character === "[" ? source.length : 1;
  return { kind: "set", source };
}

function parseGroup(reader: Reader, asides: Aside[]): RegexTree {
  const [opening = "("] = /^\((\?(:|[=!]|<[=!]|<[^>]*>))?/.exec(reader.source.slice(reader.at)) ?? [];
  reader.at += opening.length;
  const looks = /[=!]$/.test(opening);
  if (looks) reader.inside += 1;
  const tree = parseChoice(reader, asides);
  reader.at += 1;
  if (!looks) return tree;
  asides.push({ tree, inside: reader.inside });
  reader.inside -= 1;
  return { kind: "assertion", start: false };
}

function parseEscape(reader: Reader): RegexTree {
  const [escaped = "\\"] =
    /^\\(x[\da-f]{2}|u[\da-f]{4}|c[a-z]|k<[^>]*>|[1-9]\d*|[\s\S])/i.exec(reader.source.slice(reader.at)) ??
    [];
  reader.at += escaped.length;
  if (/^\\[bB]$/.test(escaped)) return { kind: "assertion", start: false };
  return /^\\([1-9]|k<)/.test(escaped) ? ANYTHING : { kind: "set", source: escaped };
}

function parseQuantifier(item: RegexTree, reader: Reader): RegexTree {
  const quantifier = /^(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/.exec(reader.source.slice(reader.at));
  if (quantifier === null) return item;
  reader.at += quantifier[0].length;
  const [, sign, min, comma, max] = quantifier;
  if (sign !== undefined) {
    return {
      kind: "repeat",
      item,
      min: sign === "+" ? 1 : 0,
      max: sign === "?" ? 1 : Number.POSITIVE_INFINITY,
    };
  }
  const least = Number(min);
  const most = comma === undefined ? least : max === "" ? Number.POSITIVE_INFINITY : Number(max);
  return { kind: "repeat", item, min: least, max: most };
}

/** The whole class from `[` to its `]`. */
function classAt({ source, at }: Reader): string {
  let end = at + 1;
  while (end < source.length && source[end] !== "]") end += source[end] === "\\" ? 2 : 1;
  return source.slice(at, end + 1);
}

/** A lone `]`, `{` or `}` stands for itself here. */
function literal(character: string): string {
  return "]{}".includes(character) ? `\\${character}` : character;
}
