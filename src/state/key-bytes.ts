import type { RecordKey } from "../model/record.ts";

/** Never starts UTF-8, so the two forms cannot meet. */
const UTF16_MARK = 0xff;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * A key as stored: its UTF-8, which sorts by code point. Text columns of SQLite would end at the first NUL.
 * UTF-8 has no form for half a surrogate pair; a key with one is stored as UTF-16 behind a mark.
 */
export function keyToBytes(key: RecordKey): Uint8Array {
  if (!LONE_SURROGATE.test(key)) return Buffer.from(key, "utf8");
  return Buffer.concat([Buffer.of(UTF16_MARK), Buffer.from(key, "utf16le")]);
}

export function keyFromBytes(bytes: Uint8Array): RecordKey {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer[0] === UTF16_MARK ? buffer.toString("utf16le", 1) : buffer.toString("utf8");
  return text as RecordKey;
}
