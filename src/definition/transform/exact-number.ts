import { isExact } from "../../model/exact-number.ts";

/** Why a number written in YAML would not arrive as it was written; undefined where it does. */
export function inexactNumber(value: number | bigint, source: string): string | undefined {
  if (/^[-+]?0[0-9]/.test(source)) return "The value is read as a number, and its leading zeros are lost.";
  if (/^0[xo]/i.test(source)) {
    return `The value is read as a number in ${/^0x/i.test(source) ? "hexadecimal" : "octal"} digits, which looks like another one.`;
  }
  if (typeof value === "bigint") {
    if (!Number.isSafeInteger(Number(value))) return "The number is too large to be kept exactly.";
    return String(value) === source ? undefined : "The value is read as a number, and its sign is lost.";
  }
  if (!Number.isFinite(value)) return "The value is no finite number.";
  if (!isExact(source)) return "The number has more digits than can be kept exactly.";
  if (String(value) === source) return undefined;
  if (/e/i.test(source))
    return "The value is read as a number with an exponent, which looks like another one.";
  return /\.\d*0$|\.$/.test(source)
    ? "The value is read as a number, and the zeros at its end are lost."
    : "The value is read as a number, which would be written in another way.";
}
