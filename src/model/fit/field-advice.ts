import {
  type Advice,
  ANY_ROWS,
  bracketed,
  hasForm,
  ofNumber,
  ofText,
  type Way,
  way,
  words,
} from "../advice/advice.ts";
import { blankAdvice, isBlank } from "../advice/blank-advice.ts";
import { AS_DAYS, AS_TEXT, dateNumberAdvice, dateTextAdvice, NO_SECONDS } from "../advice/date-advice.ts";
import { AS_NUMBER, numberTextAdvice } from "../advice/number-advice.ts";
import { truthTextAdvice } from "../advice/truth-advice.ts";
import { given } from "../given.ts";
import type { FieldSpec } from "../object-type.ts";
import { dateProblem } from "./iso-date.ts";

/** What makes a value text, chosen by the value. Each function below does so for one kind of field. */
export function stringAdvice(value: unknown): Advice {
  if (typeof value === "number") return way(WRAP_STRING, (x) => ofNumber(x, `$string(${x})`));
  if (typeof value === "boolean") return way(WRAP_STRING, (x) => ofType(x, "boolean", `$string(${x})`));
  if (!Array.isArray(value)) return words("Name the part that you mean, such as x.name.");
  if (!value.every(isScalar)) return words("Name the part of its items that you mean, such as x.name.");
  const items = (x: string): string =>
    value.every((item) => typeof item === "string") ? x : `${x}[$ != null].$string($)`;
  return {
    text: "Join the list, or pick one of its items.",
    ways: [
      { when: "to join it", write: (x) => ofType(x, "array", `$join(${items(x)}, ", ")`) },
      { when: "to pick the first", write: (x) => ofType(x, "array", `(${items(x)})[0]`) },
    ],
  };
}

export function numberAdvice(value: unknown): Advice {
  if (typeof value === "string") {
    // A number that loses digits fits no better than its text.
    return isInexact(value) ? words("Keep it as text, in a text field.") : numberTextAdvice(value, AS_NUMBER);
  }
  if (typeof value === "boolean") {
    return way("Wrap it in $number(…): true becomes 1, and false 0.", (x) =>
      ofType(x, "boolean", `$number(${x})`),
    );
  }
  if (!Array.isArray(value)) return words("Name the part that you mean, such as x.amount.");
  if (!value.every((item) => typeof item === "number") || value.length === 0) {
    return words("Give one number.");
  }
  return {
    text: "Add the numbers up, or pick one of them.",
    ways: [
      { when: "to add them up", write: (x) => ofType(x, "array", `$sum(${x})`) },
      { when: "to pick the first", write: (x) => ofType(x, "array", `${x}[0]`) },
    ],
  };
}

/** Of a whole number: a fraction too, be it a number or text. */
export function wholeAdvice(value: unknown): Advice {
  if (typeof value === "number") {
    return way("Round it with $round(…), or down with $floor(…).", (x) => ofNumber(x, `$round(${x})`));
  }
  if (Array.isArray(value) && !value.every(Number.isInteger)) return words("Give one whole number.");
  const advice = numberAdvice(value);
  if (typeof value !== "string" || advice.ways === undefined) return advice;
  if (/^-?\d+\.\d*[1-9]\d*$/.test(value.trim())) {
    return way("Read the number, and round it.", (x, rows) =>
      ofText(x, `$round($number($trim(${x})))`, rows),
    );
  }
  // Of two readings only the first gives a whole number, and of some forms none does.
  const [thousands, ...others] = advice.ways;
  if (thousands !== undefined && others.length > 0) {
    return { text: "The comma separates thousands.", ways: [{ write: thousands.write }] };
  }
  const hasFraction = /[.,]\d*\D*$/.test(value.trim()) && !/,\d{3}$/.test(value);
  return hasFraction ? words("Give a whole number.") : advice;
}

export function booleanAdvice(value: unknown): Advice {
  if (typeof value === "string") return truthTextAdvice(value);
  if (value === 0 || value === 1) {
    return way(
      "Say which numbers mean true and which mean false.",
      (x) => `${x} = 1 ? true : ${x} = 0 ? false : ${x}`,
    );
  }
  if (Array.isArray(value)) {
    return way("Ask whether the list has any items.", (x) => ofType(x, "array", `$count(${x}) > 0`));
  }
  return words("Compare it with what means true.");
}

export function dateAdvice(value: unknown): Advice {
  if (typeof value === "string") return dateTextAdvice(value, AS_TEXT);
  if (typeof value === "number") return dateNumberAdvice(value, AS_TEXT);
  return words("Give an ISO 8601 date as text, such as 2026-03-31.");
}

/** Of a number of days since 1970-01-01. */
export function daysAdvice(value: unknown): Advice {
  if (typeof value === "string") {
    if (dateProblem(value) !== undefined) return dateTextAdvice(value, AS_DAYS);
    return READ_BY_JSONATA.test(value)
      ? way("Count the days of the date.", (x, rows) => ofText(x, AS_DAYS.otherwise(x), rows))
      : NO_SECONDS;
  }
  if (typeof value !== "number") return words("Give a whole number of days.");
  if (value >= 1e8 && value < 1e11) return fromLarger("seconds", 86_400);
  if (value >= 1e11 && value < 1e14) return fromLarger("milliseconds", 86_400_000);
  return words("Give a whole number of days.");
}

function fromLarger(what: string, unit: number): Advice {
  return way(
    `The number counts ${what} since 1970.`,
    (x) => `$type(${x}) = "number" and ${x} > 2932896 ? $floor(${x} / ${unit}) : ${x}`,
  );
}

/** Of an id of Planhat, or of another system's behind its prefix. */
export function idAdvice(value: unknown, { prefixes, ref }: FieldSpec): Advice {
  if (typeof value === "string" && isBlank(value)) return blankAdvice(value, (x) => x);
  const own = `Give the _id that Planhat shows${ref === undefined ? "" : ` for the ${ref}`}, 24 hex digits.`;
  if (typeof value === "string" && /^[0-9a-f]{18,30}$/i.test(value)) {
    return words(`${own} This one has ${value.length}.`);
  }
  if (prefixes !== true) return words(own);
  if (typeof value === "number") {
    return way(OTHER_SYSTEM, (x) => ofNumber(x, `"extid-" & ${x}`));
  }
  if (typeof value !== "string") return words(own);
  return way(
    OTHER_SYSTEM,
    (x, rows) =>
      `${hasForm(x, "^[0-9a-fA-F]{24}$|^(ext|src)id-.", rows)} ? ${x} : ${ofText(x, `${x} != "" ? "extid-" & ${x}`, rows)}`,
  );
}

/** Of one of some values; another spelling of one is told from a value that has to be mapped. */
export function oneOfAdvice(value: unknown, allowed: ReadonlySet<unknown>): Advice {
  if (typeof value !== "string") return words(MAP_VALUES);
  if (isBlank(value)) return blankAdvice(value, (x) => x);
  const meant = [...allowed].filter(
    (one): one is string => typeof one === "string" && folded(one) === folded(value),
  );
  const [only, ...others] = meant;
  if (only === undefined || others.length > 0) return words(MAP_VALUES);
  return way(
    "It is one of them in another spelling.",
    (x) =>
      `$lowercase($trim($string(${x}))) = ${JSON.stringify(folded(only))} ? ${JSON.stringify(only)} : ${x}`,
  );
}

export function listAdvice(): Advice {
  return words("Give a list: [ … ].");
}

/** Of a list without lists in it: those would be flattened. */
export function nullItemAdvice(text: string): Advice {
  return way(text, (x) => `${x} != null and null in ${x} ? [${x}[$ != null]] : ${x}`);
}

/** Of a field without a known type. */
export function customAdvice(value: unknown): Advice {
  if (!isPlainObject(value)) return words("Pick one of its parts.");
  return way("Name the part that you mean, such as x.name; or keep all of it as text.", (x) =>
    ofType(x, "object", `$string(${x})`),
  );
}

/** What is advised for one item, done to each. */
export function eachOf({ text, ways = [] }: Advice): Advice {
  if (ways.length === 0) return { text };
  const all = ways.map(
    ({ when, write }): Way => ({
      ...given({ when }),
      write: (x) => eachItem(x, `${x}.(${write("$", ANY_ROWS)})`),
    }),
  );
  return { text, ways: all };
}

/** An empty list stays one, and no list stays none. */
function eachItem(x: string, items: string): string {
  return `${x} != null ? [${items}] : ${x}`;
}

function ofType(x: string, type: "array" | "boolean" | "object", made: string): string {
  return `$type(${x}) = "${type}" ? ${bracketed(made)} : ${x}`;
}

/** Of what is ISO 8601. */
const READ_BY_JSONATA = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d.*)?$/;
const WRAP_STRING = "Wrap it in $string(…).";
const MAP_VALUES = 'Map the source\'s values to these: x = "…" ? "…" : x.';
const OTHER_SYSTEM =
  "It is the id of another system: name that with `by: externalId` or `by: sourceId`, or put its prefix in front.";

/** More digits than a number holds. */
function isInexact(text: string): boolean {
  const number = Number(text);
  return Number.isFinite(number) && Number.isInteger(number) && !Number.isSafeInteger(number);
}

function folded(text: string): string {
  return text.trim().toLowerCase();
}

function isScalar(value: unknown): boolean {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

function isPlainObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof RegExp);
}
