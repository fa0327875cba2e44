/** How many bytes at the end begin a character whose other bytes may follow: 0 to 3. */
export function incompleteTail(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    return lengthFrom(byte) > back ? back : 0;
  }
  return 0;
}

/** Index of the first byte that is not part of a valid character, or -1. */
export function findInvalidUtf8(bytes: Buffer): number {
  let index = 0;
  while (index < bytes.length) {
    const length = lengthFrom(bytes[index] ?? 0);
    if (length === 0 || !isCharacter(bytes, index, length)) return index;
    index += length;
  }
  return -1;
}

/** Bytes of the character that starts with this byte; 0 where none does. */
function lengthFrom(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte >= 0xc2 && byte <= 0xdf) return 2;
  if (byte >= 0xe0 && byte <= 0xef) return 3;
  return byte >= 0xf0 && byte <= 0xf4 ? 4 : 0;
}

/** Overlong forms, surrogates and what lies beyond Unicode are no characters. */
function isCharacter(bytes: Buffer, index: number, length: number): boolean {
  if (index + length > bytes.length) return false;
  for (let offset = 1; offset < length; offset++) {
    if (((bytes[index + offset] ?? 0) & 0xc0) !== 0x80) return false;
  }
  const first = bytes[index] ?? 0;
  const second = bytes[index + 1] ?? 0;
  if (first === 0xe0) return second >= 0xa0;
  if (first === 0xed) return second <= 0x9f;
  if (first === 0xf0) return second >= 0x90;
  return first !== 0xf4 || second <= 0x8f;
}
