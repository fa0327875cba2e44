import { isJsonObject } from "../../model/json.ts";
import type { FieldSpec, FieldType } from "../../model/object-type.ts";
import { dateProblem } from "./iso-date.ts";
import { numberProblem, type Problem, plainProblem, textProblem, wanted } from "./json-problem.ts";

/** undefined for a value that Planhat's field takes as it is. null, which clears a field, always fits. */
export type Check = (value: unknown) => Problem | undefined;

/** The check of one field. Nothing is converted: what does not fit is told, with the way to make it fit. */
export function fieldCheck(name: string, spec: FieldSpec | undefined): Check {
  if (spec === undefined) return orNull(checkCustom);
  const byType = spec.type === "array" ? listCheck(spec) : scalarCheck(name, spec, spec.type);
  return orNull(byType);
}

function orNull(check: Check): Check {
  return (value) => (value === null ? undefined : check(value));
}

function scalarCheck(name: string, spec: FieldSpec, type: FieldType): Check {
  const check = type === "objectId" ? idCheck(spec) : CHECKS[type];
  const text = (value: unknown) =>
    ID_FIELDS.has(name) && typeof value === "number" ? ID_AS_NUMBER : check(value);
  const typed = type === "string" ? text : check;
  if (spec.enum === undefined || spec.type === "array") return typed;
  const allowed = new Set<unknown>(spec.enum);
  const problem: Problem = {
    code: "value-not-listed",
    what: (gives) => `takes one of ${someOf(allowed)}, and ${gives} something else`,
    fix: "Map the source's values to these, for example with a ? b : c",
  };
  return (value) => typed(value) ?? (allowed.has(value) ? undefined : problem);
}

/** A tenant's list may have hundreds of values: enough to recognise it by. */
const MOST_NAMED = 20;

function someOf(allowed: ReadonlySet<unknown>): string {
  const values = [...allowed];
  const names = values.slice(0, MOST_NAMED).map((value) => JSON.stringify(value));
  const more = values.length - names.length;
  return `${names.join(", ")}${more === 0 ? "" : ` and ${more} more`}`;
}

/** Planhat keeps them as text: 007 and 7 are two ids, and a large number would lose digits. */
const ID_FIELDS: ReadonlySet<string> = new Set(["externalId", "sourceId"]);
const ID_AS_NUMBER: Problem = {
  code: "value-id-number",
  what: (gives) => `is an id, which Planhat keeps as text, and ${gives} a number`,
  fix: "Wrap it in $string(…)",
};

const CHECKS: Readonly<Record<FieldType, Check>> = {
  string: checkString,
  number: checkNumber,
  integer: checkInteger,
  boolean: checkBoolean,
  date: checkDate,
  epochDays: checkEpochDays,
  objectId: idCheck({ type: "objectId", description: "" }),
  array: checkPlain,
  object: checkObject,
};

function checkString(value: unknown): Problem | undefined {
  if (typeof value === "string") return textProblem(value);
  if (typeof value === "number") return wanted("text", value, "Wrap it in $string(…)");
  if (typeof value === "boolean") return wanted("text", value, "Wrap it in $string(…)");
  if (Array.isArray(value)) return wanted("text", value, 'Join it with $join(…, ", "), or pick one with [0]');
  return wanted("text", value, "Pick one of its parts: a.b");
}

function checkNumber(value: unknown): Problem | undefined {
  if (typeof value !== "number") {
    const fix = typeof value === "string" ? "Wrap it in $number(…)" : "Give a number";
    return wanted("a number", value, fix);
  }
  return numberProblem(value);
}

function checkInteger(value: unknown): Problem | undefined {
  const problem = checkNumber(value);
  if (problem !== undefined || Number.isInteger(value)) return problem;
  return {
    code: "value-fraction",
    what: (gives) => `takes a whole number, and ${gives} a fraction`,
    fix: "Round it with $round(…) or $floor(…)",
  };
}

function checkBoolean(value: unknown): Problem | undefined {
  if (typeof value === "boolean") return undefined;
  // Not $boolean(…): $boolean("false") is true.
  const fix = typeof value === "string" ? 'Compare it: x = "true"' : "Compare it: x = 1";
  return wanted("true or false", value, fix);
}

function checkDate(value: unknown): Problem | undefined {
  if (typeof value === "string") {
    return dateProblem(value);
  }
  const fix = typeof value === "number" ? "Wrap it in $fromMillis(…)" : "Give an ISO 8601 date as text";
  return wanted("a date as text", value, fix);
}

const LAST_DAY = 2_932_896; // 9999-12-31

function checkEpochDays(value: unknown): Problem | undefined {
  if (typeof value !== "number") {
    const fix =
      typeof value === "string" ? "Compute it: $floor($toMillis(…) / 86400000)" : "Give a whole number";
    return wanted("a number of days since 1970-01-01", value, fix);
  }
  const problem = checkInteger(value);
  if (problem !== undefined || Math.abs(value) <= LAST_DAY) return problem;
  return {
    code: "value-days-range",
    what: () => "takes a number of days since 1970-01-01, and the value lies beyond the year 9999",
    fix: "Turn milliseconds into days: $floor(… / 86400000)",
  };
}

const OBJECT_ID = /^[0-9a-fA-F]{24}$/;
const PREFIXED_ID = /^(?:extid|srcid)-.*\S/s;

function idCheck(spec: FieldSpec): Check {
  const prefixes = spec.prefixes === true;
  const fix = prefixes
    ? 'Give the _id, or the other system\'s id behind its prefix: "extid-" & x'
    : "Give the _id that Planhat shows, 24 hex digits";
  const malformed: Problem = {
    code: "value-id-form",
    what: () =>
      `takes an id of Planhat (24 hex digits${prefixes ? ', or "extid-…" or "srcid-…"' : ""}), and the value is not one`,
    fix,
  };
  return (value) => {
    if (typeof value !== "string") return wanted("an id as text", value, fix);
    if (OBJECT_ID.test(value)) return undefined;
    return prefixes && PREFIXED_ID.test(value) ? textProblem(value) : malformed;
  };
}

function checkObject(value: unknown): Problem | undefined {
  return isJsonObject(value) ? plainProblem(value) : wanted("an object", value, 'Build one: { "name": x }');
}

function listCheck(spec: FieldSpec): Check {
  const { items } = spec;
  const check = items === undefined ? checkPlain : scalarCheck("", { ...spec, type: items }, items);
  return (value) => {
    if (!Array.isArray(value)) return wanted("a list", value, "Put it in brackets: [x]");
    for (const item of value) {
      const problem = item === null ? NULL_IN_LIST : check(item);
      if (problem !== undefined) return inList(problem);
    }
    return undefined;
  };
}

function inList(problem: Problem): Problem {
  return {
    ...problem,
    what: (gives) => `contains a value that does not fit: each one ${problem.what(gives)}`,
  };
}

const NULL_IN_LIST: Problem = {
  code: "value-null-item",
  what: () => "must be a value, and one is null",
  fix: "Leave nulls out: x[$ != null]",
};

/** Nobody has told us the type of a tenant's own field: what Planhat can keep at all. */
function checkCustom(value: unknown): Problem | undefined {
  if (typeof value === "string") return textProblem(value);
  if (typeof value === "number") return numberProblem(value);
  if (typeof value === "boolean") return undefined;
  if (!Array.isArray(value)) {
    return wanted(
      "text, a number, true, false or a list of these",
      value,
      "Pick one of its parts, or $string(…) it",
    );
  }
  for (const item of value) {
    const isScalar = typeof item === "string" || typeof item === "number" || typeof item === "boolean";
    const problem = isScalar ? checkCustom(item) : NO_SCALAR;
    if (problem !== undefined) return inList(problem);
  }
  return undefined;
}

const NO_SCALAR: Problem = {
  code: "value-type",
  what: () => "must be text, a number, true or false",
  fix: "Flatten it",
};

function checkPlain(value: unknown): Problem | undefined {
  return plainProblem(value);
}
