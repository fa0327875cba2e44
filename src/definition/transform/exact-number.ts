import { isExact } from "../../model/exact-number.ts";

export interface NumberProblem {
  readonly message: string;
  /** Whether the value is the number that was written, though it looks like another. */
  readonly isKept: boolean;
}

/** Why a number written in YAML would not arrive as it was written; undefined where it does. */
export function inexactNumber(value: number | bigint, source: string): NumberProblem | undefined {
  const lost = whyLost(value, source);
  if (lost !== undefined) return { message: lost, isKept: false };
  if (String(value) === source) return undefined;
  return { message: whyOther(source), isKept: true };
}

function whyLost(value: number | bigint, source: string): string | undefined {
  if (/^[-+]?0[0-9]/.test(source)) return "The value is read as a number, and its leading zeros are lost.";
  if (typeof value === "bigint") {
    return Number.isSafeInteger(Number(value)) ? undefined : "The number is too large to be kept exactly.";
  }
  if (!Number.isFinite(value)) return "The value is not a finite number.";
  return isExact(source) ? undefined : "The number has more digits than can be kept exactly.";
}

function whyOther(source: string): string {
  if (/^0x/i.test(source))
    return "The value is read as a number in hexadecimal digits, and becomes another one.";
  if (/^0o/i.test(source)) return "The value is read as a number in octal digits, and becomes another one.";
  if (/e/i.test(source)) return "The value is read as a number with an exponent, and becomes another one.";
  return /\.\d*0$|\.$/.test(source)
    ? "The value is read as a number, and the zeros at its end are lost."
    : "The value is read as a number, which would be written in another way.";
}
