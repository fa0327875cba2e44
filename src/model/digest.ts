import { hash } from "node:crypto";

/**
 * The first 128 bits of a text's SHA-256, as four numbers put into `into` at `at`. Two texts that share them by chance are
 * not to be expected (one pair in 10^19 texts), and nobody knows how to make such a pair.
 */
export function putDigest(text: string, into: Uint32Array, at: number): void {
  const bytes = hash("sha256", text, "binary");
  for (let word = 0; word < 4; word += 1) {
    const from = 4 * word;
    into[at + word] =
      (bytes.charCodeAt(from) << 24) |
      (bytes.charCodeAt(from + 1) << 16) |
      (bytes.charCodeAt(from + 2) << 8) |
      bytes.charCodeAt(from + 3);
  }
}
