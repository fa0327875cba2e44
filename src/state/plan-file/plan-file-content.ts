import { createDecipheriv, createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { Stop } from "../../model/stop.ts";
import { errorCode, fileStop } from "../file-stop.ts";
import {
  damaged,
  ENCRYPTED_VERSION,
  firstLine,
  LONGEST_FIRST_LINE,
  MAGIC,
  NONCE_LENGTH,
  PLAIN_VERSION,
  TAG_LENGTH,
} from "./plan-file-format.ts";

/** What is behind the first line of a plan file, once all of it was looked at. */
export interface PlanFileContent {
  /** SHA-256 of the gzip stream, in hex. */
  readonly id: string;
  /** The gzip stream. */
  read(): Readable;
}

/**
 * Looks at a whole plan file: its checksum or, where it is encrypted, its authenticity. Throws a Stop of kind `stale` for
 * a file that is none, that was changed, or that is not encrypted although there is a key; of kind `environment` where
 * the key is missing or the file cannot be read.
 */
export async function planFileContent(path: string, key: Buffer | undefined): Promise<PlanFileContent> {
  const { start, size } = await beginningOf(path);
  const line = start.slice(0, start.indexOf("\n") + 1);
  const version = new RegExp(`^${MAGIC}(\\d{1,9}) `).exec(line)?.[1];
  if (version === undefined) {
    throw new Stop("plan-foreign", `${path} is not a plan of planhat-sync. Nothing was written.`, {
      fix: "Name a file that was written with: planhat-sync plan --out FILE",
    });
  }
  if (Number(version) > ENCRYPTED_VERSION) {
    throw new Stop(
      "plan-version",
      "The plan file was written by a newer version of planhat-sync. Nothing was written.",
      {
        fix: "Apply it with the version that made it, or make the plan again with this one.",
      },
    );
  }
  if (Number(version) < PLAIN_VERSION) {
    throw new Stop(
      "plan-version",
      "The plan file was written by an older version of planhat-sync. Nothing was written.",
      { fix: "Make the plan again with this version: planhat-sync plan --out FILE" },
    );
  }
  if (Number(version) === ENCRYPTED_VERSION) return encryptedContent(path, key, line, size);
  if (key !== undefined) throw notEncrypted();
  const read = (): Readable => createReadStream(path, { start: line.length });
  const id = await digestOf(read, (error) => unreadable(path, error));
  if (line !== firstLine(id)) throw damaged(path, "its checksum is wrong");
  return { id, read };
}

async function encryptedContent(
  path: string,
  key: Buffer | undefined,
  line: string,
  size: number,
): Promise<PlanFileContent> {
  const nonce = Buffer.from(line.slice(`${MAGIC}${ENCRYPTED_VERSION} `.length).trimEnd(), "hex");
  const end = size - TAG_LENGTH;
  if (nonce.length !== NONCE_LENGTH || end <= line.length) throw damaged(path, "it is cut off");
  if (key === undefined) {
    throw new Stop(
      "plan-key",
      "The plan file is encrypted, and there is no key for it. Nothing was written.",
      {
        fix: "Set PLANHAT_SYNC_PLAN_KEY, or PLANHAT_SYNC_PLAN_KEY_FILE, as it was set for the plan.",
      },
    );
  }
  const tag = await tagOf(path, end);
  const read = (): Readable => {
    const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_LENGTH });
    decipher.setAAD(Buffer.from(line, "latin1")).setAuthTag(tag);
    const stream = createReadStream(path, { start: line.length, end: end - 1 });
    stream.once("error", (error) => decipher.destroy(error));
    decipher.once("close", () => stream.destroy());
    return stream.pipe(decipher);
  };
  // Node gives a failed authentication no code.
  const stopOf = (error: unknown): Error =>
    errorCode(error) === "" ? notAuthentic(path, error) : unreadable(path, error);
  return { id: await digestOf(read, stopOf), read };
}

async function digestOf(read: () => Readable, stopOf: (error: unknown) => Error): Promise<string> {
  const digest = createHash("sha256");
  try {
    for await (const part of read() as AsyncIterable<Buffer>) digest.update(part);
  } catch (error) {
    throw stopOf(error);
  }
  return digest.digest("hex");
}

async function beginningOf(path: string): Promise<{ readonly start: string; readonly size: number }> {
  try {
    const file = await open(path, "r");
    try {
      const { size } = await file.stat();
      const { buffer, bytesRead } = await file.read(
        Buffer.alloc(LONGEST_FIRST_LINE),
        0,
        LONGEST_FIRST_LINE,
        0,
      );
      return { start: buffer.toString("latin1", 0, bytesRead), size };
    } finally {
      await file.close();
    }
  } catch (error) {
    throw unreadable(path, error);
  }
}

async function tagOf(path: string, at: number): Promise<Buffer> {
  const tag = Buffer.alloc(TAG_LENGTH);
  try {
    const file = await open(path, "r");
    try {
      await file.read(tag, 0, TAG_LENGTH, at);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw unreadable(path, error);
  }
  return tag;
}

function notEncrypted(): Stop {
  return new Stop(
    "plan-damaged",
    "The plan file is not encrypted, although a key for plan files is set. Nothing was written.",
    {
      fix: "Make the plan again with PLANHAT_SYNC_PLAN_KEY set. Anyone with write access to the file could have changed it.",
    },
  );
}

function notAuthentic(path: string, cause: unknown): Stop {
  return new Stop(
    "plan-damaged",
    "The plan file was encrypted with another key, or changed since. Nothing was written.",
    {
      fix: `Check PLANHAT_SYNC_PLAN_KEY, or the file that PLANHAT_SYNC_PLAN_KEY_FILE names, or make the plan again: planhat-sync plan --out ${path}`,
      cause,
    },
  );
}

export function unreadable(path: string, error: unknown): Error {
  if (error instanceof Stop) return error;
  if (errorCode(error) === "ENOENT") {
    return new Stop("file-unreadable", `There is no file ${path}.`, {
      fix: "Check the path. A plan is saved with: planhat-sync plan --out FILE",
    });
  }
  return fileStop(error, `the plan file ${path}`, "Check the path, and that you may read the file.");
}
