import type { Json, JsonObject } from "../../model/json.ts";
import type { ObjectType } from "../../model/object-type.ts";
import { isCustomField } from "../../model/record-body.ts";
import type { Row } from "../../model/row.ts";
import { Stop } from "../../model/stop.ts";
import { csvKind } from "../../sources/csv/csv-kind.ts";
import { csvText } from "../../sources/csv/csv-text.ts";
import { profileColumns } from "./column-profile.ts";
import { definitionText } from "./definition-text.ts";
import { proposeDefinition } from "./propose-definition.ts";
import { type DefinitionFile, testedDefinition } from "./tested-definition.ts";

/** Records that become rows of the CSV template. */
const EXAMPLES = 5;

export interface ImportedObject extends DefinitionFile {
  readonly data: { readonly file: string; readonly text: string };
}

/**
 * A first definition for what a tenant holds: the fields that its records use, standard and custom, and a CSV with the
 * same columns and some of the records, which an apply would find unchanged. Throws a Stop where there are no records.
 */
export async function importPlanhat(
  objectType: ObjectType,
  records: readonly JsonObject[],
): Promise<ImportedObject> {
  if (records.length === 0) {
    throw new Stop("nothing-to-learn", `Planhat holds no ${objectType.plural} to learn the fields from.`, {
      fix: `Start from a sample instead: planhat-sync init --object ${objectType.name}.`,
    });
  }
  const known = columnsOf(objectType, records);
  const columns = [...known.keys()];
  const rows = records.map((record, index): Row => {
    const cells = [...known].map(([column, field]) => [column, cellOf(record[field]) ?? ""] as const);
    return { position: { row: index + 1 }, data: Object.fromEntries(cells) };
  });
  const data = rows.map((row) => row.data);
  const name = objectType.plural.replaceAll(" ", "-");
  const file = `data/${name}.csv`;
  const draft = proposeDefinition({
    objectType,
    columns: profileColumns(columns, data),
    source: [`  ${csvKind.kind}:`, `    path: ${file}`],
    known,
  });
  const keyColumn = [...known].find(([, field]) => field === draft.key)?.[0];
  const examples = rows
    .filter((row) => keyColumn === undefined || row.data[keyColumn] !== "")
    .slice(0, EXAMPLES);
  const table = examples.map((row) => columns.map((column) => String(row.data[column] ?? "")));
  return {
    ...(await testedDefinition(`syncs/${name}.yaml`, definitionText(draft), examples)),
    data: { file, text: csvText([columns, ...table]) },
  };
}

/** A column for each field in use that may be written and has a form in CSV; `custom.` is left off where it can be. */
function columnsOf(
  { fields, keyables }: ObjectType,
  records: readonly JsonObject[],
): ReadonlyMap<string, string> {
  const used = [...new Set(records.flatMap((record) => Object.keys(record)))].filter((field) =>
    records.some((record) => cellOf(record[field]) !== undefined && cellOf(record[field]) !== ""),
  );
  const written = used.filter((field) => {
    if (records.some((record) => record[field] !== undefined && cellOf(record[field]) === undefined))
      return false;
    if (isCustomField(field)) return field.trim() === field;
    return Object.hasOwn(fields, field) && fields[field]?.computed !== true;
  });
  const hasKey = keyables.some((name) => name !== "_id" && written.includes(name));
  const columns = new Map<string, string>();
  for (const field of written) {
    if (field === "_id" && hasKey) continue;
    const bare = field.replace(/^custom\./, "");
    columns.set(columns.has(bare) || (bare !== field && written.includes(bare)) ? field : bare, field);
  }
  return columns;
}

/** What a CSV can hold of a value; undefined for what it cannot. */
function cellOf(value: Json | undefined): string | undefined {
  if (value === undefined || value === null) return "";
  if (typeof value !== "object") return String(value);
  if (
    !Array.isArray(value) ||
    !value.every((item) => typeof item === "string" && !/[|]|^\s|\s$|^$/.test(item))
  )
    return undefined;
  return value.length === 1 ? `${value[0]}|` : value.join("|");
}
