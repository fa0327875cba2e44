import { isExact } from "../../model/exact-number.ts";

/** Why a number written in YAML would not arrive as it was written; undefined where it does. */
export function inexactNumber(value: number | bigint, source: string): string | undefined {
  if (/^[-+]?0[0-9]/.test(source)) return "The value is read as a number, and its leading zeros are lost.";
  if (typeof value === "bigint") {
    return Number.isSafeInteger(Number(value)) ? undefined : "The number is too large to be kept exactly.";
  }
  if (!Number.isFinite(value)) return "The value is no finite number.";
  return isExact(source) ? undefined : "The number has more digits than can be kept exactly.";
}
