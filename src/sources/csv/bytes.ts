import type { BigIntStats } from "node:fs";
import { constants } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { open, stat } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { Stop } from "../../model/stop.ts";
import type { CsvFile } from "./files.ts";
import { peekStdin, readStdin } from "./stdin.ts";

/** How much is asked for: all of it, or the beginning, which standard input keeps for its reader. */
export type Extent = "all" | "beginning";

/** Bytes in one piece. */
const CHUNK = 64 * 1024;

/**
 * The bytes of a file, unpacked where its name ends in `.gz`, in pieces. Throws a Stop where the file cannot be
 * read, is cut off, or has changed by the end; throws the signal's reason when it fires, and closes the file.
 */
export async function* openBytes(
  file: CsvFile,
  stdin: NodeJS.ReadableStream,
  extent: Extent,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  if (file.path === undefined) yield* extent === "all" ? readStdin(stdin, signal) : peekStdin(stdin, signal);
  else if (file.name.toLowerCase().endsWith(".gz"))
    yield* unpack(readFile(file.name, file.path, signal), file.name);
  else yield* readFile(file.name, file.path, signal);
}

async function* readFile(name: string, path: string, signal: AbortSignal): AsyncGenerator<Buffer> {
  const handle = await openFile(name, path);
  try {
    const before = await handle.stat({ bigint: true });
    if (!before.isFile()) throw new Stop("source-unreadable", `${name} is not a regular file.`);
    while (true) {
      signal.throwIfAborted();
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK);
      if (bytesRead === 0) break;
      yield buffer.subarray(0, bytesRead);
    }
    await checkUnchanged(name, path, handle, before);
  } finally {
    await handle.close();
  }
}

async function openFile(name: string, path: string): Promise<FileHandle> {
  try {
    return await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown error";
    throw new Stop("source-unreadable", `The CSV file ${name} cannot be opened: ${code}.`, {
      cause,
      fix: "check that it exists and that this user may read it",
    });
  }
}

/** What was read is one state of the file, or nothing. */
async function checkUnchanged(
  name: string,
  path: string,
  handle: FileHandle,
  before: BigIntStats,
): Promise<void> {
  const after = await handle.stat({ bigint: true });
  const named = await stat(path, { bigint: true }).catch(() => undefined);
  const replaced = named === undefined || named.ino !== before.ino || named.dev !== before.dev;
  if (!replaced && after.size === before.size && after.mtimeNs === before.mtimeNs) return;
  const how = named === undefined ? "was deleted" : replaced ? "was replaced" : "changed";
  throw new Stop("source-changed", `The CSV file ${name} ${how} while it was read.`, {
    fix: "run again when nobody writes to it; writers should write a new file and rename it when it is whole",
  });
}

async function* unpack(packed: AsyncGenerator<Buffer>, name: string): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: CHUNK });
  const taken = { bytes: 0 };
  // The loop below meets the error; the callback only keeps it from being thrown a second time.
  pipeline(Readable.from(counted(packed, taken), { objectMode: false }), gunzip, () => undefined);
  try {
    for await (const chunk of gunzip) yield chunk as Buffer;
  } catch (cause) {
    throw isZlibError(cause) ? packingProblem(cause, name, taken.bytes) : cause;
  } finally {
    gunzip.destroy();
  }
}

async function* counted(packed: AsyncGenerator<Buffer>, taken: { bytes: number }): AsyncGenerator<Buffer> {
  for await (const chunk of packed) {
    taken.bytes += chunk.length;
    yield chunk;
  }
}

function packingProblem(cause: Error & { readonly code: string }, name: string, bytes: number): Stop {
  const cut = cause.code === "Z_BUF_ERROR";
  const where = cut ? `is cut off after ${bytes} bytes` : `is damaged within its first ${bytes} bytes`;
  return new Stop("source-malformed", `The packed CSV file ${name} ${where}.`, {
    cause,
    fix: cut
      ? "fetch or pack the file again: its end is missing"
      : "check that it is a gzip file and whole: gzip -t tells",
  });
}

function isZlibError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
}
