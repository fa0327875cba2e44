import type { Problem } from "./json-problem.ts";

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const DATE_TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Why a text is no ISO 8601 date of the calendar (`2024-02-29`), or date with time and zone
 * (`2024-02-29T13:00:00Z`), to follow the field's name; undefined where it is one. A time without a zone would mean
 * another instant on every machine, and a day that does not exist another day.
 */
export function dateProblem(text: string): Problem | undefined {
  const match = DATE.exec(text) ?? DATE_TIME.exec(text);
  if (match === null) return NOT_ISO;
  const [, year, month, day, hour, minute, second, zone] = match;
  if (!isCalendarDay(Number(year), Number(month), Number(day))) return NO_SUCH_DAY;
  if (hour === undefined) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return NO_SUCH_TIME;
  if (zone === undefined) return NO_ZONE;
  return zone === "Z" || isOffset(zone) ? undefined : NO_SUCH_TIME;
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  const length = MONTH_LENGTHS[month - 1];
  if (length === undefined || year === 0 || day === 0) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (month === 2 && isLeap ? 29 : length);
}

function isOffset(zone: string): boolean {
  return Number(zone.slice(1, 3)) <= 14 && Number(zone.slice(4)) <= 59;
}

const NOT_ISO: Problem = {
  code: "value-date-form",
  what: () => "takes an ISO 8601 date, and the text is not one",
  fix: 'Give YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ, for example with $fromMillis($toMillis(x, "[D]/[M]/[Y]"))',
};
const NO_SUCH_DAY: Problem = {
  code: "value-date-day",
  what: () => "takes a date, and the calendar has no such day",
  fix: "Fix the source",
};
const NO_SUCH_TIME: Problem = {
  code: "value-date-time",
  what: () => "takes a date, and the clock has no such time",
  fix: "Fix the source: hours go to 23, minutes and seconds to 59, zones to 14:59",
};
const NO_ZONE: Problem = {
  code: "value-date-zone",
  what: () => "takes an instant, and the time has no zone",
  fix: 'Append the zone it is meant in: x & "Z", or x & "+01:00"',
};
