import { isJsonObject, type Json, type JsonObject } from "../model/json.ts";
import type { FieldSpec, ObjectType } from "../model/object-type.ts";
import { conversationType } from "./conversation-type.ts";
import { customValue } from "./custom-fields.ts";
import { Patch } from "./patch.ts";
import { resolveReference } from "./resolve-reference.ts";
import { isComputedAmount } from "./revenue.ts";
import { misfit } from "./value-fits.ts";
import type { World } from "./world.ts";

/** `custom` holds only the custom fields that were sent. */
export type Prepared =
  | { readonly ok: true; readonly patch: Patch; readonly custom: Patch }
  | { readonly ok: false; readonly message: string };

type Verdict = "keep" | "leave out" | { readonly refuse: string };

/** No record yet. */
const NEW: JsonObject = {};

/** An item as it was sent → what of it is stored: ids as text, references resolved, the rest by the unknowns. */
export function prepareItem(
  world: World,
  type: ObjectType,
  item: JsonObject,
  before: JsonObject = NEW,
): Prepared {
  const patch = new Patch();
  const custom = new Patch();
  for (const name of Object.keys(item)) {
    const sent = item[name] as Json;
    if (name === "_id") continue;
    if (name === "custom" && isJsonObject(sent)) {
      const refusal = prepareCustom(world, type, sent, custom);
      if (refusal !== undefined) return { ok: false, message: refusal };
      continue;
    }
    const spec = fieldSpec(type, name);
    const verdict = judge(world, name, spec);
    if (verdict === "leave out") continue;
    if (verdict !== "keep") return { ok: false, message: verdict.refuse };
    const { dealAmounts } = world.unknowns;
    if (dealAmounts !== "store" && isComputedAmount(world, type, before, name)) {
      if (dealAmounts === "ignore") continue;
      return { ok: false, message: `${name} is computed from line items` };
    }
    const value = conversationType(world, type, name, keyText(type, name, sent));
    const stored = spec?.readAs ?? name;
    const written = emptied(world, value);
    if (written === "nothing") continue;
    if (written === "clear" || value === null) {
      if (isRequired(type, name)) return { ok: false, message: `${name} is required` };
      if (written === "clear") patch.clear(stored);
      else patch.set(stored, null);
      continue;
    }
    const taken = spec === undefined ? { value } : typed(world, name, spec, value);
    if ("refuse" in taken) return { ok: false, message: taken.refuse };
    patch.set(stored, taken.value);
  }
  return { ok: true, patch, custom };
}

/** A field may bear any name, `constructor` too. */
export function fieldSpec(type: ObjectType, name: string): FieldSpec | undefined {
  return Object.hasOwn(type.fields, name) ? type.fields[name] : undefined;
}

function judge({ unknowns }: World, name: string, spec: FieldSpec | undefined): Verdict {
  if (spec === undefined) {
    if (unknowns.unknownField === "refuse") return { refuse: `${name} is not a field` };
    return unknowns.unknownField === "store" ? "keep" : "leave out";
  }
  if (spec.computed !== true) return "keep";
  switch (unknowns.computedField) {
    case "refuse":
      return { refuse: `${name} is read-only` };
    case "store":
      return "keep";
    case "ignore":
      return "leave out";
    case "ignoreUnlessOffered":
      return spec.offered === true || spec.written === true ? "keep" : "leave out";
    default:
      return unknowns.computedField satisfies never;
  }
}

/** `externalId: 1234` is stored as `"1234"`. */
function keyText(type: ObjectType, name: string, value: Json): Json {
  return typeof value === "number" && type.keyables.includes(name) ? String(value) : value;
}

function emptied({ unknowns }: World, value: Json): "clear" | "nothing" | undefined {
  if (value === null && unknowns.nullValue !== "store") {
    return unknowns.nullValue === "ignore" ? "nothing" : "clear";
  }
  return value === "" && unknowns.emptyString === "clear" ? "clear" : undefined;
}

function isRequired(type: ObjectType, name: string): boolean {
  return type.required.some((group) => group.length === 1 && group[0] === name);
}

function typed(
  world: World,
  name: string,
  spec: FieldSpec,
  value: Json,
): { readonly value: Json } | { readonly refuse: string } {
  if (spec.ref !== undefined && spec.prefixes === true) {
    const resolved = resolveReference(world, spec.ref, value);
    return resolved === undefined ? { refuse: `${name} not found` } : { value: resolved };
  }
  const found = otherReference(world, spec, value);
  if (found === undefined) return { refuse: `${name} not found` };
  if (world.unknowns.wrongType === "store") return { value: kept(spec, found) };
  const problem =
    misfit(found, { types: [spec.type], items: spec.items, values: spec.enum }) ?? outOfRange(spec, found);
  return problem === undefined ? { value: kept(spec, found) } : { refuse: `${name} ${problem}` };
}

/** A reference other than to a company, resolved or as it is; undefined where it leads nowhere and may not. */
function otherReference(world: World, { ref, type, items }: FieldSpec, value: Json): Json | undefined {
  const { otherReferences, danglingReference } = world.unknowns;
  if (ref === undefined || (items ?? type) !== "objectId") return value;
  if (otherReferences === "id" && danglingReference === "store") return value;
  const resolved = resolveReference(world, ref, value);
  if (resolved === undefined) return danglingReference === "store" ? value : undefined;
  return otherReferences === "resolve" ? resolved : value;
}

function outOfRange({ minimum = -Infinity, maximum = Infinity }: FieldSpec, value: Json): string | undefined {
  if (typeof value !== "number" || (value >= minimum && value <= maximum)) return undefined;
  return `is not between ${minimum} and ${maximum}`;
}

/** The form in which Planhat keeps a value: a day is midnight UTC, and `[{ _id }]` a list of ids. */
function kept({ day, ref }: FieldSpec, value: Json): Json {
  if (day === true && typeof value === "string" && !Number.isNaN(Date.parse(value))) {
    return `${new Date(value).toISOString().slice(0, 10)}T00:00:00.000Z`;
  }
  if (ref === undefined || !Array.isArray(value)) return value;
  return value.map((one: Json) => {
    const id = isJsonObject(one) && Object.keys(one).length === 1 ? one["_id"] : undefined;
    return id ?? one;
  });
}

/** Answers what is wrong, or fills `custom`. */
function prepareCustom(world: World, type: ObjectType, sent: JsonObject, custom: Patch): string | undefined {
  const { unknowns, customField } = world;
  for (const name of Object.keys(sent)) {
    const value = sent[name] as Json;
    const field = customField(type.name, name);
    if (field === undefined) {
      if (unknowns.unknownCustomField === "refuse") return `custom field ${name} does not exist`;
      if (unknowns.unknownCustomField === "ignore") continue;
    } else if (field["isFormula"] === true) {
      // A formula's value is computed, so the same switch holds.
      if (unknowns.computedField === "refuse") return `custom field ${name} is read-only`;
      if (unknowns.computedField !== "store") continue;
    }
    const written = emptied(world, value);
    if (written === "nothing") continue;
    const checked = field !== undefined && value !== null && value !== "" && unknowns.wrongType === "refuse";
    const problem = checked ? misfit(value, customValue(field)) : undefined;
    if (problem !== undefined) return `custom field ${name} ${problem}`;
    if (written === "clear") custom.clear(name);
    else custom.set(name, value);
  }
  return undefined;
}
