import { failure } from "../../runtime/failure.ts";

/** What a text said of a date, by the letters of the picture; `Z` in minutes east of Greenwich. */
export type DateFields = Readonly<Partial<Record<string, number>>>;

/** Largest value of what is written as a number, and the smallest one. */
const RANGES: Readonly<Record<string, readonly [least: number, most: number]>> = {
  M: [1, 12],
  D: [1, 31],
  d: [1, 366],
  H: [0, 24],
  h: [0, 12],
  m: [0, 59],
  s: [0, 59],
};

/** Years of two digits or one: JSONata would take 25 for 1925. */
const FIRST_YEAR = 100;

/** Throws for what no calendar and no clock has, which JSONata carries over into the next month, day or hour. */
export function checkFields(fields: DateFields, text: string): void {
  for (const [letter, value] of Object.entries(fields)) {
    const [least, most] = RANGES[letter] ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    if (value === undefined || !(value >= least && value <= most))
      throw failure("no-such-date", { value: text });
  }
  const { Y: year, H: hour, m: minute = 0, s: second = 0, f: fraction = 0 } = fields;
  if (year !== undefined && year < FIRST_YEAR) throw failure("short-year", { value: text });
  if (hour === 24 && minute + second + fraction > 0) throw failure("no-such-date", { value: text });
}

/**
 * Milliseconds since the epoch. What is left out in front is taken from `now`, what is left out behind is zero, and a
 * gap between is D3136; a day that the month or the year does not have is an error.
 */
export function toMillis(fields: DateFields, now: number, text: string): number {
  const byDay = usesOnly(fields, "YXMxWwdD", "YMD");
  const byDayOfYear = !byDay && usesOnly(fields, "YXMxWwdD", "Yd");
  const byWeek = usesOnly(fields, "YXMxWwdD", "XxwW");
  const halfDays = !usesOnly(fields, "PHhmsf", "Hmsf") && usesOnly(fields, "PHhmsf", "Phmsf");
  const date = byDayOfYear ? "YD" : byWeek ? "XWF" : "YMD";
  const all = completed(fields, date + (halfDays ? "Phmsf" : "Hmsf"), now);
  // JSONata does not read dates by their week.
  if (byWeek) throw failure("D3136");
  const { Y: year = 0, M: month = 1, D: day = 1, m: minute = 0, s: second = 0, f: fraction = 0 } = all;
  const midnight = byDayOfYear ? dayOfYear(year, fields["d"] ?? 1, text) : dayOfMonth(year, month, day, text);
  const hour = halfDays ? ((all["h"] ?? 0) % 12) + (all["P"] === 1 ? 12 : 0) : (all["H"] ?? 0);
  const zone = fields["Z"] ?? fields["z"] ?? 0;
  return midnight + ((hour * 60 + minute - zone) * 60 + second) * 1000 + fraction;
}

/** Whether of these letters some of the wanted ones are given (0 counts as not), and no others. */
function usesOnly(fields: DateFields, letters: string, wanted: string): boolean {
  const given = [...letters].filter((letter) => Boolean(fields[letter]));
  return given.length > 0 && given.every((letter) => wanted.includes(letter));
}

function completed(fields: DateFields, order: string, now: number): DateFields {
  const all: Record<string, number> = {};
  let begun = false;
  let over = false;
  for (const letter of order) {
    const given = fields[letter];
    if (given !== undefined && over) throw failure("D3136");
    if (given !== undefined) begun = true;
    else if (begun) over = true;
    all[letter] = given ?? (begun ? least(letter) : ofNow(letter, new Date(now)));
  }
  return all;
}

function least(letter: string): number {
  return letter === "M" || letter === "D" ? 1 : 0;
}

function ofNow(letter: string, now: Date): number {
  switch (letter) {
    case "Y":
      return now.getUTCFullYear();
    case "M":
      return now.getUTCMonth() + 1;
    case "D":
      return now.getUTCDate();
    case "H":
      return now.getUTCHours();
    case "h":
      return now.getUTCHours() % 12;
    case "P":
      return now.getUTCHours() >= 12 ? 1 : 0;
    case "m":
      return now.getUTCMinutes();
    case "s":
      return now.getUTCSeconds();
    case "f":
      return now.getUTCMilliseconds();
    default:
      return 0;
  }
}

function dayOfMonth(year: number, month: number, day: number, text: string): number {
  const millis = Date.UTC(year, month - 1, day);
  if (new Date(millis).getUTCMonth() !== month - 1) throw failure("no-such-date", { value: text });
  return millis;
}

function dayOfYear(year: number, day: number, text: string): number {
  const millis = Date.UTC(year, 0, day);
  if (new Date(millis).getUTCFullYear() !== year) throw failure("no-such-date", { value: text });
  return millis;
}
