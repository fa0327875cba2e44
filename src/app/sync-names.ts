import { loadProject } from "../definition/load-project.ts";
import { compileExpression } from "../expression/compile-expression.ts";
import { OBJECT_TYPES } from "../model/generated/objects.ts";
import { SOURCE_KINDS } from "../sources/index.ts";
import type { Context } from "./context.ts";
import { projectLinter } from "./rules.ts";

/** The syncs of a project with their descriptions; broken definitions too, because one validates them by name. */
export async function syncNames({
  projectDir,
  env,
}: Pick<Context, "projectDir" | "env">): Promise<ReadonlyMap<string, string>> {
  const project = await loadProject({
    dir: projectDir,
    env,
    objectTypes: OBJECT_TYPES,
    sourceKinds: SOURCE_KINDS,
    compileExpression,
    linter: projectLinter(),
  });
  const found = new Map(project.syncs.map(({ name, description }) => [name, description ?? ""]));
  for (const { sync } of project.diagnostics) if (sync !== undefined && !found.has(sync)) found.set(sync, "");
  return found;
}
