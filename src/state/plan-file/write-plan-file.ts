import { createHash, randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, open, rename, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Readable } from "node:stream";
import { createGzip } from "node:zlib";
import type { PlanFileHeader, SavedItem } from "../../model/plan-file.ts";
import { fileStop } from "../file-stop.ts";
import { DIGEST_LENGTH, firstLine, type ItemLine } from "./plan-file-format.ts";
import { toSink } from "./to-sink.ts";

/**
 * Writes a plan for this user alone, or replaces the one that is there: whole or not at all. Throws a Stop of kind
 * `environment` when the disk does not take it.
 */
export async function writePlanFile(
  path: string,
  header: PlanFileHeader,
  items: AsyncIterable<readonly SavedItem[]>,
): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`);
  let file: FileHandle | undefined;
  try {
    // O_EXCL: a name that somebody else prepared is never written through.
    file = await open(temporary, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL, 0o600);
    await fill(file, header, items);
    await file.sync();
    await file.close();
    await rename(temporary, path);
  } catch (error) {
    await file?.close().catch(() => undefined);
    await unlink(temporary).catch(() => undefined);
    if (error instanceof Error && "code" in error) {
      const hint = "Name a file in a folder that you may write to: --out FILE.";
      throw fileStop(error, `the plan file ${path}`, hint);
    }
    throw error;
  }
}

async function fill(
  file: FileHandle,
  header: PlanFileHeader,
  items: AsyncIterable<readonly SavedItem[]>,
): Promise<void> {
  const digest = createHash("sha256");
  let end = firstLine("0".repeat(DIGEST_LENGTH)).length;
  await toSink(Readable.from(lines(header, items)), createGzip(), async (parts: AsyncIterable<Buffer>) => {
    for await (const part of parts) {
      digest.update(part);
      for (let done = 0; done < part.length; ) {
        const { bytesWritten } = await file.write(part, done, part.length - done, end + done);
        done += bytesWritten;
      }
      end += part.length;
    }
  });
  const line = Buffer.from(firstLine(digest.digest("hex")), "latin1");
  await file.write(line, 0, line.length, 0);
}

async function* lines(
  header: PlanFileHeader,
  items: AsyncIterable<readonly SavedItem[]>,
): AsyncIterable<string> {
  yield `${JSON.stringify(header)}\n`;
  let count = 0;
  for await (const some of items) {
    count += some.length;
    const text = some
      .map(({ sync, item }) => `${JSON.stringify([sync, item] satisfies ItemLine)}\n`)
      .join("");
    if (text !== "") yield text;
  }
  yield `${JSON.stringify({ end: count })}\n`;
}
