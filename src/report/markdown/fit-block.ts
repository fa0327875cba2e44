/** A list with its frame, of which as many rows are shown as there is room for. */
export interface Block {
  readonly head: string;
  /** The most important first; each ends with a line break. They may be asked for more than once. */
  readonly rows: Iterable<string>;
  /** How many rows there are, listed or not. */
  readonly total: number;
  /** What stands in place of the rows that are not shown. */
  readonly more: (count: number) => string;
  readonly tail: string;
}

/** At most `room` bytes of UTF-8; undefined where not even the frame fits. What is left out is told. */
export function fitBlock({ head, rows, total, more, tail }: Block, room: number): string | undefined {
  let left = room - bytes(head) - bytes(tail) - bytes(more(total));
  if (left < 0) return undefined;
  const shown: string[] = [];
  let misfits = 0;
  for (const row of rows) {
    const size = bytes(row);
    if (size <= left) {
      shown.push(row);
      left -= size;
    } else {
      // A row that is too large alone does not keep the others out.
      misfits += 1;
      if (misfits === MOST_MISFITS) break;
    }
  }
  const rest = total - shown.length;
  return [head, ...shown, rest > 0 ? more(rest) : "", tail].join("");
}

/** All of them in at most `room` bytes: those that need little get it, and the others share what is left evenly. */
export function fitBlocks(
  blocks: readonly Block[],
  room: number,
  missing: (blocks: number) => string,
): string {
  const usable = room - bytes(missing(blocks.length));
  // More than this none gets while the others are in need too; it saves making rows that nobody sees.
  const most = Math.min(usable, MOST_SHARES * Math.ceil(usable / Math.max(1, blocks.length)));
  const wishes = blocks.map((block) => fitBlock(block, most) ?? "");
  const shares = evenShares(wishes.map(bytes), usable);
  const shown = blocks
    .map((block, index) => {
      const [wish = "", share = 0] = [wishes[index], shares[index]];
      return bytes(wish) <= share ? wish : fitBlock(block, share);
    })
    .filter((text) => text !== undefined && text !== "");
  const rest = blocks.length - shown.length;
  return shown.join("") + (rest > 0 ? missing(rest) : "");
}

/** How much of `room` each may take of what it wants: the smallest wishes are granted first. */
function evenShares(wishes: readonly number[], room: number): readonly number[] {
  const shares = new Array<number>(wishes.length).fill(0);
  let left = room;
  const order = wishes.map((wish, index) => ({ wish, index })).sort((a, b) => a.wish - b.wish);
  for (const [done, { wish, index }] of order.entries()) {
    const share = Math.min(wish, Math.floor(left / (order.length - done)));
    shares[index] = share;
    left -= share;
  }
  return shares;
}

export function bytes(text: string): number {
  return Buffer.byteLength(text);
}

/** Thousands of rows may follow, and none of them is likely to fit. */
const MOST_MISFITS = 10;
const MOST_SHARES = 8;
