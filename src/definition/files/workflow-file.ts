import type { PlacedDocument } from "../../model/placed.ts";
import { placedFile } from "../yaml/source-tree.ts";
import { readYaml } from "../yaml/yaml-document.ts";

/** Where GitHub looks for workflows, seen from the project folder. */
export const WORKFLOWS = ".github/workflows";

export function isWorkflow(file: string): boolean {
  return file.startsWith(`${WORKFLOWS}/`);
}

/**
 * A workflow that runs planhat-sync. undefined for the others, which are not our business, and for what is no YAML: its
 * own tools say what is wrong with it.
 */
export function readWorkflow(file: string, text: string): PlacedDocument | undefined {
  if (!text.includes("planhat-sync")) return undefined;
  const { tree, value } = readYaml(file, text);
  return value === undefined ? undefined : { ...placedFile(tree), value };
}
