import { compareDiagnostics, type Diagnostic } from "../../model/diagnostic.ts";
import { given } from "../../model/given.ts";
import { jsonText } from "../json-text.ts";
import { statementOf } from "../text/reason-text.ts";

/** The machine output of `validate`. Valid: nothing of severity error. */
export function diagnosticsJson(
  diagnostics: readonly Diagnostic[],
  /** What `--fix` has mended; undefined without `--fix`. */
  fixed?: readonly Diagnostic[],
): string {
  return jsonText({
    formatVersion: 1,
    valid: diagnostics.every(({ severity }) => severity !== "error"),
    diagnostics: [...diagnostics].sort(compareDiagnostics).map(diagnosticJson),
    ...(fixed !== undefined && { fixed: fixed.map(diagnosticJson) }),
  });
}

function diagnosticJson(diagnostic: Diagnostic): object {
  const { rule, severity, sync, file, line, column, reason, fix } = diagnostic;
  return {
    rule,
    severity,
    ...given({ sync }),
    file,
    line,
    column,
    message: statementOf(reason),
    ...(reason.fix !== undefined && { hint: reason.fix }),
    ...(fix !== undefined && { fix: fix.title }),
  };
}
