import { staysNumber } from "../../../model/exact-number.ts";

/**
 * What JavaScript would make of a number as JSON writes it: `exact` where no digit gets lost, `changed` where one
 * would (also -0, which no JSON keeps), `infinite` where it is too large to be a number at all.
 */
export function numberFate(written: string): "exact" | "changed" | "infinite" {
  const value = Number(written);
  if (!Number.isFinite(value)) return "infinite";
  if (Object.is(value, -0)) return "changed";
  return staysNumber(written) ? "exact" : "changed";
}
