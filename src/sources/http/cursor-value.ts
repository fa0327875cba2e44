/**
 * How cursor values are compared: instants, times without a zone (as if all were in one), numbers, or text by its
 * UTF-16 units.
 */
export type CursorKind = "timestamp" | "timestamp without zone" | "number" | "text";

const TIMESTAMP =
  /^(?<date>\d{4}-\d\d-\d\d)(?:[T ](?<time>\d\d:\d\d(?::\d\d)?)(?:[.,](?<fraction>\d{1,12}))?(?<zone>Z|[+-]\d\d(?::?\d\d)?)?)?$/i;
const WHOLE = /^-?\d{1,30}$/;
const DECIMAL = /^-?\d{1,30}\.\d{1,30}$/;

export function cursorKind(text: string): CursorKind {
  const time = parseTimestamp(text);
  if (time !== undefined) return time.zoned ? "timestamp" : "timestamp without zone";
  return WHOLE.test(text) || DECIMAL.test(text) ? "number" : "text";
}

/** Below 0 where `a` comes first. Both are of the kind. */
export function compareCursors(a: string, b: string, kind: CursorKind): number {
  switch (kind) {
    case "timestamp":
    case "timestamp without zone": {
      const left = parseTimestamp(a);
      const right = parseTimestamp(b);
      return (
        (left?.seconds ?? 0) - (right?.seconds ?? 0) || compareText(left?.digits ?? "", right?.digits ?? "")
      );
    }
    case "number":
      return compareNumbers(a, b);
    case "text":
      return compareText(a, b);
    default:
      return kind satisfies never;
  }
}

/** `lag` in milliseconds for timestamps, in the number's own unit for whole numbers; never later than asked for. */
export function cursorMinusLag(text: string, lag: number): string {
  const time = parseTimestamp(text);
  if (time === undefined) {
    const [whole = "0"] = text.split(".");
    return (
      BigInt(whole) -
      BigInt(Math.ceil(lag)) -
      (text.startsWith("-") && text.includes(".") ? 1n : 0n)
    ).toString();
  }
  // Fractions of a second stay as they are: a lag of part of a second counts as a whole one.
  const moved = new Date(Math.max(YEAR_0, (time.seconds - Math.ceil(lag / 1000)) * 1000)).toISOString();
  if (time.time === undefined) return moved.slice(0, 10);
  const fraction = time.digits === "" ? "" : `.${time.digits}`;
  return `${moved.slice(0, 19)}${fraction}${time.zoned ? "Z" : ""}`;
}

/** No earlier year can be written with four digits. */
const YEAR_0 = Date.parse("0000-01-01T00:00:00Z");

interface Timestamp {
  /** Since the epoch, rounded down; without a zone, as if in UTC. */
  readonly seconds: number;
  /** Of the fraction of a second. */
  readonly digits: string;
  readonly zoned: boolean;
  readonly time: string | undefined;
}

function parseTimestamp(text: string): Timestamp | undefined {
  const { date, time, fraction = "", zone } = TIMESTAMP.exec(text)?.groups ?? {};
  if (date === undefined) return undefined;
  const offset =
    zone === undefined ? "Z" : zone.length === 3 ? `${zone}:00` : zone.replace(/^(...)(\d\d)$/, "$1:$2");
  const clock = time === undefined ? "00:00:00" : time.length === 5 ? `${time}:00` : time;
  const instant = Date.parse(`${date}T${clock}${offset.toUpperCase()}`);
  if (Number.isNaN(instant)) return undefined;
  return { seconds: instant / 1000, digits: fraction.replace(/0+$/, ""), zoned: zone !== undefined, time };
}

function compareNumbers(a: string, b: string): number {
  const left = scaled(a);
  const right = scaled(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

const PLACES = 30;

/** Without its decimal point: in units of 10^-PLACES. */
function scaled(text: string): bigint {
  const [whole = "0", fraction = ""] = text.split(".");
  return BigInt(whole + fraction.padEnd(PLACES, "0"));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
