import { isCalendarDay } from "../calendar.ts";
import type { MisfitCode } from "../misfit-code.ts";

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const DATE_TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/;

/**
 * Why a text is no ISO 8601 date of the calendar (`2024-02-29`), or date with time and zone
 * (`2024-02-29T13:00:00Z`); undefined where it is one. A time without a zone would mean another instant on every machine,
 * and a day that does not exist another day.
 */
export function dateProblem(text: string): DateProblem | undefined {
  const match = DATE.exec(text) ?? DATE_TIME.exec(text);
  if (match === null) return "value-date-form";
  const [, year, month, day, hour, minute, second, zone] = match;
  if (!isCalendarDay(Number(year), Number(month), Number(day))) return "value-date-day";
  if (hour === undefined) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return "value-date-time";
  if (zone === undefined) return "value-date-zone";
  return zone === "Z" || isOffset(zone) ? undefined : "value-date-time";
}

export type DateProblem = Extract<MisfitCode, `value-date-${string}`>;

function isOffset(zone: string): boolean {
  return Number(zone.slice(1, 3)) <= 14 && Number(zone.slice(4)) <= 59;
}
