import { staysNumber } from "../../../model/exact-number.ts";

/**
 * Whether JavaScript would change a number as JSON writes it: it has more digits than a number keeps, is larger than any
 * number, or is -0, which no JSON keeps.
 */
export function isChanged(written: string): boolean {
  return !staysNumber(written) || Object.is(Number(written), -0);
}
