import type { Json } from "../../model/json.ts";
import type { PlacedSync } from "../../model/placed.ts";
import { selectedItems, writtenQuery } from "../../model/selected-columns.ts";
import { type CursorKind, cursorOf, type SqlDialect } from "../../model/source-kind.ts";
import { type SqlToken, sqlTokens } from "../../model/sql-tokens.ts";

/**
 * As far as anything tells without a row: the types that the database gave, a cast in the query, or the rows of the
 * definition's tests. undefined where nothing does, or they disagree.
 */
export function cursorKind(sync: PlacedSync): CursorKind | undefined {
  const { source } = sync;
  const column = source && cursorOf(source.settings)?.column;
  if (source === undefined || column === undefined) return undefined;
  const dialect = source.kind.sql;
  const told = sync.columns?.find(({ name }) => name === column)?.type;
  if (told !== undefined) return dialect?.cursorTypes[told];
  const cast = dialect === undefined ? undefined : castIn(writtenQuery(sync, source), column, dialect);
  return cast ?? kindInTests(sync, column, dialect !== undefined);
}

/** `updated_at::timestamptz`, `cast(id as bigint) as id`, `extract(epoch from changed) as changed`. */
function castIn(sql: string | undefined, column: string, dialect: SqlDialect): CursorKind | undefined {
  const tokens = [...sqlTokens(sql ?? "")];
  const item = selectedItems(tokens).find(({ name }) => name === column);
  const end = tokens.findIndex(({ start }) => start === item?.start);
  if (item === undefined || end < 0) return undefined;
  const as = tokens[end - 1];
  if (as?.value !== "as" || as.kind !== "word") return undefined;
  const before = tokens.slice(0, end - 1);
  const [last, colon, other] = [before.at(-1), before.at(-2), before.at(-3)];
  if (last === undefined) return undefined;
  if (colon?.value === ":" && other?.value === ":" && last.kind === "word")
    return dialect.cursorTypes[last.value];
  return last.value === ")" ? calledKind(before, dialect) : undefined;
}

/** Of a call that ends the tokens. */
function calledKind(
  tokens: readonly SqlToken[],
  { cursorTypes, cursorFunctions }: SqlDialect,
): CursorKind | undefined {
  let depth = 0;
  for (let index = tokens.length - 1; index >= 0; index--) {
    const { kind, value } = tokens[index] as SqlToken;
    if (kind !== "sign") continue;
    if (value === ")") depth += 1;
    if (value === "(") depth -= 1;
    if (depth > 0) continue;
    const name = tokens[index - 1]?.value ?? "";
    if (name !== "cast") return cursorFunctions[name];
    const [as, type] = tokens.slice(-3, -1);
    return as?.value === "as" && type?.kind === "word" ? cursorTypes[type.value] : undefined;
  }
  return undefined;
}

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
