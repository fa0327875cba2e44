import { isUtf8 } from "node:buffer";
import { broken, describePlace, type Place } from "../problems.ts";

/**
 * A body's text as UTF-8 bytes, without a byte order mark. Nothing is replaced: bytes that spell no text are left for
 * the format's own check in UTF-8, and are an error in every other encoding.
 */
export function toUtf8(chunks: readonly Buffer[], charset: string, place: Place): Buffer {
  const bytes = Buffer.concat(chunks);
  if (charset === "utf-8" || charset === "utf8" || charset === "us-ascii") return withoutMark(bytes);
  let text: string;
  try {
    text = new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch (error) {
    const unknown = error instanceof RangeError;
    throw broken(
      `The text of ${describePlace(place)} cannot be decoded: ${unknown ? "its encoding is not known here" : "a byte is not valid in its encoding"}.`,
      `Its content type says charset=${charset.replace(/[^\w-]/g, "?")}: ask the server for UTF-8.`,
    );
  }
  return Buffer.from(text, "utf8");
}

function withoutMark(bytes: Buffer): Buffer {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

/** Index of the first byte that is not part of a valid character. For bytes that are not valid as a whole. */
export function firstInvalidByte(bytes: Buffer): number {
  let valid = 0;
  let invalid = bytes.length + 1;
  while (valid + 1 < invalid) {
    const middle = (valid + invalid) >> 1;
    if (isValidStart(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  return valid;
}

/** Valid, but for a last character whose other bytes may follow. */
function isValidStart(bytes: Buffer): boolean {
  return [0, 1, 2, 3].some((open) => {
    const cut = bytes.length - open;
    return cut >= 0 && isUtf8(bytes.subarray(0, cut)) && (open === 0 || (bytes[cut] ?? 0) >= 0xc2);
  });
}
