import { type Advice, isSameAdvice, words } from "../advice/advice.ts";
import { isJsonObject } from "../json.ts";
import type { FieldSpec, FieldType } from "../object-type.ts";
import {
  booleanAdvice,
  customAdvice,
  dateAdvice,
  daysAdvice,
  eachOf,
  idAdvice,
  listAdvice,
  nullItemAdvice,
  numberAdvice,
  oneOfAdvice,
  stringAdvice,
  wholeAdvice,
} from "./field-advice.ts";
import { type DateProblem, dateProblem } from "./iso-date.ts";
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
    ID_FIELDS.has(name) && typeof value === "number" ? idAsNumber(value) : check(value);
  const typed = type === "string" ? text : rangeCheck(spec, check);
  if (spec.enum === undefined || spec.type === "array") return typed;
  const allowed = new Set<unknown>(spec.enum);
  const taken = `one of ${someOf(allowed)}`;
  const what = (gives: string) => `takes ${taken}, and ${gives} something else`;
  return (value) => {
    const problem = typed(value);
    const advice = () => oneOfAdvice(value, allowed);
    if (problem !== undefined) return { ...problem, advice: advice() };
    if (allowed.has(value)) return undefined;
    return orBlank({ code: "value-not-listed", what, advice: advice() }, taken, value);
  };
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

function idAsNumber(value: number): Problem {
  const what = (gives: string) => `is an id, which Planhat keeps as text, and ${gives} a number`;
  return { code: "value-id-number", what, advice: stringAdvice(value) };
}

const CHECKS: Readonly<Record<FieldType, Check>> = {
  string: checkString,
  number: checkNumber,
  integer: checkInteger,
  boolean: checkBoolean,
  date: checkDate,
  epochDays: checkEpochDays,
  objectId: idCheck({ type: "objectId", description: "" }),
  array: plainProblem,
  object: checkObject,
};

function checkString(value: unknown): Problem | undefined {
  return typeof value === "string" ? textProblem(value) : wanted("text", value, stringAdvice(value));
}

function checkNumber(value: unknown): Problem | undefined {
  if (typeof value === "number") return numberProblem(value);
  return typed("a number", value, numberAdvice(value));
}

/** What Planhat takes of a number that has the right type. */
function rangeCheck({ minimum, maximum }: FieldSpec, check: Check): Check {
  if (minimum === undefined && maximum === undefined) return check;
  const [least, most] = [minimum ?? -Infinity, maximum ?? Infinity];
  const taken = [
    ...(minimum === undefined ? [] : [`from ${minimum}`]),
    ...(maximum === undefined ? [] : [`up to ${maximum}`]),
  ].join(" ");
  return (value) => {
    const problem = check(value);
    if (problem !== undefined || typeof value !== "number" || (value >= least && value <= most))
      return problem;
    const what = (gives: string) => `takes a number ${taken}, and ${gives} another one`;
    return { code: "value-range", what, advice: words("Check its unit, and fix the source.") };
  };
}

function checkInteger(value: unknown): Problem | undefined {
  if (typeof value !== "number") return typed("a whole number", value, wholeAdvice(value));
  const problem = numberProblem(value);
  if (problem !== undefined || Number.isInteger(value)) return problem;
  const what = (gives: string) => `takes a whole number, and ${gives} a fraction`;
  return { code: "value-fraction", what, advice: wholeAdvice(value) };
}

function checkBoolean(value: unknown): Problem | undefined {
  return typeof value === "boolean" ? undefined : typed("true or false", value, booleanAdvice(value));
}

function checkDate(value: unknown): Problem | undefined {
  if (typeof value !== "string") return wanted("a date as text", value, dateAdvice(value));
  const code = dateProblem(value);
  if (code === undefined) return undefined;
  const { is, fix } = DATES[code];
  const isWord = fix !== undefined && value.trim() !== "";
  const problem: Problem = { code, what: () => is, advice: isWord ? words(fix) : dateAdvice(value) };
  return orBlank(problem, "a date", value);
}

/** `fix`: where no expression can know what was meant. */
const DATES: Readonly<Record<DateProblem, { readonly is: string; readonly fix?: string }>> = {
  "value-date-form": { is: "takes an ISO 8601 date, and the text is not one" },
  "value-date-zone": { is: "takes an instant, and the time has no zone" },
  "value-date-day": { is: "takes a date, and the calendar has no such day", fix: "Fix the source." },
  "value-date-time": {
    is: "takes a date, and the clock has no such time",
    fix: "Fix the source: hours go to 23, minutes and seconds to 59, zones to 14:59.",
  },
};

const LAST_DAY = 2_932_896; // 9999-12-31

function checkEpochDays(value: unknown): Problem | undefined {
  if (typeof value !== "number") return typed("a number of days since 1970-01-01", value, daysAdvice(value));
  const problem = checkInteger(value);
  if (problem !== undefined || Math.abs(value) <= LAST_DAY) return problem;
  const what = () => "takes a number of days since 1970-01-01, and the value lies beyond the year 9999";
  return { code: "value-days-range", what, advice: daysAdvice(value) };
}

const OBJECT_ID = /^[0-9a-fA-F]{24}$/;
const PREFIXED_ID = /^(?:extid|srcid)-.*\S/s;

function idCheck(spec: FieldSpec): Check {
  const prefixes = spec.prefixes === true;
  const forms = `24 hex digits${prefixes ? ', or "extid-…" or "srcid-…"' : ""}`;
  const taken = `an id of Planhat (${forms})`;
  const what = () => `takes ${taken}, and the value is not one`;
  return (value) => {
    if (typeof value !== "string") return wanted("an id as text", value, idAdvice(value, spec));
    if (OBJECT_ID.test(value)) return undefined;
    if (prefixes && PREFIXED_ID.test(value)) return textProblem(value);
    return orBlank({ code: "value-id-form", what, advice: idAdvice(value, spec) }, taken, value);
  };
}

function checkObject(value: unknown): Problem | undefined {
  const advice = words('Build one of the parts that it should have: { "name": … }.');
  return isJsonObject(value) ? plainProblem(value) : wanted("an object", value, advice);
}

function listCheck(spec: FieldSpec): Check {
  const { items } = spec;
  const check = items === undefined ? plainProblem : scalarCheck("", { ...spec, type: items }, items);
  return (value) => {
    if (!Array.isArray(value)) return wanted("a list", value, listAdvice());
    return itemsProblem(value, check);
  };
}

function itemsProblem(items: readonly unknown[], check: Check): Problem | undefined {
  const first = items.findIndex((item) => itemProblem(item, check) !== undefined);
  if (first < 0) return undefined;
  const problems = items.slice(first).flatMap((item) => itemProblem(item, check) ?? []);
  const [problem] = problems;
  if (problem === undefined) return undefined;
  return {
    code: problem.code,
    what: (gives) => `contains a value that does not fit: each one ${problem.what(gives)}`,
    advice: itemsAdvice(items, problems),
  };
}

function itemProblem(item: unknown, check: Check): Problem | undefined {
  return item === null ? NULL_IN_LIST : check(item);
}

const NULL_IN_LIST: Problem = {
  code: "value-null-item",
  what: () => "must be a value, and one is null",
  advice: words("Leave nulls out."),
};

/** What helps all of the items, or in words what helps the first. */
function itemsAdvice(items: readonly unknown[], problems: readonly Problem[]): Advice {
  const [first, ...others] = problems.map(({ advice }) => advice);
  if (first === undefined || others.some((other) => !isSameAdvice(other, first))) {
    return words(first?.text ?? "");
  }
  if (problems[0] !== NULL_IN_LIST) return eachOf(first);
  return items.some(Array.isArray) ? first : nullItemAdvice(first.text);
}

/** Nobody has told us the type of a tenant's own field: what Planhat can keep at all. */
function checkCustom(value: unknown): Problem | undefined {
  if (typeof value === "string") return textProblem(value);
  if (typeof value === "number") return numberProblem(value);
  if (typeof value === "boolean") return undefined;
  if (!Array.isArray(value)) {
    return wanted("text, a number, true, false or a list of these", value, customAdvice(value));
  }
  return itemsProblem(value, (item) => (isScalar(item) ? checkCustom(item) : NO_SCALAR));
}

function isScalar(item: unknown): boolean {
  return typeof item === "string" || typeof item === "number" || typeof item === "boolean";
}

const NO_SCALAR: Problem = {
  code: "value-type",
  what: () => "must be text, a number, true or false",
  advice: words("Pick one part of each item, or write each as text."),
};

/** A value of another type. */
function typed(taken: string, value: unknown, advice: Problem["advice"]): Problem {
  return orBlank(wanted(taken, value, advice), taken, value);
}

/** A text without anything in it is told as what it is. */
function orBlank(problem: Problem, taken: string, value: unknown): Problem {
  if (typeof value !== "string" || value.trim() !== "") return problem;
  const is = value === "" ? "is empty" : "contains only blanks";
  return { ...problem, code: "value-blank", what: () => `takes ${taken}, and the text ${is}` };
}
