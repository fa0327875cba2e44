import type { Reason } from "../../model/reason.ts";
import { statementOf } from "../text/reason-text.ts";
import type { Clean } from "./page-value.ts";

/** Why something is not as it should be, and what to do, as two texts. */
export function pageReason(
  reason: Reason,
  clean: Clean,
): { readonly message: string; readonly hint?: string } {
  const { fix } = reason;
  return { message: clean(statementOf(reason)), ...(fix === undefined ? {} : { hint: clean(fix) }) };
}
