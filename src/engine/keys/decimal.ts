/** A number as its text has it: `0012`, `12.0` and `1.2E+1` are one, and no digit is lost. */
interface Decimal {
  /** Without zeros at either end; `0` for zero. */
  readonly digits: string;
  /** Power of ten of the first digit. */
  readonly exponent: number;
  readonly isNegative: boolean;
  /** How many digits were written, where it was in scientific notation. */
  readonly written: number | undefined;
}

const NUMBER = /^([+-]?)(\d+)(?:([.,])(\d+))?(?:e([+-]?\d{1,3}))?$/i;
const LONGEST = 60;

function parse(text: string): Decimal | undefined {
  // Nearly all texts that are no numbers end here.
  const first = text.charCodeAt(0);
  if (!(first >= 0x30 && first <= 0x39) && first !== 0x2b && first !== 0x2d) return undefined;
  const match = text.length > LONGEST ? null : NUMBER.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = "", mark, fraction = "", power] = match;
  // 1,234 may be a thousand: only spreadsheets of other countries write 1,234E+12.
  if (mark === "," && power === undefined) return undefined;
  const all = whole + fraction;
  const significant = all.replace(/^0+/, "");
  const digits = significant.replace(/0+$/, "");
  return {
    digits: digits === "" ? "0" : digits,
    exponent: digits === "" ? 0 : Number(power ?? 0) + whole.length - 1 - (all.length - significant.length),
    isNegative: sign === "-",
    written: power === undefined ? undefined : significant.length,
  };
}

/** The same text for all ways to write one number; any other text stays as it is. */
export function decimalForm(text: string): string {
  const decimal = parse(text);
  return decimal === undefined ? text : formOf(decimal);
}

/** Whether it is a long number as a spreadsheet shows it, `1.23457E+12`: its last digits are lost. */
export function isShortened(text: string): boolean {
  return text.includes("+") && /^[+-]?\d[.,]\d+e\+\d\d+$/i.test(text.trim());
}

/** What Excel shows and what it keeps of a number, in digits. */
const SPREADSHEET_DIGITS = [6, 15];
/** A source with more such keys than this is beyond naming them. */
const MOST = 10_000;

/** Numbers in scientific notation, found by the longer numbers that they may have been. */
export class ShortenedNumbers<T> {
  readonly #values = new Map<string, T>();
  readonly #precisions = new Set<number>();

  /** Of several with one form the first one counts. Any other text is passed over. */
  note(text: string, value: T): void {
    if (!/e/i.test(text)) return;
    const decimal = parse(text);
    const written = decimal?.written;
    if (decimal === undefined || written === undefined || decimal.exponent < written) return;
    const form = formOf(decimal);
    if (this.#values.has(form) || this.#values.size >= MOST) return;
    this.#values.set(form, value);
    for (const digits of [written, ...SPREADSHEET_DIGITS])
      if (digits >= written) this.#precisions.add(digits);
  }

  get isEmpty(): boolean {
    return this.#values.size === 0;
  }

  find(text: string): T | undefined {
    if (this.isEmpty) return undefined;
    const decimal = parse(text);
    if (decimal === undefined || decimal.written !== undefined) return undefined;
    for (const precision of this.#precisions) {
      if (decimal.digits.length <= precision) continue;
      const value = this.#values.get(formOf(rounded(decimal, precision)));
      if (value !== undefined) return value;
    }
    return undefined;
  }
}

/** Whether one of two texts is the other one as a spreadsheet shortens it. */
export function isRounding(a: string, b: string): boolean {
  return shortens(a, b) || shortens(b, a);
}

function shortens(shortened: string, whole: string): boolean {
  const numbers = new ShortenedNumbers<true>();
  numbers.note(shortened, true);
  return numbers.find(whole) === true;
}

/** Half away from zero, as spreadsheets do. */
function rounded({ digits, exponent, ...rest }: Decimal, precision: number): Decimal {
  const kept = digits.slice(0, precision);
  if (digits.charCodeAt(precision) < 0x35) return { ...rest, digits: kept.replace(/0+$/, ""), exponent };
  const up = String(BigInt(kept) + 1n);
  return { ...rest, digits: up.replace(/0+$/, ""), exponent: exponent + up.length - kept.length };
}

function formOf({ digits, exponent, isNegative }: Decimal): string {
  return `${isNegative ? "-" : ""}${digits}e${exponent}`;
}
