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

/** Sees what comes out; answers whether more is wanted. */
interface Watch {
  take(bytes: Buffer): boolean;
}

/**
 * Undoes Content-Encoding (`gzip`, `br`, `deflate`, or several in the order they were applied). Throws TooLarge as soon
 * as more than `maxBytes` come out, and a PackingProblem where the packed body is not whole. `watch` sees what comes out
 * at last.
 */
export async function decompress(
  chunks: readonly Buffer[],
  encoding: string,
  maxBytes: number,
  watch?: Watch,
): Promise<readonly Buffer[]> {
  let body = chunks;
  const names = encodingNames(encoding).reverse();
  for (const [index, name] of names.entries()) {
    body = await unpack(body, name, maxBytes, index === names.length - 1 ? watch : undefined);
  }
  return body;
}

/** Without `identity`, which changes nothing. */
export function encodingNames(encoding: string): string[] {
  return encoding
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
}

async function unpack(
  chunks: readonly Buffer[],
  name: string,
  maxBytes: number,
  watch: Watch | undefined,
): Promise<readonly Buffer[]> {
  const unpacker = createUnpacker(name, chunks[0]?.[0] ?? 0);
  // The iteration below throws the error; the callback only keeps it from being thrown a second time.
  pipeline(Readable.from(chunks, { objectMode: false }), unpacker, () => undefined);
  const unpacked: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of unpacker as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) throw new TooLarge();
      unpacked.push(chunk);
      if (watch?.take(chunk) === false) break;
    }
  } catch (error) {
    // What the watch throws bears none of zlib's codes.
    if (!isPackingError(error)) throw error;
    const cut = error.code === "Z_BUF_ERROR";
    throw new PackingProblem(cut ? "cut-off" : "damaged", name);
  } finally {
    unpacker.destroy();
  }
  return unpacked;
}

function isPackingError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && "code" in error && typeof error.code === "string";
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
