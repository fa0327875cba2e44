import { closeSync, fsyncSync, mkdirSync, openSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { errorCode } from "./file-stop.ts";

/**
 * Makes sure that a folder exists. One that is made here is closed to other users and ignored by git; one that was
 * there is left as it is. Throws what the file system throws.
 */
export function ensurePrivateFolder(dir: string): void {
  const made = mkdirSync(dir, { recursive: true, mode: 0o700 });
  if (made === undefined) return;
  writeGitignore(dir);
  syncFolder(dirname(made));
}

/** Makes names in a folder survive a power loss. Systems that cannot open a folder do without. */
export function syncFolder(dir: string): void {
  let handle: number;
  try {
    handle = openSync(dir, "r");
  } catch {
    return;
  }
  try {
    fsyncSync(handle);
  } catch (error) {
    if (!["EINVAL", "EPERM", "EISDIR", "EBADF", "ENOTSUP"].includes(errorCode(error))) throw error;
  } finally {
    closeSync(handle);
  }
}

function writeGitignore(dir: string): void {
  try {
    writeFileSync(join(dir, ".gitignore"), "*\n", { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
  }
}
