import { createCipheriv, createHash, randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, open, rename, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Readable } from "node:stream";
import { createGzip } from "node:zlib";
import type { PlanFileHeader, SavedItem } from "../../model/plan-file.ts";
import { fileStop } from "../file-stop.ts";
import { itemJson } from "./item-json.ts";
import {
  DIGEST_LENGTH,
  encryptedFirstLine,
  firstLine,
  NONCE_LENGTH,
  TAG_LENGTH,
} from "./plan-file-format.ts";
import { toSink } from "./to-sink.ts";

/**
 * Writes a plan for this user alone, or replaces the one that is there: whole or not at all. With a `key` of 32 bytes it
 * is encrypted and authenticated. Throws a Stop of kind `environment` when the disk does not take it.
 */
export async function writePlanFile(
  path: string,
  header: PlanFileHeader,
  items: AsyncIterable<readonly SavedItem[]>,
  key?: Buffer,
): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`);
  let file: FileHandle | undefined;
  try {
    // O_EXCL: a name that somebody else prepared is never written through.
    file = await open(temporary, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL, 0o600);
    const text = Readable.from(lines(header, items));
    await (key === undefined ? fill(file, text) : fillEncrypted(file, text, key));
    await file.sync();
    await file.close();
    await rename(temporary, path);
  } catch (error) {
    await file?.close().catch(() => undefined);
    await unlink(temporary).catch(() => undefined);
    if (error instanceof Error && "code" in error) {
      const fix = "Name a file in a folder that you may write to: --out FILE.";
      throw fileStop(error, `the plan file ${path}`, fix);
    }
    throw error;
  }
}

async function fill(file: FileHandle, text: Readable): Promise<void> {
  const digest = createHash("sha256");
  const start = firstLine("0".repeat(DIGEST_LENGTH)).length;
  await toSink(text, [createGzip()], async (parts: AsyncIterable<Buffer>) => {
    let end = start;
    for await (const part of parts) {
      digest.update(part);
      end = await writeAt(file, part, end);
    }
  });
  await writeAt(file, Buffer.from(firstLine(digest.digest("hex")), "latin1"), 0);
}

/** A nonce is used once: it is new for each file. */
async function fillEncrypted(file: FileHandle, text: Readable, key: Buffer): Promise<void> {
  const nonce = randomBytes(NONCE_LENGTH);
  const line = Buffer.from(encryptedFirstLine(nonce), "latin1");
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_LENGTH });
  cipher.setAAD(line);
  let end = await writeAt(file, line, 0);
  await toSink(text, [createGzip(), cipher], async (parts: AsyncIterable<Buffer>) => {
    for await (const part of parts) end = await writeAt(file, part, end);
  });
  await writeAt(file, cipher.getAuthTag(), end);
}

/** Answers where it ends. */
async function writeAt(file: FileHandle, bytes: Buffer, position: number): Promise<number> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
  return position + bytes.length;
}

async function* lines(
  header: PlanFileHeader,
  items: AsyncIterable<readonly SavedItem[]>,
): AsyncIterable<string> {
  yield `${JSON.stringify(header)}\n`;
  let count = 0;
  for await (const some of items) {
    count += some.length;
    const text = some.map(({ sync, item }) => `[${sync},${itemJson(item)}]\n`).join("");
    if (text !== "") yield text;
  }
  yield `${JSON.stringify({ end: count })}\n`;
}
