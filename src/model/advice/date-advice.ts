import { given } from "../given.ts";
import {
  type Advice,
  bracketed,
  hasForm,
  ofNumber,
  ofText,
  type Rows,
  type Way,
  way,
  words,
} from "./advice.ts";
import { blankAdvice, blankInCall, isBlank } from "./blank-advice.ts";
import { DATE_FORMS, type DateForm, isOfCalendar } from "./date-forms.ts";

/** What is made of the milliseconds: a date as text, days since 1970-01-01, or nothing more. */
export interface DateTarget {
  /** Over JSONata that gives milliseconds; `isDay`: there is no time of day. */
  readonly of: (millis: string, isDay: boolean) => string;
  /** For a text that is ISO 8601 already, or whatever else it may be. */
  readonly otherwise: (x: string) => string;
}

export const AS_TEXT: DateTarget = {
  of: (millis, isDay) => `$fromMillis(${millis}${isDay ? ', "[Y0001]-[M01]-[D01]"' : ""})`,
  otherwise: (x) => x,
};

export const AS_DAYS: DateTarget = {
  of: (millis) => `$floor(${millis} / 86400000)`,
  otherwise: (x) => `$floor($toMillis(${x}) / 86400000)`,
};

/** Within an expression that computes with it. */
export const AS_MILLIS: DateTarget = { of: (millis) => millis, otherwise: (x) => `$toMillis(${x})` };

/** A text that is no ISO 8601 date, by its form. */
export function dateTextAdvice(value: string, target: DateTarget): Advice {
  if (isBlank(value)) {
    return target === AS_MILLIS ? blankInCall(value, target.otherwise) : blankAdvice(value, target.otherwise);
  }
  const form = DATE_FORMS.find(({ pattern }) => pattern.test(value));
  if (form !== undefined) {
    return form.pictures.every(({ picture }) => isOfCalendar(value, picture))
      ? formAdvice(form, target)
      : words("The calendar has no such day: fix the source.");
  }
  if (target !== AS_TEXT && /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?:Z|[+-]\d\d:?\d\d)?$/.test(value))
    return NO_SECONDS;
  if (target === AS_TEXT && ISO.test(value.trim())) {
    return way("There are blanks around the date.", (x, rows) => ofText(x, `$trim(${x})`, rows));
  }
  if (/^\d{10}$/.test(value)) {
    return read("The text counts seconds since 1970.", (x) => `$number(${x}) * 1000`, "^\\d{10}$", target);
  }
  if (/^\d{13}$/.test(value)) {
    return read("The text counts milliseconds since 1970.", (x) => `$number(${x})`, "^\\d{13}$", target);
  }
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?[+-]\d{4}$/.test(value)) {
    return read(
      "The zone has no colon, which only $toMillis reads.",
      (x) => `$toMillis(${x})`,
      "[+-]\\d{4}$",
      target,
    );
  }
  if (/^\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/.test(value)) {
    return spelled(
      "There is a blank instead of the T.",
      "^\\S+ \\S+$",
      (x) => `$replace(${x}, " ", "T")`,
      target,
    );
  }
  if (/^\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d(?:\.\d+)?)?$/.test(value)) {
    return spelled(ZONE, "^\\S+ [\\d:.]+$", (x) => `$replace(${x}, " ", "T") & "Z"`, target);
  }
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/.test(value)) {
    return spelled(ZONE, "T[\\d:.]+$", (x) => `${x} & "Z"`, target);
  }
  return words(
    "Give YYYY-MM-DD, or YYYY-MM-DDThh:mm:ssZ. $toMillis reads other forms with a picture: see https://docs.jsonata.org/date-time-functions.",
  );
}

const ISO = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/;

export const NO_SECONDS = words("Write the seconds too: $toMillis reads no time without them.");

/** A time without a zone would be another instant on every machine. */
const ZONE = 'Append the zone that it is meant in: "Z" for UTC, or one such as "+01:00".';

/** A number that stands for a time, by its size. */
export function dateNumberAdvice(value: number, target: DateTarget): Advice {
  const size = Math.abs(value);
  const since1970 = (what: string, millis: (x: string) => string): Advice =>
    way(`The number counts ${what} since 1970.`, (x) => ofNumber(x, target.of(millis(x), false)));
  if (size >= 1e8 && size < 1e11) return since1970("seconds", (x) => `${x} * 1000`);
  if (size >= 1e11 && size < 1e14) return since1970("milliseconds", (x) => x);
  if (size >= 1e14 && size < 1e17) return since1970("microseconds", (x) => `$floor(${x} / 1000)`);
  return words(
    "Say what the number counts: seconds since 1970 are $fromMillis(x * 1000), days $fromMillis(x * 86400000), days of a spreadsheet $fromMillis((x - 25569) * 86400000).",
  );
}

function formAdvice({ mark, pictures, isDay }: DateForm, target: DateTarget): Advice {
  const ways = pictures.map(
    ({ when, picture }): Way => ({
      ...given({ when }),
      write: (x, rows) => inForm(x, mark, target.of(`$toMillis(${x}, "${picture}")`, isDay), target, rows),
    }),
  );
  const text =
    ways.length > 1
      ? "Say which comes first, the day or the month: the value does not tell."
      : "Read it with the picture of its form.";
  return { text, ways };
}

/** A text of one form that is turned into milliseconds. */
function read(text: string, millis: (x: string) => string, mark: string, target: DateTarget): Advice {
  return way(text, (x, rows) => inForm(x, mark, target.of(millis(x), false), target, rows));
}

/** A text that becomes ISO 8601 by writing it a little differently. */
function spelled(text: string, mark: string, made: (x: string) => string, target: DateTarget): Advice {
  return way(text, (x, rows) => {
    const whole = target === AS_TEXT ? made(x) : target.of(`$toMillis(${made(x)})`, false);
    return inForm(x, mark, whole, target, rows);
  });
}

/** What is made of texts of one form; the others stay what they are. */
function inForm(x: string, mark: string, made: string, target: DateTarget, rows: Rows): string {
  // What is given back as it is needs no look at its type.
  const others = target === AS_DAYS ? ofText(x, target.otherwise(x), rows) : target.otherwise(x);
  return `${hasForm(x, mark, rows)} ? ${bracketed(made)} : ${others}`;
}
