/** From the position behind a token to its start. Offsets in UTF-16 units. */
export function tokenPlace(
  token: string,
  position: number | undefined,
  text: string,
): { readonly offset: number; readonly length: number } {
  const behind = position ?? text.length;
  // It ends there, or a sign or two before.
  const from = Math.max(0, behind - token.length - 2);
  const start = text.slice(from, behind).lastIndexOf(token);
  const offset = start === -1 ? Math.max(0, behind - token.length) : from + start;
  return { offset, length: Math.max(1, token.length) };
}

/** A text as it is written, with its quotes. */
export function quoted(text: string, position: number | undefined): string {
  const end = position ?? text.length;
  const quote = text[end - 1] ?? '"';
  let start = end - 2;
  while (start > 0 && (text[start] !== quote || text[start - 1] === "\\")) start -= 1;
  return text.slice(Math.max(0, start), end);
}
