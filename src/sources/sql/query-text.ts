import { constants } from "node:fs";
import { open, realpath } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import { Stop } from "../../model/stop.ts";
import type { SqlText } from "./statement.ts";

/** Exactly one of them is there. */
export interface QuerySettings {
  readonly query?: string;
  /** Relative to the project folder. */
  readonly file?: string;
}

const MAX_BYTES = 1024 * 1024;

/** The query of the settings, or the text of its file: inside the project, a regular file of at most 1 MiB, UTF-8. */
export async function queryText({ query, file }: QuerySettings, projectDir: string): Promise<SqlText> {
  if (file === undefined) return { sql: query ?? "", where: "the query" };
  const path = await pathInside(file, projectDir);
  return { sql: decode(await readRegularFile(path, file), file), where: file };
}

async function pathInside(file: string, projectDir: string): Promise<string> {
  const root = await realpath(projectDir);
  const path = await realpath(resolve(root, file)).catch((error: unknown) => {
    throw unreadable(file, error);
  });
  const between = relative(root, path);
  if (between !== ".." && !between.startsWith(`..${sep}`) && resolve(root, between) === path) return path;
  throw new Stop("query-file", `The file ${file} lies outside the project folder.`, {
    fix: "copy it into the project, and name it relative to the project folder",
  });
}

async function readRegularFile(path: string, file: string): Promise<Buffer> {
  // Without waiting: a pipe would never open. Not through a link: the path is the real one by now.
  const flags = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;
  const handle = await open(path, flags).catch((error: unknown) => {
    throw unreadable(file, error);
  });
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) {
      throw new Stop("query-file", `${file} is not a regular file.`, { fix: "name an .sql file" });
    }
    if (stat.size > MAX_BYTES) {
      throw new Stop("query-file", `${file} is larger than 1 MiB.`, {
        fix: "is it a dump? Only the query belongs there",
      });
    }
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

function decode(bytes: Buffer, file: string): string {
  try {
    // Leaves out a byte order mark.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Stop("query-file", `${file} is not UTF-8.`, { fix: "save it as UTF-8", cause });
  }
}

function unreadable(file: string, cause: unknown): Stop {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const reason = REASONS[code] ?? `the system answers ${code || "with an unknown error"}`;
  return new Stop("query-file", `The file ${file} cannot be read: ${reason}.`, {
    fix: "check `file:`, which is relative to the project folder",
    cause,
  });
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "it is not there",
  EACCES: "permission denied",
  ELOOP: "its links go in a circle",
  ENOTDIR: "a part of its path is a file, not a folder",
};
