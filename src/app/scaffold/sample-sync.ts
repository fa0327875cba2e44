import { given } from "../../model/given.ts";
import type { Json } from "../../model/json.ts";
import type { FieldSpec, ObjectType } from "../../model/object-type.ts";
import type { SampleRows } from "../../model/source-kind.ts";
import { profileColumns } from "./column-profile.ts";
import type { DraftDefinition, DraftField } from "./definition-text.ts";
import { fieldExpression } from "./field-expression.ts";

/** Made-up rows of one object type, and the definition for them; how the rows are kept is the source's affair. */
export interface SampleSync extends SampleRows {
  readonly draft: Omit<DraftDefinition, "source">;
}

const ROWS = 3;

/** Three records of an object type with what a new one needs, and a little more to see how it is done. */
export function sampleSync(objectType: ObjectType): SampleSync {
  const key = KEYS.find((name) => objectType.keyables.includes(name));
  const names = sampleFields(objectType, key);
  const columns = names.map((name) => columnName(objectType, name));
  const rows = [...Array(ROWS).keys()].map((row) => names.map((name) => sampleValue(objectType, name, row)));
  const table = rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])));
  const profiles = profileColumns(columns, table);
  const fields = names.flatMap((name, index): readonly DraftField[] => {
    const profile = profiles[index];
    const expression = profile && fieldExpression(profile, name, objectType.fields[name]);
    return expression === undefined
      ? []
      : [
          {
            name,
            expression: name === "name" ? `$trim(${expression})` : expression,
            ...given({ remark: ownIdRemark(objectType.fields[name]) }),
          },
        ];
  });
  const name = objectType.plural.replaceAll(" ", "-");
  return {
    name,
    columns,
    rows,
    draft: { name, object: objectType.name, mode: key === undefined ? "insert" : "upsert", key, fields },
  };
}

/** Only your Planhat knows its own ids: a made-up one makes a definition that validates, and rows that are rejected. */
function ownIdRemark(spec: FieldSpec | undefined): string | undefined {
  if (spec?.type !== "objectId" || spec.ref === "Company") return undefined;
  return "an _id of your own Planhat: the made-up ones in the data are rejected";
}

/** In the order of preference; `_id` is Planhat's to give. */
const KEYS: readonly string[] = ["externalId", "extId", "sourceId", "email"];

function sampleFields(
  { name, fields, required, keyables }: ObjectType,
  key: string | undefined,
): readonly string[] {
  const needed = required.map((group) => group.find((field) => easy(fields[field])) ?? group[0] ?? "");
  const dates = keyables.length === 0 ? ["date"] : [];
  const more = [...(EXTRAS[name] ?? [])].filter(
    (field) => field.startsWith("custom.") || Object.hasOwn(fields, field),
  );
  return [...new Set([...(key === undefined ? [] : [key]), ...needed, ...dates, ...more])].filter(
    (field) => field.startsWith("custom.") || Object.hasOwn(fields, field),
  );
}

/** A number is made up more easily than a reference. */
function easy(spec: FieldSpec | undefined): boolean {
  return spec !== undefined && spec.type !== "array" && spec.type !== "object";
}

/** Beside what is required: enough to show a text, a number, and a custom field. */
const EXTRAS: Readonly<Record<string, readonly string[]>> = {
  Company: ["phase", "custom.Seats"],
  Enduser: ["firstName", "lastName"],
  Timesheet: ["dateFrom", "dateTo"],
};

/** The column of a field, as a database would call it. */
function columnName({ fields }: ObjectType, field: string): string {
  if (field === "externalId" || field === "extId") return "id";
  const spec = fields[field];
  if (spec?.ref === "Company") return "company_id";
  const bare = field.replace(/^custom\./, "").replace(/^_/, "");
  return bare.replace(/([a-z])([A-Z])/g, "$1_$2").toLowerCase();
}

const COMPANIES = ["Acme", "Bolt, Inc", "Cedar & Sons"];
const PEOPLE = ["Ada", "Ben", "Cleo"];
const FAMILIES = ["Lund", "Okoye", "Marsh"];

function sampleValue({ name, fields }: ObjectType, field: string, row: number): string {
  const spec = fields[field];
  const known = TEXTS[field]?.[row];
  if (spec === undefined) return String([25, 5, 12][row] ?? 0);
  if (spec.ref === "Company") return `c${row + 1}`;
  if (spec.enum !== undefined) return String((spec.enum as readonly Json[])[row % spec.enum.length]);
  switch (spec.type) {
    case "string":
      if (field === "name" && name === "Company") return COMPANIES[row] ?? "";
      return (
        known ?? (KEYS.includes(field) ? `${name.slice(0, 1).toLowerCase()}${row + 1}` : `sample-${row + 1}`)
      );
    case "number":
    case "integer":
      return String(8 + row);
    case "boolean":
      return row === 0 ? "true" : "false";
    case "date":
    case "epochDays":
      return `2026-01-0${row + 1}`;
    case "array":
      return `sample-${row + 1}`;
    case "objectId":
      return `65a00000000000000000000${row + 1}`;
    case "object":
      return "";
    default:
      return spec.type satisfies never;
  }
}

/** Texts that Planhat looks into, or that are nicer to read. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  email: PEOPLE.map((person, row) => `${person.toLowerCase()}@${["acme", "bolt", "cedar"][row]}.example`),
  firstName: PEOPLE,
  lastName: FAMILIES,
  nickName: PEOPLE,
  phase: ["Customer", "Trial", "Onboarding"],
  _currency: ["EUR", "EUR", "USD"],
  currency: ["EUR", "EUR", "USD"],
  companyExternalId: ["c1", "c2", "c3"],
};
