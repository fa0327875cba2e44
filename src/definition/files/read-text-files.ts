import { constants } from "node:fs";
import { open, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { diagnose, FILE_START, type Remark } from "../../model/diagnose.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { FileState, TextMemory } from "../load-memory.ts";
import { MAX_FILE_SIZE } from "../yaml/yaml-document.ts";

export interface ReadTextFiles {
  /** By path as given, of the files that could be read. */
  readonly texts: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Files open at a time: far below what a process may have, and enough to keep a disk busy. */
const OPEN_FILES = 32;

/**
 * Reads small UTF-8 files (at most 1 MiB each) by their paths relative to `dir`. What is no regular file inside
 * `dir`, or no UTF-8, becomes a diagnostic; with `optional`, a file that is not there is no fault. Never hangs on a
 * pipe or a device.
 */
export async function readTextFiles(
  dir: string,
  files: readonly string[],
  { optional, memory }: { readonly optional: boolean; readonly memory?: TextMemory },
): Promise<ReadTextFiles> {
  const texts = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const root = await realpath(dir).catch(() => dir);
  for (let start = 0; start < files.length; start += OPEN_FILES) {
    const some = files.slice(start, start + OPEN_FILES);
    const results = await Promise.all(some.map((file) => readText(root, join(dir, file), memory)));
    for (const [index, file] of some.entries()) {
      const result = results[index];
      if (typeof result === "string") texts.set(file, result);
      else if (result !== undefined && !(optional && result.rule === "file-missing")) {
        diagnostics.push(diagnose(file, FILE_START, result));
      }
    }
  }
  return { texts, diagnostics };
}

async function readText(root: string, path: string, memory?: TextMemory): Promise<string | Remark> {
  try {
    // Whatever leads elsewhere by now, be it a link on the way, leads to a file of another state.
    const known = memory?.recall(path, await stat(path, { bigint: true }));
    if (known !== undefined) return known;
    const real = await realpath(path);
    if (!isInside(root, real)) return OUTSIDE;
    const { bytes, state } = await readBytes(real);
    const text = decode(bytes);
    memory?.keep(path, state, text, Date.now());
    return text;
  } catch (error) {
    return error instanceof Unfit ? error.remark : unreadable(error);
  }
}

/** Opens first and looks then, at what is open: nobody can exchange the file in between. */
async function readBytes(path: string): Promise<{ readonly bytes: Uint8Array; readonly state: FileState }> {
  // O_NONBLOCK: opening a pipe would wait for somebody to write to it.
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  try {
    const state = await handle.stat({ bigint: true });
    if (!state.isFile()) throw new Unfit(NOT_REGULAR);
    const buffer = Buffer.alloc(Math.min(Number(state.size), MAX_FILE_SIZE) + 1);
    let length = 0;
    while (length < buffer.length) {
      const { bytesRead } = await handle.read(buffer, length, buffer.length - length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    if (length > MAX_FILE_SIZE) throw new Unfit(TOO_LARGE);
    if (length > state.size) throw new Unfit(CHANGED);
    return { bytes: buffer.subarray(0, length), state };
  } finally {
    await handle.close();
  }
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) throw new Unfit(UTF_16);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Unfit(NOT_UTF_8);
  }
}

function isInside(root: string, path: string): boolean {
  const between = relative(root, path);
  return between !== ".." && !between.startsWith(`..${sep}`);
}

/** Carries a remark out of the steps of one read. */
class Unfit extends Error {
  readonly remark: Remark;

  constructor(remark: Remark) {
    super(remark.message);
    this.remark = remark;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "this user may not read it",
  EPERM: "this user may not read it",
  EISDIR: "it is a folder",
  ELOOP: "its links lead in a circle",
  EMFILE: "too many files are open",
  EIO: "the disk reports an error",
};

function unreadable(error: unknown): Remark {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT" || code === "ENOTDIR") {
    return {
      rule: "file-missing",
      message: "The file is not there, or is a link to nothing.",
      hint: "check the name, or delete the link",
    };
  }
  return {
    rule: "file-unreadable",
    message: `The file cannot be read: ${REASONS[code] ?? (code || "for an unknown reason")}.`,
    hint: "check what it is and who may read it (ls -l)",
  };
}

const OUTSIDE: Remark = {
  rule: "path-outside",
  message: "The file is a link that leads out of the project folder.",
  hint: "copy the file into the project: what a project means must not depend on what lies beside it",
};

const NOT_REGULAR: Remark = {
  rule: "file-unreadable",
  message: "This is not a regular file: it is a folder, a pipe, a socket or a device.",
  hint: "put a regular file in its place, or give it another name",
};

const TOO_LARGE: Remark = {
  rule: "file-too-large",
  message: "The file is larger than 1 MiB, which no definition needs.",
  hint: "keep data in the source, and one sync in a file",
};

const CHANGED: Remark = {
  rule: "file-unreadable",
  message: "The file grew while it was read.",
  hint: "try again when it is written",
};

const UTF_16: Remark = {
  rule: "file-encoding",
  message: "The file is written in UTF-16.",
  hint: "save it as UTF-8",
};

const NOT_UTF_8: Remark = {
  rule: "file-encoding",
  message: "The file is not written in UTF-8.",
  hint: "save it as UTF-8; Windows editors often save in Windows-1252",
};
