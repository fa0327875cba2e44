/** Index of the first byte that is part of no valid character. For bytes that are not valid UTF-8 as a whole. */
export function firstInvalidByte(bytes: Buffer): number {
  // Decoding puts U+FFFD in the place of what is invalid, so that is where the bytes begin to differ.
  const mended = Buffer.from(bytes.toString("utf8"), "utf8");
  let at = 0;
  while (at < bytes.length && bytes[at] === mended[at]) at++;
  return at;
}
