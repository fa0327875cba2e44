import { compareDiagnostics, type Diagnostic } from "../model/diagnostic.ts";
import { escapeMessage, escapeText } from "./escape-text.ts";

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
  const prefix = folder === "" || folder === "." ? "" : `${folder.replace(/\/+$/, "")}/`;
  return [...diagnostics]
    .sort(compareDiagnostics)
    .map((diagnostic) => `${command(diagnostic, prefix)}\n`)
    .join("");
}

function command({ severity, file, line, column, rule, message, hint }: Diagnostic, prefix: string): string {
  const properties = [
    `file=${property(prefix + file)}`,
    `line=${line}`,
    `col=${column}`,
    `title=${property(rule)}`,
  ].join(",");
  const lines = [message, ...(hint === undefined ? [] : [`hint: ${hint}`])];
  return `::${severity} ${properties}::${data(lines.map(escapeMessage).join("\n"))}`;
}

/** The escapes of the runner's own toolkit: https://github.com/actions/toolkit, command.ts. */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(escapeText(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
