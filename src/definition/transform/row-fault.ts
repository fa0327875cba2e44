import { EvaluationError } from "../../model/expression.ts";
import type { Problem } from "./json-problem.ts";

/**
 * Why a row becomes no record, as a rejection tells it. The first sentence of `message` holds no user data, the last
 * one says what to do.
 */
export interface Fault {
  readonly rule: string;
  readonly field: string;
  readonly message: string;
}

export function misfit(field: string, problem: Problem, value: unknown): Fault {
  return {
    rule: "type-mismatch",
    field,
    message: `"${field}" ${problem.what}.${shown(value)} ${sentence(problem.fix)}`,
  };
}

export function blankKey(field: string): Fault {
  return {
    rule: "key-missing-value",
    field,
    message: `"${field}" is the key of this sync, and the row gives it no value. Fill it in the source, or leave such rows out there.`,
  };
}

/** `fields`: one of them needs a value; `where`: and when. */
export function missingValue(fields: readonly string[], where = ""): Fault {
  return {
    rule: "required-field",
    field: fields[0] ?? "",
    message: `${alternatives(fields)} needs a value${where === "" ? "" : ` ${where}`}, and the row gives none. Fill it in the source, or give the expression a fallback such as: x ? x : "…".`,
  };
}

/** Of a point or an event: without a date of its own it would be another one on every run. */
export function missingDate(field: string): Fault {
  return {
    rule: "required-field",
    field,
    message: `"${field}" says when it was, and the row does not. Planhat would take the time of receipt, and the next run would send it again as another one. Fill it in the source.`,
  };
}

export function missingReference(fields: readonly string[]): Fault {
  return {
    rule: "reference-missing",
    field: fields[0] ?? "",
    message: `${alternatives(fields)} says which company the record belongs to, and the row gives none. Fill it in the source: an _id of Planhat, or "extid-" and the company's externalId.`,
  };
}

/** Whatever an evaluation threw. */
export function expressionFailed(field: string, error: unknown): Fault {
  const detail = sentence(error instanceof Error ? error.message : String(error));
  if (error instanceof EvaluationError) {
    return {
      rule: "expression-failed",
      field,
      message: `The expression of "${field}" failed on this row (${error.code}). ${detail}`,
    };
  }
  return {
    rule: "expression-failed",
    field,
    message: `The expression of "${field}" failed on this row in a way that planhat-sync did not foresee. ${detail} Please report it.`,
  };
}

/** A short look at the value that did not fit: enough to find it in the source. */
function shown(value: unknown): string {
  if (typeof value === "string") {
    return ` The value is ${JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)}.`;
  }
  return typeof value === "number" || typeof value === "boolean" ? ` The value is ${value}.` : "";
}

function alternatives(fields: readonly string[]): string {
  return fields.map((field) => `"${field}"`).join(" or ");
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
