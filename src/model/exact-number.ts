/**
 * Whether a JavaScript number says the same as the decimal text it was read from: `1.50` and `1.5` do, `0.1` does,
 * `9007199254740993` and `1e400` do not.
 */
export function isExact(text: string): boolean {
  const number = Number(text);
  if (!Number.isFinite(number)) return false;
  const written = decimal(text);
  const kept = decimal(String(number));
  return written.digits === kept.digits && written.exponent === kept.exponent;
}

/**
 * Whether a number written as text may become a JavaScript number. Whole numbers by the rule of safe integers alone:
 * beyond 2^53 every second one would be exact, and ids would change their type from row to row.
 */
export function staysNumber(text: string): boolean {
  return /^[-+]?\d+$/.test(text) ? Number.isSafeInteger(Number(text)) : isExact(text);
}

interface Decimal {
  /** Without zeros at either end. */
  readonly digits: string;
  /** Value = digits × 10^exponent; the sign cannot get lost. */
  readonly exponent: number;
}

function decimal(text: string): Decimal {
  const [mantissa = "", power = "0"] = text.toLowerCase().replace(/^[-+]/, "").split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const digits = (whole + fraction).replace(/^0+/, "");
  const significant = trimZeros(digits);
  if (significant === "") return { digits: "", exponent: 0 };
  return {
    digits: significant,
    exponent: Number(power) - fraction.length + (digits.length - significant.length),
  };
}

/** As `replace(/0+$/, "")`, which takes quadratic time on long runs of zeros. */
function trimZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === 48) end--;
  return digits.slice(0, end);
}
