import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { WORKFLOWS } from "./workflow-file.ts";

/** The workflows of the project folder, relative to it; none where it is not the root of a repository. */
export async function findWorkflows(dir: string): Promise<readonly string[]> {
  const entries = await readdir(join(dir, WORKFLOWS), { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map(({ name }) => `${WORKFLOWS}/${name}`)
    .sort();
}
