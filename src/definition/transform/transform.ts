import type { CompiledField, CompiledSync, Mode, Transformed } from "../../model/compiled-sync.ts";
import type { ColumnTypes, EvaluationContext } from "../../model/expression.ts";
import { fingerprintOf } from "../../model/fingerprint.ts";
import { type Check, fieldCheck } from "../../model/fit/field-check.ts";
import { given } from "../../model/given.ts";
import type { Json, JsonObject } from "../../model/json.ts";
import type { FieldSpec, ObjectType } from "../../model/object-type.ts";
import type { RecordKey } from "../../model/record.ts";
import { RecordJson } from "../../model/record-json.ts";
import type { ReferenceLookup } from "../../model/reference-lookup.ts";
import type { Row } from "../../model/row.ts";
import { type IdentityCheck, identityCheck } from "./identity-check.ts";
import { type LookedUpField, lookedUpFields, lookUp, type Referring, soughtValue } from "./look-up.ts";
import { nonFiniteFault } from "./non-finite.ts";
import {
  blankKey,
  blankValue,
  expressionFailed,
  type Fault,
  isUnseen,
  misfit,
  missingDate,
  missingReference,
  missingValue,
  type NoValueFix,
} from "./row-fault.ts";
import { streamIdentity } from "./stream-identity.ts";
import { Turns } from "./turns.ts";

/** The parts of a compiled sync that its transform needs. */
export interface TransformSpec {
  readonly name: string;
  readonly mode: Mode;
  readonly key: string | undefined;
  readonly objectType: ObjectType;
  readonly fields: readonly CompiledField[];
  /** How a text that stands for no value comes to count as none in the source; undefined where nobody tells. */
  readonly noValueFix?: NoValueFix;
  /** What the source's columns may hold, as far as that is known. */
  readonly columns?: ColumnTypes;
}

/**
 * Rows to records, one result a row, in order. A fault of one row, be it of its data or of the program, rejects that
 * row and no other. Works without a promise a row, and gives others a turn of the event loop between two fields where
 * their time has come. `now`: milliseconds on a clock that only goes forward.
 */
export function makeTransform(spec: TransformSpec, now?: () => number): CompiledSync["transform"] {
  // Made for the first rows: whoever only checks a definition transforms none.
  let made: { readonly plan: Plan; readonly turns: Turns } | undefined;
  return async (rows, runStart, signal, find) => {
    made ??= { plan: planTransform(spec), turns: new Turns(now) };
    const { plan, turns } = made;
    const context = { runStart };
    const looksUp = find !== undefined && plan.lookups.length > 0;
    const drafts: Draft[] = [];
    const results: Transformed[] = [];
    // The time since the last call was not spent on these rows.
    if (turns.areOver()) await turns.next(signal);
    for (const row of rows) {
      const draft: Draft = { row, fields: {}, fault: undefined, done: 0 };
      while (!fillFields(draft, plan, row, context, turns)) await turns.next(signal);
      if (looksUp) drafts.push(draft);
      else results.push(finish(plan, draft));
      if (turns.areOver()) await turns.next(signal);
    }
    if (!looksUp) return results;
    await lookUp(plan.lookups, drafts, find, signal ?? new AbortController().signal);
    return drafts.map((draft) => finish(plan, draft));
  };
}

interface Plan {
  readonly sync: string;
  readonly key: string | undefined;
  /** Of a point or an event, which has no key: what it is known by. */
  readonly identity: ((fields: JsonObject) => string) | undefined;
  readonly fields: readonly PlannedField[];
  /** Every group needs a value in one of its fields. */
  readonly groups: readonly RequiredGroup[];
  /** References whose values are looked up in Planhat. */
  readonly lookups: readonly LookedUpField[];
}

interface PlannedField {
  readonly name: string;
  /** A list is wanted: JSONata gives a single value where there is one match only. */
  readonly wrap: boolean;
  /** In front of every id: `extid-`. */
  readonly prefix: string | undefined;
  readonly lookup: ReferenceLookup | undefined;
  /** The expression's text, where advice may put something in its place. */
  readonly source: string | undefined;
  readonly columns: ColumnTypes;
  readonly check: Check;
  /** Of a field by which a record or a person is found. */
  readonly identity: IdentityCheck | undefined;
  /** What it reads of the row; undefined where that may be any column. */
  readonly reads: readonly string[] | undefined;
  evaluate(row: Json, context: EvaluationContext): unknown;
}

interface RequiredGroup {
  readonly fields: readonly string[];
  readonly fault: Fault;
  /** Absent: whatever the other fields hold. */
  readonly applies?: (fields: JsonObject) => boolean;
}

/** A record while it is built. The first fault counts; the other fields are still filled in, for the report. */
interface Draft extends Referring {
  readonly row: Row;
  /** How many of the fields have been evaluated. */
  done: number;
}

function planTransform({ name, mode, key, objectType, fields, noValueFix, columns }: TransformSpec): Plan {
  const { stream } = objectType;
  const groups: RequiredGroup[] = fields
    .filter((field) => field.required)
    .map((field) => ({ fields: [field.name], fault: missingValue([field.name]) }));
  const needed = mode === "update" ? (objectType.always ?? []).map((field) => [field]) : objectType.required;
  for (const group of needed) {
    const isReference = group.some((field) => objectType.fields[field]?.ref === "Company");
    groups.push({ fields: group, fault: isReference ? missingReference(group) : missingValue(group) });
  }
  if (mode !== "update") groups.push(...conditionalGroups(objectType));
  if (stream !== undefined) groups.push({ fields: [stream.date], fault: missingDate(stream.date) });
  const identity = stream === undefined ? undefined : streamIdentity(objectType, stream);
  const known = columns ?? (() => undefined);
  const planned = fields.map((field) =>
    planField(field, identityCheck(field, { objectType, key, noValueFix, columns: known }), known),
  );
  return { sync: name, key, identity, fields: planned, groups, lookups: lookedUpFields(fields) };
}

function conditionalGroups({ requiredWhen = [], fields: specs }: ObjectType): readonly RequiredGroup[] {
  return requiredWhen.map(({ field, is, needs }) => ({
    fields: needs,
    fault: missingValue(needs, `where ${field} is ${JSON.stringify(is)}`),
    applies: (fields) => (isNoValue(fields[field]) ? specs[field]?.default : fields[field]) === is,
  }));
}

function planField(
  { name, spec, value, prefix, lookup }: CompiledField,
  identity: IdentityCheck | undefined,
  columns: ColumnTypes,
): PlannedField {
  const source = value.kind === "expression" && prefix === undefined ? value.expression.text : undefined;
  const check = fieldCheck(name, lookup === undefined || spec === undefined ? spec : soughtSpec(spec));
  const base = { name, wrap: spec?.type === "array", prefix, lookup, source, columns, check, identity };
  if (value.kind === "constant") return { ...base, reads: [], evaluate: () => value.constant };
  const { expression } = value;
  return {
    ...base,
    get reads() {
      return expression.columns;
    },
    evaluate: (row, context) => expression.evaluate(row, context),
  };
}

/** Of a reference that is looked up: before that it holds the texts that are looked for. */
function soughtSpec({ type, description }: FieldSpec): FieldSpec {
  return type === "array" ? { type, items: "string", description } : { type: "string", description };
}

/** Goes on where it stopped last; false where the turn is over before the last field is done. */
function fillFields(
  draft: Draft,
  { fields }: Plan,
  row: Row,
  context: EvaluationContext,
  turns: Turns,
): boolean {
  for (let field = fields[draft.done]; field !== undefined; field = fields[draft.done]) {
    try {
      putResult(draft, field, field.evaluate(row.data, context), row);
    } catch (error) {
      draft.fault ??= expressionFailed(field.name, error);
    }
    draft.done += 1;
    // A single field may take a second, and a row has many.
    if (draft.done < fields.length && turns.areOver()) return false;
  }
  return true;
}

function putResult(draft: Draft, field: PlannedField, result: unknown, row: Row): void {
  if (result === undefined) return;
  const passedOn =
    row.nonFinite === undefined ? undefined : nonFiniteFault(field.name, result, row, field.reads);
  if (passedOn !== undefined) {
    draft.fault ??= passedOn;
    return;
  }
  const wrapped = field.wrap && result !== null && !Array.isArray(result) ? [result] : result;
  // A blank id refers to nothing.
  if (field.prefix !== undefined && typeof wrapped === "string" && BLANK.test(wrapped)) return;
  const value = idsOf(field, wrapped);
  if (value === undefined) return;
  const problem = field.check(value);
  if (problem !== undefined) {
    draft.fault ??= misfit(field, problem, value);
    return;
  }
  draft.fields[field.name] = value as Json;
  draft.fault ??= field.identity?.(value);
}

/** What a reference is given by, as it is sent or looked up; undefined where there is nothing. */
function idsOf({ prefix, lookup }: PlannedField, value: unknown): unknown {
  if (lookup !== undefined) return soughtValue(lookup, value);
  return prefix === undefined ? value : prefixed(prefix, value);
}

/** Ids of the other system, each behind its prefix; what is no id is left to the check. */
function prefixed(prefix: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => prefixed(prefix, one));
  if (typeof value === "string" && !BLANK.test(value)) return prefix + value;
  return typeof value === "number" ? `${prefix}${value}` : value;
}

function finish(plan: Plan, draft: Draft): Transformed {
  const { row, fields, references, omitted } = draft;
  const key = plan.key === undefined ? undefined : keyOf(fields[plan.key]);
  const fault = draft.fault ?? requirementFault(plan, fields, key);
  if (fault !== undefined) {
    return {
      kind: "reject",
      rejection: { sync: plan.sync, position: row.position, key: key ?? null, ...fault, record: fields },
    };
  }
  const whole = RecordJson.of(fields);
  const print = fingerprintOf(whole.json);
  const own = key ?? plan.identity?.(fields) ?? `~${print}`;
  return {
    kind: "record",
    record: {
      key: own as RecordKey,
      fields,
      whole,
      fingerprint: print,
      position: row.position,
      ...given({ references }),
    },
    ...given({ omitted }),
  };
}

function requirementFault(plan: Plan, fields: Draft["fields"], key: string | undefined): Fault | undefined {
  if (plan.key !== undefined && key === undefined) return blankKey(plan.key, fields[plan.key]);
  for (const group of plan.groups) {
    if (group.applies?.(fields) === false) continue;
    if (group.fields.some((name) => !isNoValue(fields[name]))) continue;
    return blankFault(group, fields) ?? group.fault;
  }
  return undefined;
}

/** Blanks are how a CSV leaves a value out; anything else that nobody sees is there, and is shown. */
function blankFault({ fields: names }: RequiredGroup, fields: JsonObject): Fault | undefined {
  for (const name of names) {
    const value = fields[name];
    if (isUnseen(value)) return blankValue(name, value);
  }
  return undefined;
}

/** A blank name is no name, and CSV knows no other way to leave one out. */
function isNoValue(value: Json | undefined): boolean {
  return value === undefined || value === null || (typeof value === "string" && BLANK.test(value));
}

// Nothing but white space, zero-width characters and controls.
const BLANK = /^[\s\p{Cc}\p{Cf}]*$/u;

/** Byte-exact: white space around a key is a part of it. undefined where there is none. */
function keyOf(value: Json | undefined): string | undefined {
  if (typeof value === "string") return BLANK.test(value) ? undefined : value;
  return typeof value === "number" ? String(value) : undefined;
}
