import type { PlacedFile, PlacedSource } from "./placed.ts";
import { type SqlToken, sqlTokens } from "./sql-tokens.ts";

/** The query of a definition as it is written; undefined where it is not text, or comes out of a file. */
export function writtenQuery(file: PlacedFile, source: PlacedSource): string | undefined {
  const place = [...source.path, "query"].join(".");
  return file.scalars.find(({ path }) => path.join(".") === place)?.raw;
}

/**
 * The names of the columns that a SELECT lists; undefined where the text alone does not tell (`*`, a function that may
 * give several, a statement of another kind). Never guesses: a name that is not sure makes all of it unsure.
 */
export function selectedColumns(sql: string | undefined): readonly string[] | undefined {
  if (sql === undefined) return undefined;
  const names = selectedItems([...sqlTokens(sql)]).map(({ name }) => name);
  return names.length > 0 && names.every((name) => name !== undefined) ? names : undefined;
}

export interface SelectedItem {
  /** undefined where the text alone does not tell. */
  readonly name: string | undefined;
  /** Where its last word stands. */
  readonly start: number;
  readonly length: number;
}

/** What a SELECT lists; empty for a statement of another kind. */
export function selectedItems(tokens: readonly SqlToken[]): readonly SelectedItem[] {
  return (selectList(tokens) ?? []).map((item) => {
    const last = item.at(-1);
    return { name: columnName(item), start: last?.start ?? 0, length: last?.value.length ?? 1 };
  });
}

/** The items between the outermost SELECT and its FROM. */
function selectList(tokens: readonly SqlToken[]): readonly (readonly SqlToken[])[] | undefined {
  const start = outermost(tokens, 0, (word) => word === "select");
  const first = tokens[0]?.value;
  if (start === undefined || (first !== "select" && first !== "with")) return undefined;
  const end = outermost(tokens, start + 1, (word) => ENDS.has(word)) ?? tokens.length;
  const listed = tokens.slice(start + 1, end);
  if (listed[0]?.kind === "word" && (listed[0].value === "all" || listed[0].value === "distinct")) {
    if (listed[1]?.value === "on") return undefined;
    listed.shift();
  }
  return splitByComma(listed);
}

const ENDS: ReadonlySet<string> = new Set([
  "from",
  "where",
  "group",
  "having",
  "order",
  "limit",
  "offset",
  "union",
  "intersect",
  "except",
  "window",
  "fetch",
  "for",
  "into",
]);

/** Index of the first word outside all brackets. */
function outermost(
  tokens: readonly SqlToken[],
  from: number,
  wanted: (word: string) => boolean,
): number | undefined {
  let depth = 0;
  for (let index = from; index < tokens.length; index++) {
    const { kind, value } = tokens[index] as SqlToken;
    if (kind === "sign" && "([".includes(value)) depth += 1;
    else if (kind === "sign" && ")]".includes(value)) depth -= 1;
    else if (kind === "sign" && value === ";" && depth === 0) return index;
    else if (kind === "word" && depth === 0 && wanted(value)) return index;
  }
  return undefined;
}

function splitByComma(tokens: readonly SqlToken[]): readonly (readonly SqlToken[])[] {
  const items: SqlToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === "sign" && "([".includes(token.value)) depth += 1;
    if (token.kind === "sign" && ")]".includes(token.value)) depth -= 1;
    if (token.kind === "sign" && token.value === "," && depth === 0) items.push([]);
    else items.at(-1)?.push(token);
  }
  return items;
}

/** `AS name`, or a plain column: `name`, `t.name`. A function, a cast and an expression need a name of their own to be sure. */
function columnName(item: readonly SqlToken[]): string | undefined {
  const last = item.at(-1);
  if (last === undefined || !isName(last)) return undefined;
  const before = item.at(-2);
  if (before === undefined || (before.kind === "word" && before.value === "as")) return last.value;
  const isPlain = item.every((token, index) => (index % 2 === 0 ? isName(token) : token.value === "."));
  return isPlain && item.length % 2 === 1 ? last.value : undefined;
}

function isName({ kind, value }: SqlToken): boolean {
  return kind === "quoted" || (kind === "word" && !["true", "false", "null", "end"].includes(value));
}
