import { dressed, editorSchema } from "../definition/editor-schema.ts";
import { OBJECT_TYPES } from "../model/generated/objects.ts";
import { projectSchema } from "../model/generated/project.ts";

/**
 * The schemas that a project keeps for editors, by path: what the first line of each of its files names. They are part of
 * the project, so that they are found offline, in every clone, and wherever planhat-sync is installed.
 */
export function editorSchemas(): ReadonlyMap<string, string> {
  return new Map([
    ["schemas/sync.schema.json", `${JSON.stringify(editorSchema(OBJECT_TYPES))}\n`],
    ["schemas/project.schema.json", `${JSON.stringify(dressed(structuredClone(projectSchema)))}\n`],
  ]);
}
