import { randomBytes } from "node:crypto";
import { open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Stop } from "../model/stop.ts";

const BOM = "\uFEFF";

/**
 * Puts a new text in place of an old one, all of it or none, with the file's permissions and byte order mark. Throws a
 * Stop where the file no longer holds the old text: somebody is editing it.
 */
export async function replaceFile(path: string, oldText: string, newText: string): Promise<void> {
  const real = await realpath(path);
  const held = await readFile(real, "utf8");
  const mark = held.startsWith(BOM) ? BOM : "";
  if (held.slice(mark.length) !== oldText) {
    throw new Stop(
      "file-changed",
      `${basename(path)} was changed while it was checked, so it was left alone.`,
      {
        fix: "Save it, and run the command again.",
      },
    );
  }
  const temporary = join(dirname(real), `.${basename(real)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    const handle = await open(temporary, "wx", (await stat(real)).mode);
    try {
      await handle.writeFile(mark + newText);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, real);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw new Stop("file-unwritable", `${basename(path)} could not be written.`, {
      fix: "Check who may write to the file and its folder.",
      cause,
    });
  }
}
