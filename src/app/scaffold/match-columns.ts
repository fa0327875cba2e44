import type { FieldSpec, ObjectType } from "../../model/object-type.ts";
import type { LookupField } from "../../model/reference-lookup.ts";
import type { ColumnProfile } from "./column-profile.ts";
import { addressExpression, fieldExpression } from "./field-expression.ts";
import { MEANINGS, OTHER_NAMES } from "./meanings.ts";

export interface MatchedColumn {
  readonly column: ColumnProfile;
  readonly field: string;
  readonly expression: string;
  /** The column holds what the records referred to are looked up by. */
  readonly by?: LookupField;
}

/**
 * Which column goes to which field of an object: by name, then by meaning, each at most once, and only where the values
 * are such as the field takes. In the order of the columns.
 */
export function matchColumns(
  objectType: ObjectType,
  columns: readonly ColumnProfile[],
): readonly MatchedColumn[] {
  const offers = columns.flatMap((column, index) => offersFor(objectType, column, index));
  offers.sort((a, b) => a.doubt - b.doubt || a.index - b.index);
  const matched = new Map<number, MatchedColumn>();
  const taken = new Set<string>();
  for (const { column, index, field, spec } of offers) {
    if (matched.has(index) || taken.has(field)) continue;
    const match = matchedColumn(column, field, spec);
    if (match === undefined) continue;
    matched.set(index, match);
    taken.add(field);
  }
  return [...matched].sort(([a], [b]) => a - b).map(([, match]) => match);
}

/** undefined where the field does not take such values. */
export function matchedColumn(
  column: ColumnProfile,
  field: string,
  spec: FieldSpec | undefined,
): MatchedColumn | undefined {
  const looked = addressExpression(column, spec);
  if (looked !== undefined) return { column, field, expression: looked, by: "email" };
  const expression = fieldExpression(column, field, spec);
  return expression === undefined ? undefined : { column, field, expression };
}

interface Offer {
  readonly column: ColumnProfile;
  readonly index: number;
  readonly field: string;
  readonly spec: FieldSpec;
  /** 0 for the field's own name; the less sure, the more. */
  readonly doubt: number;
}

function offersFor({ name, fields }: ObjectType, column: ColumnProfile, index: number): readonly Offer[] {
  const plain = plainName(column.name);
  const names = [name, ...(OTHER_NAMES[name] ?? [])].map((one) => one.toLowerCase());
  return Object.entries(fields).flatMap(([field, spec]) => {
    if (field === "custom" || field === "_id" || (spec.computed && !spec.offered && !spec.written)) return [];
    if (plain === plainName(field)) return [{ column, index, field, spec, doubt: 0 }];
    const at = meaningsOf(field, spec).findIndex((meaning) =>
      meaning.includes("%") ? names.some((one) => meaning.replace("%", one) === plain) : meaning === plain,
    );
    return at < 0 ? [] : [{ column, index, field, spec, doubt: at + 1 }];
  });
}

/** A company is referred to by other names too: `cId`, `companyIds`. */
function meaningsOf(field: string, spec: FieldSpec): readonly string[] {
  const known = MEANINGS[field === "extId" ? "externalId" : field];
  if (known !== undefined) return known;
  return spec.ref === "Company" && spec.prefixes ? (MEANINGS["companyId"] ?? []) : [];
}

/** `Renewal Date`, `renewal_date` and `renewalDate` are one. */
function plainName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
