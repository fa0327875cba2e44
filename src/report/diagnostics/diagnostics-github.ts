import { compareDiagnostics, type Diagnostic } from "../../model/diagnostic.ts";
import { githubCommand } from "../github-command.ts";
import { statementOf } from "../text/reason-text.ts";

export interface DiagnosticsGithubOptions {
  /** The project's folder as seen from the root of the repository; empty where it is the root. */
  readonly folder?: string;
}

/**
 * Annotations of a GitHub workflow, one command a line; empty without diagnostics. GitHub shows them beside the
 * changed lines, ten errors and ten warnings a step, so the whole text belongs into the log as well.
 */
export function diagnosticsGithub(
  diagnostics: readonly Diagnostic[],
  { folder = "" }: DiagnosticsGithubOptions = {},
): string {
  return [...diagnostics]
    .sort(compareDiagnostics)
    .map(({ severity, file, line, column, rule, reason }) =>
      githubCommand(
        {
          severity,
          title: rule,
          place: { file, line, column },
          lines: [statementOf(reason), ...(reason.fix === undefined ? [] : [`hint: ${reason.fix}`])],
        },
        folder,
      ),
    )
    .join("");
}
