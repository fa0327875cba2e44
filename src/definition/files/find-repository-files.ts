import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { GITIGNORE } from "../compile-project.ts";
import { WORKFLOWS } from "./workflow-file.ts";

/**
 * Files that are no definitions and say how the project is kept and run: its workflows and, where the project is the
 * root of a repository, its .gitignore. Relative to the project folder; they need not be there.
 */
export async function findRepositoryFiles(dir: string): Promise<readonly string[]> {
  const entries = await readdir(join(dir, WORKFLOWS), { withFileTypes: true }).catch(() => []);
  const workflows = entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map(({ name }) => `${WORKFLOWS}/${name}`)
    .sort();
  const isRoot = await stat(join(dir, ".git")).then(
    () => true,
    () => false,
  );
  return isRoot ? [GITIGNORE, ...workflows] : workflows;
}
