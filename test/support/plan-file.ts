import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { gunzipSync, gzipSync } from "node:zlib";

/** The lines of JSON in a plan file that is not encrypted. */
export async function planLines(path: string): Promise<readonly string[]> {
  const bytes = await readFile(path);
  const text = gunzipSync(bytes.subarray(bytes.indexOf("\n") + 1)).toString("utf8");
  return text.trimEnd().split("\n");
}

/** A plan file of these lines, whose checksum is right: what anybody can make. */
export async function writePlanLines(path: string, lines: readonly string[]): Promise<void> {
  const packed = gzipSync(`${lines.join("\n")}\n`);
  const digest = createHash("sha256").update(packed).digest("hex");
  await writeFile(path, Buffer.concat([Buffer.from(`planhat-sync plan 1 ${digest}\n`), packed]));
}
