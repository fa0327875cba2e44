import type { Mode } from "../../model/compiled-sync.ts";
import { given } from "../../model/given.ts";
import type { FieldSpec, ObjectType } from "../../model/object-type.ts";
import { Stop } from "../../model/stop.ts";
import type { ColumnProfile } from "./column-profile.ts";
import type { DraftDefinition, DraftField } from "./definition-text.ts";
import { columnExpression, fieldExpression } from "./field-expression.ts";
import { type MatchedColumn, matchColumns, matchedColumn } from "./match-columns.ts";

export interface Proposal {
  readonly objectType: ObjectType;
  readonly columns: readonly ColumnProfile[];
  /** Lines below `source:`. */
  readonly source: readonly string[];
  /** Columns whose field is known: name → field. Absent: all are matched by name and meaning. */
  readonly known?: ReadonlyMap<string, string>;
}

/**
 * A first definition for a table: columns matched to fields, a key, and what a new record needs. What cannot be had from
 * the columns is got around in the way that writes least, and a remark says so. Throws a Stop where no way is left.
 */
export function proposeDefinition({ objectType, columns, source, known }: Proposal): DraftDefinition {
  const matches =
    known === undefined ? matchColumns(objectType, columns) : knownMatches(objectType, columns, known);
  const fields = matches.map(
    ({ field, expression, by }): DraftField => ({
      name: field,
      expression,
      ...given({ by }),
      ...(by !== undefined && { remark: LOOKED_UP }),
    }),
  );
  const key = keyOf(objectType, columns, matches);
  if (key !== undefined && !fields.some(({ name }) => name === key.name)) fields.unshift(key);
  const lacking = objectType.required.filter(
    (group) => !group.some((name) => fields.some((field) => field.name === name)),
  );
  const filled = lacking.flatMap((group) => fallback(objectType, group, columns) ?? []);
  const missing = lacking.filter((group) => !filled.some(({ name }) => group.includes(name)));
  const used = new Set(matches.map(({ column }) => column.name));
  return {
    name: objectType.plural.replaceAll(" ", "-"),
    object: objectType.name,
    source,
    ...modeOf(objectType, key?.name, missing),
    key: key?.name,
    fields: [...fields, ...filled],
    left: columns.filter(({ name }) => !used.has(name)).map(customField),
  };
}

/** A first apply should not fail over a colleague who has left. */
const LOOKED_UP = "looked up; `missing: reject` rejects a row whose value nobody has";

function knownMatches(
  objectType: ObjectType,
  columns: readonly ColumnProfile[],
  known: ReadonlyMap<string, string>,
): readonly MatchedColumn[] {
  return columns.flatMap((column): readonly MatchedColumn[] => {
    const field = known.get(column.name);
    const spec =
      field === undefined || !Object.hasOwn(objectType.fields, field) ? undefined : objectType.fields[field];
    const match = field === undefined ? undefined : matchedColumn(column, field, spec);
    return match === undefined ? [] : [match];
  });
}

/** A mapped keyable whose values tell the rows apart; else one that is mapped; else a column that could be one. */
function keyOf(
  { keyables }: ObjectType,
  columns: readonly ColumnProfile[],
  matches: readonly MatchedColumn[],
): DraftField | undefined {
  const order = [...keyables].sort((a, b) => rank(a) - rank(b));
  const mapped = order.flatMap((name) => matches.find(({ field }) => field === name) ?? []);
  const best = mapped.find(({ column }) => column.isUnique && !column.hasBlanks) ?? mapped[0];
  if (best !== undefined) return { name: best.field, expression: best.expression };
  const own = order.find((name) => name !== "_id" && name !== "email");
  const candidate =
    columns.find(
      (column) => column.isUnique && !column.hasBlanks && /id\b|key|number|code/i.test(column.name),
    ) ??
    columns.find((column) => column.isUnique && !column.hasBlanks) ??
    columns[0];
  if (own === undefined || candidate === undefined) return undefined;
  const remark = candidate.isUnique
    ? "proposed as the key: no two rows share its value"
    : "proposed as the key, and rows share its value: put a better one here";
  return { name: own, expression: columnExpression(candidate.name), remark };
}

/** externalId is meant for this; `_id` comes last, because only Planhat gives it. */
function rank(keyable: string): number {
  const at = ["externalId", "extId", "sourceId", "email"].indexOf(keyable);
  return at < 0 ? 9 : at;
}

/** A text that a new record needs and no column is called by. */
function fallback(
  { fields }: ObjectType,
  group: readonly string[],
  columns: readonly ColumnProfile[],
): DraftField | undefined {
  const field = group.find((name) => isFreeText(name, fields[name]));
  const column = columns.find(
    ({ hasBlanks, values }) => !hasBlanks && values.some((one) => /\p{L}/u.test(one)),
  );
  if (field === undefined || column === undefined) return undefined;
  const remark = "no column is called so: this one has text in every row";
  return { name: field, expression: columnExpression(column.name), remark };
}

function isFreeText(name: string, spec: FieldSpec | undefined): boolean {
  return spec?.type === "string" && spec.enum === undefined && /^(name|title|nickName)$/.test(name);
}

/** Without what a create needs, and with a key, there are still the records that exist. */
function modeOf(
  { name, plural }: ObjectType,
  key: string | undefined,
  missing: readonly (readonly string[])[],
): { readonly mode: Mode; readonly modeRemark?: string } {
  const lacks = missing.map((group) => group.join(" or ")).join(", ");
  if (key === undefined && missing.length > 0) {
    throw new Stop("nothing-to-learn", `No column can be ${lacks}, which a new ${name} needs.`, {
      fix: "Add such a column to the file, or start from a sample with planhat-sync init --object.",
    });
  }
  if (key === undefined)
    return { mode: "insert", modeRemark: `nothing identifies ${plural}: each row is new` };
  if (key === "_id") return { mode: "update", modeRemark: "_id is Planhat's own: what has one exists" };
  if (missing.length === 0) return { mode: "upsert" };
  return { mode: "update", modeRemark: `a new ${name} needs ${lacks}, and no column gives it` };
}

function customField(column: ColumnProfile): DraftField {
  const name = `custom.${column.name.trim()}`;
  return { name, expression: fieldExpression(column, name, undefined) ?? columnExpression(column.name) };
}
