import { randomBytes } from "node:crypto";
import { access, constants, lstat, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Stop } from "../model/stop.ts";

/** Throws a Stop unless a file can be written there: asked before a plan that may take long. */
export async function requireWritable(path: string, what?: string): Promise<void> {
  try {
    await access(dirname(path), constants.W_OK);
  } catch (cause) {
    throw notWritable(path, cause, what);
  }
  await requireReplaceable(path, what);
}

/** Throws a Stop where the new file would take the place of a folder, a link or a device, such as /dev/stdout. */
export async function requireReplaceable(path: string, what = "page"): Promise<void> {
  const there = await lstat(path).catch(() => undefined);
  if (there === undefined || there.isFile()) return;
  throw new Stop("file-unwritable", `The ${what} cannot be written: ${path} is no regular file.`, {
    fix: "Name a file that is not there yet, or one that may be replaced.",
  });
}

export interface PageOptions {
  /** Default: for its owner alone, since a page holds data. */
  readonly mode?: number;
  /** Default: `page`. */
  readonly what?: string;
}

/** The whole file or none. What was there is replaced. */
export async function writePage(
  path: string,
  text: string,
  { mode = 0o600, what = "page" }: PageOptions = {},
): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}`);
  try {
    const file = await open(temporary, "wx", mode);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw notWritable(path, cause, what);
  }
}

function notWritable(path: string, cause: unknown, what = "page"): Stop {
  const code = cause instanceof Error && "code" in cause ? ` (${String(cause.code)})` : "";
  return new Stop("file-unwritable", `The ${what} could not be written${code}: ${path}.`, {
    fix: "Name a file in a folder that is there and that you may write to.",
    cause,
  });
}
