import type { Reason } from "../model/reason.ts";
import type { Failure } from "./runtime/failure.ts";

/** What helps against a failure, chosen by its code and by the value that met it. */
export function evaluationAdvice(
  { code }: Failure,
  _text: string,
  _start: number | undefined,
): Pick<Reason, "fix" | "rewrites"> {
  const fix = FIXES[code];
  return fix === undefined ? {} : { fix };
}

const FIXES: Readonly<Record<string, string>> = {
  T0410: "Convert it first, for example with $string(…) or $number(…).",
  T2001: "Wrap it in $number(…), or join texts with &.",
  T2002: "Wrap it in $number(…), or join texts with &.",
  T2009: "Convert one, for example with $number(…).",
  T2010: "Convert it first.",
  D1002: "Wrap it in $number(…).",
  D3030: "Clean it first, for example with $replace(…), or leave empty values out with a condition.",
  D3110: "Give $toMillis a picture as second argument for other forms.",
};
