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

/** `source`: its kind. `madeOfNull`: the expression may have turned null into this text. */
export function placeholder(
  field: string,
  value: string,
  about: { readonly isKey: boolean; readonly source: string | undefined; readonly madeOfNull: boolean },
): Fault {
  const advice = about.isKey ? "Fill in the id in the source, or leave such rows out. " : "";
  return {
    rule: "key-placeholder",
    field,
    message: `"${field}" identifies a record, and the row gives it a placeholder.${shown(value)} ${advice}${noValue(value, about)}`,
  };
}

/** How such a text comes to count as no value. */
function noValue(
  value: string,
  { source, madeOfNull }: { readonly source: string | undefined; readonly madeOfNull: boolean },
): string {
  const asText = "If it is null there, the expression turned it into text: guard it with x != null ? ….";
  const more = madeOfNull && /null|undefined/i.test(value) ? ` ${asText}` : "";
  const quoted = JSON.stringify(value);
  switch (source) {
    case "csv":
      return `With nulls: [${quoted}] under source.csv, it counts as no value in every column.${more}`;
    case "postgres":
      return `With NULLIF(column, '${value.replaceAll("'", "''")}') in the query, it counts as no value.${more}`;
    default:
      return `With x = ${quoted} ? null : x as the expression, it counts as no value.${more}`;
  }
}

export function badAddress(field: string, problem: Problem, value: string): Fault {
  return {
    rule: "email-invalid",
    field,
    message: `"${field}" ${problem.what}.${shown(value)} ${sentence(problem.fix)}`,
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
    return ` The value is ${escaped(value.length > 40 ? `${value.slice(0, 40)}…` : value)}.`;
  }
  return typeof value === "number" || typeof value === "boolean" ? ` The value is ${value}.` : "";
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

function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
