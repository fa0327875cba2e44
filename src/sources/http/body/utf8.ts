import { broken, describePlace, type Place } from "../problems.ts";
import { isUtf8Name } from "./body-format.ts";

/**
 * A body's text as UTF-8 bytes; a byte order mark stays. Nothing is replaced: bytes that spell no text are left for the
 * format's own check in UTF-8, and are an error in every other encoding.
 */
export function toUtf8(chunks: readonly Buffer[], charset: string, place: Place): Buffer {
  const bytes = chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
  if (isUtf8Name(charset)) return bytes;
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

export function withoutMark(bytes: Buffer): Buffer {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}
