import { open } from "node:fs/promises";
import { constants, gunzipSync } from "node:zlib";
import { Stop } from "../../model/stop.ts";

/** How a CSV file is written, as far as a look at its beginning tells. */
export interface CsvForm {
  readonly delimiter: string;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
}

/** Bytes looked at. */
const START = 1024 * 1024;

/** Throws a Stop where the file cannot be read. */
export async function csvForm(path: string): Promise<CsvForm> {
  const bytes = await startOf(path);
  const encoding = encodingOf(bytes);
  return { encoding, delimiter: delimiterOf(new TextDecoder(encoding).decode(bytes)) };
}

async function startOf(path: string): Promise<Buffer> {
  try {
    const file = await open(path, "r");
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(START), 0, START, 0);
      const bytes = buffer.subarray(0, bytesRead);
      if (!path.endsWith(".gz")) return bytes;
      return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 64 * START });
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw new Stop("file-unreadable", "The CSV file cannot be read.", {
      fix: `Check that ${path} is there, is a file, and may be read by you.`,
      cause,
    });
  }
}

function encodingOf(bytes: Buffer): CsvForm["encoding"] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  try {
    // `stream`: the last character may be cut.
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

/** The sign that stands most often in the header, outside quotes. */
function delimiterOf(text: string): string {
  const header = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0].replace(/"(?:[^"]|"")*"/g, "") ?? "";
  const count = (sign: string): number => header.split(sign).length - 1;
  return [",", ";", "\t", "|"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
