import { crc32 } from "node:zlib";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { collect, PackingProblem, unpacked } from "./decompress.ts";

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

export interface ReadBody {
  /** Only the beginning where the observer wanted no more. */
  readonly chunks: readonly Buffer[];
  /** Where the body was a packed file: its name as the archive says, or an empty text where it does not. */
  readonly fileName: string | undefined;
}

/** Sees the bytes of a body, or of the file in it, before there are too many of them. */
export interface BodyObserver {
  /** Called again for the file in a body, with its name. */
  begin(fileName: string | undefined): void;
  /** Answers whether more is wanted. */
  take(bytes: Buffer): boolean;
}

/**
 * A body, or what the packed file in it holds: object stores hand out .gz and .zip as they are, and no header says so. The
 * first bytes decide, none of which text can begin with. Throws what the body and the observer throw, TooLarge as soon as
 * there are more than `maxBytes`, packed or unpacked, and a PackedFileProblem.
 */
export async function readBody(
  body: AsyncIterable<Buffer>,
  maxBytes: number,
  observer: BodyObserver,
): Promise<ReadBody> {
  let kind: FileKind | "none" | undefined;
  observer.begin(undefined);
  const chunks = await collect(withWholeStart(body), maxBytes, (bytes) => {
    kind ??= fileKind(bytes);
    return kind === "none" ? observer.take(bytes) : true;
  });
  switch (kind) {
    case undefined:
    case "none":
      return { chunks, fileName: undefined };
    case "gzip":
      return readFile({ name: "", bytes: gunzipped(chunks, maxBytes) }, maxBytes, observer);
    case "zip":
      return readFile(await openZip(Buffer.concat(chunks)), maxBytes, observer);
    default:
      throw new PackedFileProblem("packed-file", kind);
  }
}

interface PackedFile {
  readonly name: string;
  readonly bytes: AsyncIterable<Buffer>;
}

async function readFile(
  { name, bytes }: PackedFile,
  maxBytes: number,
  observer: BodyObserver,
): Promise<ReadBody> {
  observer.begin(name);
  return { chunks: await collect(bytes, maxBytes, (piece) => observer.take(piece)), fileName: name };
}

/** The same pieces, of which the first is long enough to tell what it begins. */
async function* withWholeStart(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let start: Buffer | undefined = Buffer.alloc(0);
  for await (const piece of body) {
    if (start === undefined) {
      yield piece;
      continue;
    }
    start = start.length === 0 ? piece : Buffer.concat([start, piece]);
    if (start.length < LONGEST_MARK) continue;
    yield start;
    start = undefined;
  }
  if (start !== undefined && start.length > 0) yield start;
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

type FileKind = (typeof MARKS)[number]["kind"];

function fileKind(start: Buffer): FileKind | "none" {
  return MARKS.find(({ bytes }) => start.subarray(0, bytes.length).equals(bytes))?.kind ?? "none";
}

async function* gunzipped(chunks: readonly Buffer[], maxBytes: number): AsyncGenerator<Buffer> {
  try {
    yield* unpacked(chunks, "gzip", maxBytes);
  } catch (error) {
    const isDamaged = error instanceof PackingProblem && error.kind === "damaged";
    throw isDamaged ? new PackedFileProblem("damaged-file", "gzip") : error;
  }
}

async function openZip(archive: Buffer): Promise<PackedFile> {
  return orDamaged(async () => {
    const zip = await fromBufferPromise(archive);
    const files: Entry[] = [];
    for await (const entry of zip.eachEntry()) {
      // What macOS adds to its archives is no data.
      if (!entry.fileName.endsWith("/") && !entry.fileName.startsWith("__MACOSX/")) files.push(entry);
    }
    const [file] = files;
    if (file === undefined || files.length > 1) throw new PackedFileProblem("several-files", files.length);
    if (!file.canDecodeFileData()) throw new PackedFileProblem("packed-file", "zip");
    return { name: file.fileName, bytes: unzipped(zip, file) };
  });
}

async function* unzipped(zip: ZipFile, file: Entry): AsyncGenerator<Buffer> {
  const stream = await orDamaged(() => zip.openReadStreamPromise(file));
  const pieces = (stream as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  let sum = 0;
  try {
    for (;;) {
      const piece = await orDamaged(() => pieces.next());
      if (piece.done === true) break;
      sum = crc32(piece.value, sum);
      yield piece.value;
    }
  } finally {
    await pieces.return?.();
  }
  if (sum !== file.crc32) throw new PackedFileProblem("damaged-file", "zip");
}

/** The library tells its reasons in words; all of them mean bytes that are no archive. */
async function orDamaged<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof PackedFileProblem ? error : new PackedFileProblem("damaged-file", "zip");
  }
}
