import { proposed } from "../../model/advice/advice.ts";
import { rowsOf } from "../../model/advice/rows-of.ts";
import { type ColumnTypes, EvaluationError } from "../../model/expression.ts";
import type { Problem } from "../../model/fit/json-problem.ts";
import type { RuleId } from "../../model/generated/rule-ids.ts";
import type { Reason } from "../../model/reason.ts";
import type { NamedRecord, ReferenceLookup } from "../../model/reference-lookup.ts";
import { withArticle } from "../../model/with-article.ts";

/** Why a row becomes no record, as its rejection tells it. */
export interface Fault {
  readonly rule: RuleId;
  readonly field: string;
  readonly reason: Reason;
}

/** A mapped field, as far as advice goes by it. */
export interface FaultyField {
  readonly name: string;
  /** JSONata that gives the value, where advice may put something in its place. */
  readonly source: string | undefined;
  readonly columns: ColumnTypes;
}

export function misfit({ name, source, columns }: FaultyField, problem: Problem, value: unknown): Fault {
  return {
    rule: "type-mismatch",
    field: name,
    reason: {
      code: problem.code,
      what: `"${name}" ${problem.what("the expression gives")}.`,
      ...detailOf(value),
      ...proposed(problem.advice, source, rowsOf(source, columns)),
    },
  };
}

export function blankKey(field: string, value: unknown): Fault {
  const given = isUnseen(value) ? ONLY_UNSEEN : "no value";
  return fault(
    "key-missing-value",
    field,
    `"${field}" is the key of this sync, and the row gives it ${given}.`,
    {
      ...(isUnseen(value) ? detailOf(value) : {}),
      fix: "Fill it in the source, or leave such rows out there.",
    },
  );
}

/** Whether a blank text is more than blanks, which are how a CSV leaves a value out. */
export function isUnseen(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

const ONLY_UNSEEN = "only control or invisible characters";

/** How a text that stands for no value comes to count as none in the source, as a sentence. */
export type NoValueFix = (text: string) => string;

/** `madeOfNull`: the expression may have turned null into this text. */
export function placeholder(
  field: string,
  value: string,
  about: {
    readonly isKey: boolean;
    readonly noValueFix: NoValueFix | undefined;
    readonly madeOfNull: boolean;
  },
): Fault {
  const advice = about.isKey ? "Fill in the id in the source, or leave such rows out. " : "";
  return fault(
    "key-placeholder",
    field,
    `"${field}" identifies a record, and the row gives it a placeholder.`,
    { ...detailOf(value), fix: `${advice}${noValue(value, about)}` },
  );
}

/** How such a text comes to count as no value. */
function noValue(
  value: string,
  {
    noValueFix = byExpression,
    madeOfNull,
  }: { readonly noValueFix: NoValueFix | undefined; readonly madeOfNull: boolean },
): string {
  const asText = "If it is null there, the expression turned it into text: guard it with x != null ? ….";
  const more = madeOfNull && /null|undefined/i.test(value) ? ` ${asText}` : "";
  return `${noValueFix(value)}${more}`;
}

function byExpression(text: string): string {
  return `With x = ${JSON.stringify(text)} ? null : x as the expression, it counts as no value.`;
}

export function formula(field: FaultyField, problem: Problem, value: string): Fault {
  return { ...misfit(field, problem, value), rule: "key-formula" };
}

export function badAddress(field: FaultyField, problem: Problem, value: string): Fault {
  return { ...misfit(field, problem, value), rule: "email-invalid" };
}

/** `fields`: one of them needs a value; `where`: and when. */
export function missingValue(fields: readonly string[], where = ""): Fault {
  const when = where === "" ? "" : ` ${where}`;
  return fault(
    "required-field",
    fields[0] ?? "",
    `${alternatives(fields)} needs a value${when}, and the row gives none.`,
    {
      fix: 'Fill it in the source, or give the expression a fallback such as: x ? x : "…".',
    },
  );
}

/** A required text that is there, and holds nothing that anybody could read. */
export function blankValue(field: string, value: string): Fault {
  return fault("required-field", field, `"${field}" needs a value, and the row gives it ${ONLY_UNSEEN}.`, {
    ...detailOf(value),
    fix: "Clean the value in the source.",
  });
}

/** Of a point or an event: without a date of its own it would be another one on every run. */
export function missingDate(field: string): Fault {
  return fault(
    "required-field",
    field,
    `"${field}" says when it was, and the row does not. Planhat would take the time of receipt, and the next run would send it again as another one.`,
    { fix: "Fill it in the source." },
  );
}

export function missingReference(fields: readonly string[]): Fault {
  return fault(
    "reference-missing",
    fields[0] ?? "",
    `${alternatives(fields)} says which company the record belongs to, and the row gives none.`,
    { fix: 'Fill it in the source: an _id of Planhat, or "extid-" and the company\'s externalId.' },
  );
}

/** Nobody in Planhat has what a reference is looked up by. */
export function unknownReference(field: string, value: string, { objectType, by }: ReferenceLookup): Fault {
  return fault(
    "reference-not-found",
    field,
    `"${field}" looks for ${withArticle(objectType)} by ${by}, and Planhat has none with this value.`,
    {
      ...detailOf(value),
      fix: `Fix the value in the source, or create the ${objectType} in Planhat. One that this run creates is found by the next run. With \`missing: omit\`, the field is left out instead.`,
    },
  );
}

/** Several records have what a reference is looked up by. */
export function ambiguousReference(
  field: string,
  value: string,
  { objectType, by }: ReferenceLookup,
  candidates: readonly NamedRecord[],
): Fault {
  const listed = candidates
    .slice(0, MOST_CANDIDATES)
    .map(({ id, name }) => (name === undefined ? id : `${escaped(name)} (_id ${id})`));
  const rest = candidates.length - listed.length;
  return fault(
    "reference-ambiguous",
    field,
    `"${field}" looks for ${withArticle(objectType)} by ${by}, and Planhat has ${candidates.length} with this value.`,
    {
      detail: `${detailOf(value).detail ?? ""} They are ${listed.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}.`,
      fix: "Give them different values in Planhat, or look them up by another field.",
    },
  );
}

const MOST_CANDIDATES = 5;

/** Whatever an evaluation threw. */
export function expressionFailed(field: string, error: unknown): Fault {
  if (error instanceof EvaluationError) {
    const { reason } = error;
    const what = `The expression of "${field}" failed (${reason.code}): ${reason.what}`;
    return { rule: "expression-failed", field, reason: { ...reason, what } };
  }
  return fault(
    "expression-failed",
    field,
    `The expression of "${field}" failed on this row in a way that planhat-sync did not foresee.`,
    { detail: error instanceof Error ? error.message : String(error), fix: "Please report it." },
  );
}

function fault(rule: RuleId, field: string, what: string, more: Pick<Reason, "detail" | "fix">): Fault {
  return { rule, field, reason: { code: rule, what, ...more } };
}

function detailOf(value: unknown): Pick<Reason, "detail"> {
  const detail = shown(value);
  return detail === undefined ? {} : { detail };
}

/** A short look at the value that did not fit: enough to find it in the source. */
function shown(value: unknown): string | undefined {
  if (value === "") return undefined;
  if (typeof value === "string") {
    return `The value is ${escaped(value.length > 40 ? `${value.slice(0, 40)}…` : value)}.`;
  }
  return typeof value === "number" || typeof value === "boolean" ? `The value is ${value}.` : undefined;
}

/** As JSON, with what nobody could see or would take for a blank as an escape. */
function escaped(value: string): string {
  return JSON.stringify(value).replace(
    /(?! )[\p{C}\p{Z}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function alternatives(fields: readonly string[]): string {
  return fields.map((field) => `"${field}"`).join(" or ");
}
