import { PROJECT_FILE } from "../definition/compile-project.ts";
import { environmentNames } from "../definition/files/environments.ts";
import { readTextFiles } from "../definition/files/read-text-files.ts";
import { loadProject } from "../definition/load-project.ts";
import { readYaml } from "../definition/yaml/yaml-document.ts";
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

/** The names of a project's environments; none where its settings cannot be read. */
export async function environmentsOf(projectDir: string): Promise<readonly string[]> {
  const { texts } = await readTextFiles(projectDir, [PROJECT_FILE], { optional: true });
  return environmentNames(readYaml(PROJECT_FILE, texts.get(PROJECT_FILE) ?? "").value);
}
