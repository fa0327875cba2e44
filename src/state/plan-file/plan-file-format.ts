import type { PlanItem } from "../../model/change.ts";
import { Stop } from "../../model/stop.ts";

/**
 * A plan file is one line of text and a gzip stream.
 * - The line: `planhat-sync plan 2 `, the SHA-256 of everything behind the line in hex, a newline.
 * - The stream: lines of JSON. First the header (PlanFileHeader); then an array `[sync, item]` a change, rejection or
 *   skipped row, where `sync` is the place of its sync in the header; last `{"end": count of items}`.
 * A new version of the format gets a new number in the first line; an older program refuses it.
 */
export const MAGIC = "planhat-sync plan ";
export const FORMAT_VERSION = 2;
export const DIGEST_LENGTH = 64;
export const FIRST_LINE_LENGTH = `${MAGIC}${FORMAT_VERSION} `.length + DIGEST_LENGTH + 1;

export function firstLine(digest: string): string {
  return `${MAGIC}${FORMAT_VERSION} ${digest}\n`;
}

export type ItemLine = readonly [sync: number, item: PlanItem];

export function damaged(path: string, why: string, cause?: unknown): Stop {
  return new Stop("stale", `The plan file is damaged: ${why}. Nothing was written.`, {
    hint: `Make it again: planhat-sync plan --out ${path}`,
    cause,
  });
}
