import { pipeline, Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from "node:zlib";

/** A packed body that is not whole, or no packed body at all. */
export class PackingProblem extends Error {
  override readonly name = "PackingProblem";
  readonly kind: "cut-off" | "damaged" | "unknown";
  /** As the header names it. */
  readonly encoding: string;

  constructor(kind: PackingProblem["kind"], encoding: string) {
    super(`${encoding}: ${kind}`);
    this.kind = kind;
    this.encoding = encoding;
  }
}

/** More decoded bytes than a page may have. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";
}

/**
 * Undoes Content-Encoding (`gzip`, `br`, `deflate`, or several in the order they were applied) while the body comes: what
 * is wanted no more is neither unpacked nor asked for. Throws what `body` throws, TooLarge for more than `maxBytes` packed
 * bytes, and a PackingProblem where the packed body is not whole.
 */
export function unpacked(
  body: AsyncIterable<Buffer> | Iterable<Buffer>,
  encoding: string,
  maxBytes: number,
): AsyncIterable<Buffer> {
  let stream: AsyncIterable<Buffer> = limited(body, maxBytes);
  for (const name of encodingNames(encoding).reverse()) stream = unpack(stream, name);
  return stream;
}

/** `watch` sees each piece, and answers whether more is wanted. Throws TooLarge. */
export async function collect(
  body: AsyncIterable<Buffer>,
  maxBytes: number,
  watch?: (bytes: Buffer) => boolean,
): Promise<readonly Buffer[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of limited(body, maxBytes)) {
    chunks.push(chunk);
    if (watch?.(chunk) === false) break;
  }
  return chunks;
}

async function* limited(
  body: AsyncIterable<Buffer> | Iterable<Buffer>,
  maxBytes: number,
): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxBytes) throw new TooLarge();
    if (chunk.length > 0) yield chunk;
  }
}

/** Without `identity`, which changes nothing. */
export function encodingNames(encoding: string): string[] {
  return encoding
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
}

/** An empty body has nothing to unpack, whatever its header says: 204, 304, redirects. */
async function* unpack(packed: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  const pieces = packed[Symbol.asyncIterator]();
  const first = await pieces.next();
  if (first.done === true) return;
  const unpacker = createUnpacker(name, first.value[0] ?? 0);
  let failed: { readonly error: unknown } | undefined;
  async function* source(piece: Buffer): AsyncGenerator<Buffer> {
    try {
      yield piece;
      yield* { [Symbol.asyncIterator]: () => pieces };
    } catch (error) {
      failed = { error };
      throw error;
    }
  }
  // The iteration below throws the error; the callback only keeps it from being thrown a second time.
  pipeline(Readable.from(source(first.value), { objectMode: false }), unpacker, () => undefined);
  try {
    for await (const chunk of unpacker as AsyncIterable<Buffer>) yield chunk;
  } catch (error) {
    if (failed !== undefined) throw failed.error;
    const cut = error instanceof Error && "code" in error && error.code === "Z_BUF_ERROR";
    throw new PackingProblem(cut ? "cut-off" : "damaged", name);
  } finally {
    unpacker.destroy();
    await pieces.return?.();
  }
}

function createUnpacker(name: string, firstByte: number): ReturnType<typeof createGunzip> {
  switch (name) {
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "br":
      return createBrotliDecompress() as unknown as ReturnType<typeof createGunzip>;
    case "deflate":
      // Some servers leave out the zlib header that the name stands for.
      return (firstByte & 0x0f) === 8 ? createInflate() : createInflateRaw();
    default:
      throw new PackingProblem("unknown", name);
  }
}
