import type { Path, PlacedFile } from "../../model/placed.ts";
import type { Project } from "../../model/project.ts";
import { placedFile } from "../yaml/source-tree.ts";
import { readYaml } from "../yaml/yaml-document.ts";

/** Lines and columns from 1; the file is relative to the project folder. */
export interface SyncPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Where a part of a sync's definition stands: its key, or its nearest parent where it is not written there. undefined
 * for a sync that the project does not have. Each file is parsed once, when it is asked for.
 */
export function syncPlaces(
  project: Pick<Project, "syncs" | "texts">,
): (sync: string, path: Path) => SyncPlace | undefined {
  const files = new Map<string, PlacedFile>();
  return (sync, path) => {
    const file = project.syncs.find(({ name }) => name === sync)?.file;
    if (file === undefined) return undefined;
    const placed = files.get(file) ?? placedFile(readYaml(file, project.texts.get(file) ?? "").tree);
    files.set(file, placed);
    const { line, column } = placed.place(path, { part: "key" });
    return { file, line, column };
  };
}
