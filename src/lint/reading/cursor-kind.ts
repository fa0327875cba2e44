import type { Json } from "../../model/json.ts";
import type { PlacedSync } from "../../model/placed.ts";
import { selectedItems, writtenQuery } from "../../model/selected-columns.ts";
import { type SqlToken, sqlTokens } from "../../model/sql-tokens.ts";

/** What a cursor's values are, which decides what a lag can be: a duration, a number, or nothing. */
export type CursorKind = "time" | "number" | "text";

/**
 * As far as anything tells without a row: the types that the database gave, a cast in the query, or the rows of the
 * definition's tests. undefined where nothing does, or they disagree.
 */
export function cursorKind(sync: PlacedSync): CursorKind | undefined {
  const { postgres, http } = sync.definition.source ?? {};
  const column = (postgres ?? http)?.cursor?.column;
  if (column === undefined) return undefined;
  const told = sync.columns?.find(({ name }) => name === column)?.type;
  if (told !== undefined) return KINDS[told];
  const cast = postgres === undefined ? undefined : castIn(writtenQuery(sync), column);
  return cast ?? kindInTests(sync, column, postgres !== undefined);
}

/** PostgreSQL's own names of the types that a cursor can have, and the longer ones that people write. */
const KINDS: Readonly<Record<string, CursorKind>> = {
  date: "time",
  timestamp: "time",
  timestamptz: "time",
  int: "number",
  int2: "number",
  int4: "number",
  int8: "number",
  integer: "number",
  smallint: "number",
  bigint: "number",
  numeric: "number",
  decimal: "number",
  real: "number",
  float4: "number",
  float8: "number",
  text: "text",
  varchar: "text",
  uuid: "text",
};

/** `updated_at::timestamptz`, `cast(id as bigint) as id`, `extract(epoch from changed) as changed`. */
function castIn(sql: string | undefined, column: string): CursorKind | undefined {
  const tokens = [...sqlTokens(sql ?? "")];
  const item = selectedItems(tokens).find(({ name }) => name === column);
  const end = tokens.findIndex(({ start }) => start === item?.start);
  if (item === undefined || end < 0) return undefined;
  const as = tokens[end - 1];
  if (as?.value !== "as" || as.kind !== "word") return undefined;
  const before = tokens.slice(0, end - 1);
  const [last, colon, other] = [before.at(-1), before.at(-2), before.at(-3)];
  if (last === undefined) return undefined;
  if (colon?.value === ":" && other?.value === ":" && last.kind === "word") return KINDS[last.value];
  return last.value === ")" ? calledKind(before) : undefined;
}

/** Of a call that ends the tokens. */
function calledKind(tokens: readonly SqlToken[]): CursorKind | undefined {
  let depth = 0;
  for (let index = tokens.length - 1; index >= 0; index--) {
    const { kind, value } = tokens[index] as SqlToken;
    if (kind !== "sign") continue;
    if (value === ")") depth += 1;
    if (value === "(") depth -= 1;
    if (depth > 0) continue;
    const name = tokens[index - 1]?.value ?? "";
    if (name !== "cast") return FUNCTIONS[name];
    const [as, type] = tokens.slice(-3, -1);
    return as?.value === "as" && type?.kind === "word" ? KINDS[type.value] : undefined;
  }
  return undefined;
}

const FUNCTIONS: Readonly<Record<string, CursorKind>> = {
  extract: "number",
  date_part: "number",
  to_timestamp: "time",
  date_trunc: "time",
  now: "time",
};

function kindInTests(
  { definition }: PlacedSync,
  column: string,
  isDatabase: boolean,
): CursorKind | undefined {
  const kinds = new Set<CursorKind>();
  for (const { row } of definition.tests ?? []) {
    const kind = kindOf((row as Readonly<Record<string, Json>>)[column] ?? null, isDatabase);
    if (kind !== undefined) kinds.add(kind);
  }
  const [kind, another] = kinds;
  return another === undefined ? kind : undefined;
}

function kindOf(value: Json, isDatabase: boolean): CursorKind | undefined {
  if (typeof value === "number") return "number";
  if (typeof value !== "string" || value === "") return undefined;
  if (/^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d.*)?$/.test(value)) return "time";
  // A numeric of PostgreSQL arrives as text.
  if (/^-?\d{1,30}(?:\.\d{1,30})?$/.test(value)) return "number";
  return isDatabase ? undefined : "text";
}
