const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the Gregorian calendar has the day; month and day from 1. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  const length = MONTH_LENGTHS[month - 1];
  if (length === undefined || year === 0 || day === 0) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (month === 2 && isLeap ? 29 : length);
}
