import type { Diagnostic, Fix, Severity } from "./diagnostic.ts";
import type { RuleId } from "./generated/rule-ids.ts";
import type { Place } from "./placed.ts";
import type { Rewrite } from "./reason.ts";

/** The first character of a file: where a remark stands that concerns all of it. */
export const FILE_START: Place = { line: 1, column: 1, endColumn: 2 };

export interface Remark {
  readonly rule: RuleId;
  /** `error` by default. */
  readonly severity?: Severity;
  /** What is wrong, and why; names of the definition may stand in it. */
  readonly message: string;
  /** What to do. */
  readonly hint?: string | undefined;
  /** The JSONata that the hint proposes. */
  readonly rewrites?: readonly Rewrite[] | undefined;
  readonly fix?: Fix | undefined;
  /** A warning that stays one under `--strict`. */
  readonly lenient?: true | undefined;
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
    reason: {
      code: remark.rule,
      what: remark.message,
      ...(remark.hint === undefined ? {} : { fix: remark.hint }),
      ...(remark.rewrites === undefined ? {} : { rewrites: remark.rewrites }),
    },
    ...(remark.lenient === undefined ? {} : { lenient: true }),
    ...(remark.fix === undefined ? {} : { fix: remark.fix }),
  };
}
