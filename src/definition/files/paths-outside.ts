import { diagnose } from "../../model/diagnose.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { isJsonObject, type Json } from "../../model/json.ts";
import type { Path, PlacedFile } from "../../model/placed.ts";
import type { SourceKind } from "../../model/source-kind.ts";
import { pointer, type SubstitutedText } from "./substitute.ts";

/**
 * Files that a definition names must lie in the project: a definition may come from a stranger's pull request.
 * Links are followed, and refused, by whoever opens the file.
 */
export function pathsOutside(
  placed: PlacedFile,
  value: Json,
  texts: ReadonlyMap<string, SubstitutedText>,
  sourceKinds: readonly SourceKind[],
): readonly Diagnostic[] {
  const source = isJsonObject(value) ? value["source"] : undefined;
  if (!isJsonObject(source)) return [];
  const found: Diagnostic[] = [];
  for (const { kind, files } of sourceKinds) {
    const settings = source[kind];
    if (!isJsonObject(settings)) continue;
    for (const key of Object.keys(files)) {
      const setting = settings[key];
      if (typeof setting !== "string") continue;
      const path: Path = ["source", kind, key];
      const why = texts.get(pointer(path))?.complete === false ? undefined : whyOutside(setting);
      if (why !== undefined) found.push(outside(placed, path, why));
    }
  }
  return found;
}

/** Why a path cannot be one inside the project folder, to follow "The path"; undefined where it can. */
export function whyOutside(path: string): string | undefined {
  if (/^[A-Za-z][A-Za-z0-9+.-]+:/.test(path)) return "is a URL, and a file of the project belongs here";
  if (/^(?:[/\\~]|[A-Za-z]:)/.test(path)) return "is absolute, and must be relative to the project folder";
  let depth = 0;
  for (const step of path.split(/[/\\]/)) {
    if (step === "..") depth -= 1;
    else if (step !== "" && step !== ".") depth += 1;
    if (depth < 0) return "leads out of the project folder";
  }
  return undefined;
}

export function outside(placed: PlacedFile, path: Path, why: string): Diagnostic {
  return diagnose(placed.file, placed.place(path), {
    rule: "path-outside",
    message: `The path ${why}.`,
    hint: "copy the file into the project, and name it relative to the project folder",
  });
}
