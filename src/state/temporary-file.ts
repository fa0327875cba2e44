import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, open, unlink } from "node:fs/promises";
import { join } from "node:path";
import { ensurePrivateFolder } from "./private-folder.ts";

const READ_BYTES = 1 << 18;
const NEWLINE = 0x0a;

/** A new file in `dir` for this process alone, without a name where the system allows it. Throws as node:fs does. */
export async function openTemporaryFile(dir: string, purpose: string): Promise<FileHandle> {
  ensurePrivateFolder(dir);
  const path = join(dir, `.${purpose}-${process.pid}-${randomBytes(8).toString("hex")}.tmp`);
  // O_EXCL and O_NOFOLLOW: a name that somebody else prepared is never written through.
  const flags = constants.O_RDWR | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);
  const file = await open(path, flags, 0o600);
  try {
    await unlink(path);
  } catch (error) {
    await file.close();
    throw error;
  }
  return file;
}

/** Writes the whole text as UTF-8 at `position`, however the system cuts it up. Answers its bytes. */
export async function writeAll(file: FileHandle, text: string, position: number): Promise<number> {
  const bytes = Buffer.from(text, "utf8");
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
  return bytes.length;
}

/** The lines of the first `end` bytes, without their newlines, an array for every part read. */
export async function* readLines(file: FileHandle, end: number): AsyncIterable<readonly string[]> {
  let rest: Buffer[] = [];
  for (let position = 0; position < end; ) {
    const part = Buffer.allocUnsafe(Math.min(READ_BYTES, end - position));
    const { bytesRead } = await file.read(part, 0, part.length, position);
    if (bytesRead === 0) throw new Error(`the file ends at byte ${position} of ${end}`);
    position += bytesRead;
    const read = part.subarray(0, bytesRead);
    const lastNewline = read.lastIndexOf(NEWLINE);
    if (lastNewline < 0) {
      rest.push(read);
      continue;
    }
    yield Buffer.concat([...rest, read.subarray(0, lastNewline)])
      .toString("utf8")
      .split("\n");
    rest = [read.subarray(lastNewline + 1)];
  }
}
