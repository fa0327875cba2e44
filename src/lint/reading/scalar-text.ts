import { parse } from "yaml";
import type { Path, PlacedFile } from "../../model/placed.ts";
import type { PlacedEdit } from "../../model/placed-fix.ts";

/** Replaces a whole text of the file, in quotes where it needs them; undefined for a block of several lines. */
export function replaceText(file: PlacedFile, path: Path, value: string): PlacedEdit | undefined {
  const extent = file.extent(path);
  if (extent === undefined || "|>".includes(file.text[extent.start] ?? "") || value.includes("\n"))
    return undefined;
  const isPlain = !`"'`.includes(file.text[extent.start] ?? "");
  return { path, text: isPlain && staysPlain(value) ? value : quotedText(value) };
}

/** Whether it means itself without quotes, inside brackets too. */
function staysPlain(value: string): boolean {
  return (
    !/^[-?:#&*!|>'"%@`\s]|[,[\]{}\n]|:\s|\s#|[:\s]$/.test(value) && parsed(`x: ${value}`)?.["x"] === value
  );
}

function quotedText(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    return parse(text, { logLevel: "silent" });
  } catch {
    return undefined;
  }
}
