import { diagnose } from "../../model/diagnose.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";

// YAML's printable characters, without those that it excludes: controls but tab, line feed, carriage return, NEL.
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]/;

/** The first control character of a text, which no editor shows and YAML does not allow. */
export function forbiddenCharacter(file: string, text: string): Diagnostic | undefined {
  const index = CONTROL.exec(text)?.index;
  if (index === undefined) return undefined;
  const lineStart = text.lastIndexOf("\n", index - 1) + 1;
  const line = text.slice(0, lineStart).split("\n").length;
  const column = index - lineStart + 1;
  const code = text.charCodeAt(index);
  return diagnose(
    file,
    { line, column, endColumn: column + 1 },
    {
      rule: "file-encoding",
      message: `The file contains the control character U+${code.toString(16).toUpperCase().padStart(4, "0")}, which YAML does not allow.`,
      hint:
        code === 0
          ? "save the file as UTF-8; NUL bytes often mean UTF-16"
          : 'delete it, or write it as an escape in a double-quoted text ("\\x1b")',
    },
  );
}
