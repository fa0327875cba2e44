import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { Stop } from "../../model/stop.ts";

/**
 * The path of a saved plan, where a file is named in place of syncs: relative to one of these folders. Throws a Stop for
 * what can only be a file and is none.
 */
export async function planFileNamed(
  names: readonly string[],
  folders: readonly string[],
): Promise<string | undefined> {
  const [name] = names;
  if (name === undefined || names.length > 1) return undefined;
  for (const path of folders.map((folder) => resolve(folder, name))) {
    if (await isFile(path)) return path;
  }
  if (!/[\\/]|\.plan$/.test(name)) return undefined;
  throw new Stop("file-missing", `There is no plan file ${JSON.stringify(name)}.`, {
    fix: "Make one: planhat-sync plan --out FILE",
  });
}

async function isFile(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
