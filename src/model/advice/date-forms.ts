import { isCalendarDay } from "../calendar.ts";

/** A way in which dates are written that is not ISO 8601, and the picture with which `$toMillis` reads it. */
export interface DateForm {
  /** What a value looks like. */
  readonly pattern: RegExp;
  /** The same in few signs, for an expression: other forms do not have it. */
  readonly mark: string;
  readonly pictures: readonly { readonly when?: string; readonly picture: string }[];
  /** Without a time of day. */
  readonly isDay: boolean;
}

const MONTH = "(?:0?[1-9]|1[0-2])";
const NO_MONTH = "(?:1[3-9]|2\\d|3[01])";

/** Days without a time, by what stands between their parts; of several, the first that fits. */
export const DATE_FORMS: readonly DateForm[] = [
  day(/^\d{1,2}\.\d{1,2}\.\d{4}$/, "^\\d+\\.\\d+\\.\\d{4}$", "[D].[M].[Y]"),
  day(/^\d{4}\/\d{1,2}\/\d{1,2}$/, "^\\d{4}\\/", "[Y]/[M]/[D]"),
  day(/^\d{4}-\d{1,2}-\d{1,2}$/, "^\\d{4}-\\d{1,2}-\\d{1,2}$", "[Y]-[M]-[D]"),
  day(/^\d{4}\.\d{1,2}\.\d{1,2}$/, "^\\d{4}\\.", "[Y].[M].[D]"),
  ...["/", "-"].flatMap(dayAndMonth),
  day(/^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/, "^\\d{8}$", "[Y0001][M01][D01]"),
  day(/^\d{1,2} [A-Z][a-z]{2} \d{4}$/, "^\\d+ \\w{3} \\d{4}$", "[D] [MNn,*-3] [Y]"),
  day(/^\d{1,2}-[A-Z][a-z]{2}-\d{4}$/, "^\\d+-\\w{3}-\\d{4}$", "[D]-[MNn,*-3]-[Y]"),
  day(/^[A-Z][a-z]{2} \d{1,2}, \d{4}$/, "^\\w{3} \\d+, \\d{4}$", "[MNn,*-3] [D], [Y]"),
  day(/^\d{1,2} [A-Z][a-z]{3,8} \d{4}$/, "^\\d+ \\w{4,} \\d{4}$", "[D] [MNn] [Y]"),
  day(/^[A-Z][a-z]{3,8} \d{1,2}, \d{4}$/, "^\\w{4,} \\d+, \\d{4}$", "[MNn] [D], [Y]"),
];

function day(pattern: RegExp, mark: string, picture: string): DateForm {
  return { pattern, mark, pictures: [{ picture }], isDay: true };
}

/** One of the two may be no month, and says so for all; of 03/04/2026 nobody can tell. */
function dayAndMonth(sign: string): readonly DateForm[] {
  const form = (first: string, second: string, pictures: DateForm["pictures"]): DateForm => ({
    pattern: new RegExp(`^${first}\\${sign}${second}\\${sign}\\d{4}$`),
    mark: `^\\d+\\${sign}\\d+\\${sign}\\d{4}$`,
    pictures,
    isDay: true,
  });
  const [dayFirst, monthFirst] = [`[D]${sign}[M]${sign}[Y]`, `[M]${sign}[D]${sign}[Y]`];
  return [
    form(NO_MONTH, MONTH, [{ picture: dayFirst }]),
    form(MONTH, NO_MONTH, [{ picture: monthFirst }]),
    form(MONTH, MONTH, [
      { when: "where the day comes first", picture: dayFirst },
      { when: "where the month comes first", picture: monthFirst },
    ]),
  ];
}

/** Whether a value of this picture is a day that exists; where its month is a name, nobody looks. */
export function isOfCalendar(value: string, picture: string): boolean {
  const letters = [...picture.matchAll(/\[([DMY])/g)].map(([, letter = ""]) => letter);
  const isCompact = /^\d{8}$/.test(value);
  const numbers = isCompact
    ? [value.slice(0, 4), value.slice(4, 6), value.slice(6)]
    : (value.match(/\d+/g) ?? []);
  if (numbers.length !== letters.length) return true;
  const part = (letter: string): number => Number(numbers[letters.indexOf(letter)]);
  return isCalendarDay(part("Y"), part("M"), part("D"));
}
