import { proposed } from "../../model/advice/advice.ts";
import { rowsOf } from "../../model/advice/rows-of.ts";
import { type ColumnTypes, EvaluationError } from "../../model/expression.ts";
import type { RuleId } from "../../model/generated/rule-ids.ts";
import type { Reason } from "../../model/reason.ts";
import type { Problem } from "./json-problem.ts";

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
  const detail = shown(value);
  return {
    rule: "type-mismatch",
    field: name,
    reason: {
      code: problem.code,
      what: `"${name}" ${problem.what("the expression gives")}.`,
      ...(detail === undefined ? {} : { detail }),
      ...proposed(problem.advice, source, rowsOf(source, columns)),
    },
  };
}

export function blankKey(field: string): Fault {
  return fault(
    "key-missing-value",
    field,
    `"${field}" is the key of this sync, and the row gives it no value.`,
    {
      fix: "Fill it in the source, or leave such rows out there.",
    },
  );
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

/** A short look at the value that did not fit: enough to find it in the source. */
function shown(value: unknown): string | undefined {
  if (value === "") return "The text is empty.";
  if (typeof value === "string") {
    return `The value is ${JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)}.`;
  }
  return typeof value === "number" || typeof value === "boolean" ? `The value is ${value}.` : undefined;
}

function alternatives(fields: readonly string[]): string {
  return fields.map((field) => `"${field}"`).join(" or ");
}
