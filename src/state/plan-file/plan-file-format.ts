import { Stop } from "../../model/stop.ts";

/**
 * A plan file is one line of text and a gzip stream.
 * - The line: `planhat-sync plan 2 `, the SHA-256 of everything behind the line in hex, a newline.
 * - The stream: lines of JSON. First the header (PlanFileHeader); then an array `[sync, item]` a change, rejection or
 *   skipped row, where `sync` is the place of its sync in the header; last `{"end": count of items}`.
 * The same plan has the same bytes: no time, no random number, and gzip's header holds none.
 * An encrypted one is the same stream under AES-256-GCM.
 * - The line: `planhat-sync plan 3 `, the nonce (12 random bytes, new for each file) in hex, a newline. It is
 *   authenticated together with the stream.
 * - The encrypted stream, and the tag of 16 bytes.
 * A new version of the format gets a new number in the first line; an older program refuses it, and a newer one too.
 */
export const MAGIC = "planhat-sync plan ";
export const PLAIN_VERSION = 2;
export const ENCRYPTED_VERSION = 3;
/** Hex digits of a SHA-256. */
export const DIGEST_LENGTH = 64;
/** Bytes. */
export const NONCE_LENGTH = 12;
export const TAG_LENGTH = 16;
/** No first line is longer, in bytes. */
export const LONGEST_FIRST_LINE = 128;

export function firstLine(digest: string): string {
  return `${MAGIC}${PLAIN_VERSION} ${digest}\n`;
}

export function encryptedFirstLine(nonce: Buffer): string {
  return `${MAGIC}${ENCRYPTED_VERSION} ${nonce.toString("hex")}\n`;
}

/** Skipped rows that a plan file lists of each sync; the counts are whole. */
export const MOST_SKIPPED = 1000;

export function damaged(path: string, why: string, cause?: unknown): Stop {
  return new Stop("plan-damaged", `The plan file is damaged: ${why}. Nothing was written.`, {
    fix: `Make it again: planhat-sync plan --out ${path}`,
    cause,
  });
}
