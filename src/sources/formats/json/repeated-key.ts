/**
 * The first key that an object of the text has twice, and where the second one stands (UTF-16 units). Keys are
 * compared as they are read: `"\u0061"` repeats `"a"`. Only for text that JSON.parse has accepted.
 */
export function findRepeatedKey(text: string): { readonly key: string; readonly offset: number } | undefined {
  const open: (Set<string> | undefined)[] = [];
  let expectsKey = false;
  for (const token of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]/g)) {
    const [written] = token;
    switch (written) {
      case "{":
        open.push(new Set());
        expectsKey = true;
        break;
      case "[":
        open.push(undefined);
        expectsKey = false;
        break;
      case "}":
      case "]":
        open.pop();
        expectsKey = false;
        break;
      case ",":
        expectsKey = open.at(-1) !== undefined;
        break;
      case ":":
        expectsKey = false;
        break;
      default: {
        const keys = expectsKey ? open.at(-1) : undefined;
        if (keys === undefined) break;
        const key = JSON.parse(written) as string;
        if (keys.has(key)) return { key, offset: token.index };
        keys.add(key);
      }
    }
  }
  return undefined;
}
