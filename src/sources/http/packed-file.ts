import { crc32 } from "node:zlib";
import { fromBufferPromise } from "yauzl";
import { decompress, PackingProblem, TooLarge } from "./decompress.ts";

/** A packed file that cannot be unpacked. `detail` is its kind, or how many files it holds. */
export class PackedFileProblem extends Error {
  override readonly name = "PackedFileProblem";
  readonly kind: "damaged-file" | "packed-file" | "several-files";
  readonly detail: string | number;

  constructor(kind: PackedFileProblem["kind"], detail: string | number) {
    super(`${kind}: ${detail}`);
    this.kind = kind;
    this.detail = detail;
  }
}

export interface UnwrappedFile {
  /** As the archive says; an empty text where it does not. */
  readonly name: string;
  readonly chunks: readonly Buffer[];
}

/**
 * What a packed file holds: object stores hand out .gz and .zip as they are, and no header says so. The first bytes
 * decide, none of which text can begin with. undefined for a body that is not packed. Throws TooLarge as soon as more
 * than `maxBytes` come out, and a PackedFileProblem.
 */
export async function unwrapFile(
  chunks: readonly Buffer[],
  maxBytes: number,
): Promise<UnwrappedFile | undefined> {
  const start =
    chunks.length > 1 && (chunks[0]?.length ?? 0) < LONGEST_MARK ? Buffer.concat(chunks) : chunks[0];
  const kind = MARKS.find(({ bytes }) => start?.subarray(0, bytes.length).equals(bytes))?.kind;
  switch (kind) {
    case undefined:
      return undefined;
    case "gzip":
      return { name: "", chunks: await gunzip(chunks, maxBytes) };
    case "zip":
      return unzip(Buffer.concat(chunks), maxBytes);
    default:
      throw new PackedFileProblem("packed-file", kind);
  }
}

const MARKS = [
  { kind: "gzip", bytes: Buffer.from([0x1f, 0x8b, 0x08]) },
  { kind: "zip", bytes: Buffer.from([0x50, 0x4b, 0x03, 0x04]) },
  // An archive without files begins with its end.
  { kind: "zip", bytes: Buffer.from([0x50, 0x4b, 0x05, 0x06]) },
  { kind: "zstd", bytes: Buffer.from([0x28, 0xb5, 0x2f, 0xfd]) },
  { kind: "xz", bytes: Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]) },
  { kind: "bzip2", bytes: Buffer.from([0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59]) },
  { kind: "7z", bytes: Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]) },
] as const;
const LONGEST_MARK = 7;

async function gunzip(chunks: readonly Buffer[], maxBytes: number): Promise<readonly Buffer[]> {
  try {
    return await decompress(chunks, "gzip", maxBytes);
  } catch (error) {
    const isDamaged = error instanceof PackingProblem && error.kind === "damaged";
    throw isDamaged ? new PackedFileProblem("damaged-file", "gzip") : error;
  }
}

async function unzip(archive: Buffer, maxBytes: number): Promise<UnwrappedFile> {
  try {
    const zip = await fromBufferPromise(archive);
    const files = [];
    for await (const entry of zip.eachEntry()) {
      // What macOS adds to its archives is no data.
      if (!entry.fileName.endsWith("/") && !entry.fileName.startsWith("__MACOSX/")) files.push(entry);
    }
    const [file] = files;
    if (file === undefined || files.length > 1) throw new PackedFileProblem("several-files", files.length);
    if (!file.canDecodeFileData()) throw new PackedFileProblem("packed-file", "zip");
    if (file.uncompressedSize > maxBytes) throw new TooLarge();
    const chunks: Buffer[] = [];
    let sum = 0;
    for await (const chunk of (await zip.openReadStreamPromise(file)) as AsyncIterable<Buffer>) {
      sum = crc32(chunk, sum);
      chunks.push(chunk);
    }
    if (sum !== file.crc32) throw new PackedFileProblem("damaged-file", "zip");
    return { name: file.fileName, chunks };
  } catch (error) {
    if (error instanceof PackedFileProblem || error instanceof TooLarge) throw error;
    // The library tells its reasons in words; all of them mean bytes that are no archive.
    throw new PackedFileProblem("damaged-file", "zip");
  }
}
