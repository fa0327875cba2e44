import type { Place } from "../lint/rule.ts";
import type { Diagnostic, Fix, Severity } from "../model/diagnostic.ts";

/** The first character of a file: where a remark stands that concerns all of it. */
export const FILE_START: Place = { line: 1, column: 1, endColumn: 2 };

export interface Remark {
  readonly rule: string;
  /** `error` by default. */
  readonly severity?: Severity;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly fix?: Fix | undefined;
}

/** A remark with its place: the one shape of everything that loading reports. */
export function diagnose(file: string, place: Place, remark: Remark): Diagnostic {
  return {
    rule: remark.rule,
    severity: remark.severity ?? "error",
    file,
    line: place.line,
    column: place.column,
    endColumn: place.endColumn,
    message: remark.message,
    ...(remark.hint === undefined ? {} : { hint: remark.hint }),
    ...(remark.fix === undefined ? {} : { fix: remark.fix }),
  };
}
