import { escapeMessage, escapeText } from "./text/escape-text.ts";

/** What GitHub shows beside a line of a file, or on the run alone where there is no place. */
export interface Annotation {
  readonly severity: "error" | "warning" | "notice";
  readonly title: string;
  readonly place?: { readonly file: string; readonly line: number; readonly column: number };
  /** Each is put on a line of its own, whatever is in it. */
  readonly lines: readonly string[];
}

/**
 * A workflow command on a line. `folder` is the project's, as seen from the root of the repository; empty where it is
 * the root. The escapes are those of the runner's own toolkit: https://github.com/actions/toolkit, command.ts.
 */
export function githubCommand({ severity, title, place, lines }: Annotation, folder: string): string {
  const prefix = folder === "" || folder === "." ? "" : `${folder.replace(/\/+$/, "")}/`;
  const properties = [
    ...(place === undefined
      ? []
      : [`file=${property(prefix + place.file)}`, `line=${place.line}`, `col=${place.column}`]),
    `title=${property(title)}`,
  ].join(",");
  return `::${severity} ${properties}::${data(lines.map(escapeMessage).join("\n"))}\n`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(escapeText(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
