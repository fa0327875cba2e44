/** Units of work of a builtin, by the size of its arguments; what a builtin of our own pays by itself is left out. */
export function costOf(name: string): (args: readonly unknown[]) => number {
  return COSTS[name] ?? bySize;
}

const COSTS: Readonly<Record<string, (args: readonly unknown[]) => number>> = {
  // A set, or new lists, of as many items.
  distinct: (args) => 4 * bySize(args),
  zip: (args) => 12 * (1 + bySize(args)),
  each: (args) => 8 * keysOf(args),
  sift: (args) => 8 * keysOf(args),
  count: free,
  exists: free,
  type: free,
  error: free,
  assert: free,
  // They look at each character by itself.
  length: byCharacter,
  substring: byCharacter,
  pad: byCharacter,
  base64encode: byCharacter,
  base64decode: byCharacter,
  encodeUrl: byCharacter,
  encodeUrlComponent: byCharacter,
  decodeUrl: byCharacter,
  decodeUrlComponent: byCharacter,
  // Each reads its picture anew.
  formatNumber: withPicture,
  formatInteger: withPicture,
  parseInteger: withPicture,
  toMillis: withPicture,
  fromMillis: withPicture,
  now: withPicture,
};

function keysOf([object]: readonly unknown[]): number {
  return typeof object === "object" && object !== null ? Object.keys(object).length : 0;
}

function free(): number {
  return 0;
}

function bySize(args: readonly unknown[]): number {
  let units = 0;
  for (const arg of args) {
    if (typeof arg === "string") units += arg.length >> 4;
    else if (Array.isArray(arg)) units += arg.length >> 1;
  }
  return units;
}

function byCharacter(args: readonly unknown[]): number {
  let units = 0;
  for (const arg of args) if (typeof arg === "string") units += arg.length;
  return units;
}

/** Both are bounded: see checkPicture. */
function withPicture(args: readonly unknown[]): number {
  return 120 + 8 * byCharacter(args);
}
