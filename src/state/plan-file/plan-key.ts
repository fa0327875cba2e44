import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { Stop } from "../../model/stop.ts";
import { fileStop } from "../file-stop.ts";

/** Bytes: a key of AES-256. */
const KEY_LENGTH = 32;
const LONGEST_FILE = 4096;
const MAKE_ONE = "Make one with `openssl rand -hex 32`, and keep it where the token is kept.";

/** Where a project has the key of its plan files from: the value of a variable, or a file named by another. */
export interface PlanKeySource {
  readonly value?: string | undefined;
  /** Absolute path. */
  readonly file?: string | undefined;
}

/**
 * The key that plan files are encrypted with; undefined where none is set. Throws a Stop of kind `environment` for one
 * that is no key, and where both are set.
 */
export async function readPlanKey({ value, file }: PlanKeySource): Promise<Buffer | undefined> {
  if (value !== undefined && file !== undefined) {
    throw new Stop("plan-key", "PLANHAT_SYNC_PLAN_KEY and PLANHAT_SYNC_PLAN_KEY_FILE are both set.", {
      fix: "Unset one of them.",
    });
  }
  if (value !== undefined) return keyOf(value, "PLANHAT_SYNC_PLAN_KEY is");
  if (file === undefined) return undefined;
  return keyOf(await contentOf(file), "The file that PLANHAT_SYNC_PLAN_KEY_FILE names is");
}

/** 32 bytes as 64 hexadecimal digits or in Base64, in either alphabet; white space around it does not count. */
function keyOf(written: string, what: string): Buffer {
  const text = written.trim();
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, "hex");
  const key = /^[\w+/-]{43}=?$/.test(text) ? Buffer.from(text, "base64") : Buffer.alloc(0);
  if (key.length === KEY_LENGTH) return key;
  throw new Stop("plan-key", `${what} not a key of 32 bytes, as 64 hexadecimal digits or in Base64.`, {
    fix: MAKE_ONE,
  });
}

async function contentOf(path: string): Promise<string> {
  try {
    // O_NONBLOCK: opening a pipe would wait for somebody to write to it.
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(LONGEST_FILE), 0, LONGEST_FILE, 0);
      return buffer.toString("utf8", 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw fileStop(
      error,
      "the file that PLANHAT_SYNC_PLAN_KEY_FILE names",
      "Check the path, and that you may read it.",
    );
  }
}
