import type { Drift, FieldChange } from "../model/change.ts";
import type { Json, JsonObject } from "../model/json.ts";
import type { FieldSpec, ObjectType } from "../model/object-type.ts";
import type { TargetRecord } from "../model/record.ts";
import { comparable } from "./comparable.ts";
import type { References } from "./references.ts";

export interface LiveComparison {
  readonly objectType: ObjectType;
  /** By which the record was found: no change of its own. */
  readonly keyField: string;
  readonly references: References;
  /** What Planhat accepted last from us, where anything is remembered. */
  readonly accepted: JsonObject | undefined;
}

/** The fields of the record that Planhat holds otherwise now, and which of them somebody else changed there. */
export function compareLive(
  { fields }: TargetRecord,
  live: JsonObject,
  comparison: LiveComparison,
): { readonly fields: Readonly<Record<string, FieldChange>>; readonly drift: Drift | undefined } {
  const changes: Record<string, FieldChange> = {};
  const drifted: string[] = [];
  for (const [name, after] of Object.entries(fields)) {
    const before = live[name];
    if (before === after || name === comparison.keyField) continue;
    const spec = comparison.objectType.fields[name];
    if (holdsNow(before, after, spec, comparison.references)) continue;
    const accepted = comparison.accepted?.[name];
    if (accepted !== undefined && sameForm(accepted, after, spec) && isNotOurs(spec, comparison)) continue;
    changes[name] = { before: before ?? null, after };
    if (accepted !== undefined && !holdsNow(before, accepted, spec, comparison.references))
      drifted.push(name);
  }
  return {
    fields: changes,
    drift: drifted.length === 0 ? undefined : { kind: "edited", fields: drifted },
  };
}

/**
 * What Planhat computes over (`mr`), does not list (`industry`) or refers to with a permission that the token lacks may
 * come back in another form or not at all: there what was accepted counts, or each apply would send it again.
 */
function isNotOurs(spec: FieldSpec | undefined, { references }: LiveComparison): boolean {
  if (spec === undefined) return false;
  if (spec.computed === true || spec.unlisted === true) return true;
  return spec.ref !== undefined && spec.prefixes === true && !references.isReadable(spec);
}

/** Whether a value of Planhat's means what was to be written; a reference is resolved first. */
export function holdsNow(
  live: Json | undefined,
  wanted: Json,
  spec: FieldSpec | undefined,
  references: References,
): boolean {
  return comparable(live, spec) === comparable(resolved(wanted, spec, references), spec);
}

function sameForm(a: Json, b: Json, spec: FieldSpec | undefined): boolean {
  return comparable(a, spec) === comparable(b, spec);
}

/** Planhat answers `_id`s where `extid-…` was written. */
function resolved(value: Json, spec: FieldSpec | undefined, references: References): Json {
  if (spec?.ref === undefined) return value;
  if (typeof value === "string") return references.idOf(value, spec);
  if (!Array.isArray(value)) return value;
  return value.map((one) => (typeof one === "string" ? references.idOf(one, spec) : one));
}
