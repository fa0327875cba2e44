import { byAction } from "./action.ts";
import type { ChangeView, FieldEffect, FieldView } from "./change-view.ts";
import type { ObjectType } from "./object-type.ts";

/**
 * What a change puts at stake, the worst first. `drift`: it undoes what somebody did in Planhat since our last apply.
 * `identity`: it gives a record another key or another parent. `clears`: it empties a field. `overwrites`: it replaces
 * a value, or one that is not known. `fills`: it sets what was empty. `creates`: a new record, which harms none.
 */
export const RISKS = ["drift", "identity", "clears", "overwrites", "fills", "creates"] as const;

export type Risk = (typeof RISKS)[number];

export const NO_RISKS: Readonly<Record<Risk, number>> = {
  drift: 0,
  identity: 0,
  clears: 0,
  overwrites: 0,
  fills: 0,
  creates: 0,
};

/** Everything that is at stake, the worst first; never empty. A field outside the catalogue is no identity. */
export function risksOf(change: ChangeView, objectType: ObjectType | undefined): readonly Risk[] {
  const found = new Set<Risk>();
  if (change.drift !== undefined) found.add("drift");
  const fieldRisks = byAction(change.action, {
    create: () => ["creates"] as const,
    update: () => effectsOf(change, objectType),
  });
  for (const risk of fieldRisks()) found.add(risk);
  if (found.size === 0) found.add("fills");
  return RISKS.filter((risk) => found.has(risk));
}

function* effectsOf(change: ChangeView, objectType: ObjectType | undefined): Iterable<Risk> {
  for (const [name, field] of Object.entries(change.fields)) {
    const effect = effectOf(field, change.action);
    yield effect;
    if (effect !== "fills" && identifies(name, objectType)) yield "identity";
  }
}

/** Greater is riskier: by the worst that is at stake, then by the number of fields that an update touches. */
export function riskWeight(
  change: ChangeView,
  objectType: ObjectType | undefined,
  [worst = "creates"] = risksOf(change, objectType),
): number {
  const touched = byAction(change.action, { create: 0, update: Object.keys(change.fields).length });
  return (RISKS.length - RISKS.indexOf(worst)) * MOST_FIELDS + touched;
}

export function effectOf(field: FieldView, action: ChangeView["action"]): FieldEffect {
  if ("hidden" in field) return field.effect;
  const { before, after } = field;
  const isEmpty = byAction(action, { create: true, update: before === null && after !== null });
  if (isEmpty) return "fills";
  return after === null ? "clears" : "overwrites";
}

/** A keyable, or the reference that says to what the record belongs. */
function identifies(name: string, objectType: ObjectType | undefined): boolean {
  if (objectType === undefined) return false;
  return (
    objectType.keyables.includes(name) || (name === "companyId" && Object.hasOwn(objectType.fields, name))
  );
}

/** No record has as many fields: a weight is a class and a count in one number. */
const MOST_FIELDS = 1_000_000;
