import { isUtf8 } from "node:buffer";
import { findInvalidUtf8, incompleteTail } from "../formats/utf8.ts";

/** A byte that spells no text. */
export interface DecodeProblem {
  readonly kind: "invalid" | "nul";
  /** Bytes from the start of the unpacked file. */
  readonly offset: number;
  /** The file starts with the byte order mark of another encoding than the one it is read in. */
  readonly marked?: MarkedEncoding;
}

export type MarkedEncoding = "utf-8" | "utf-16le" | "utf-16be";

/** Text as UTF-8, up to the first problem. */
export interface Decoded {
  readonly bytes: Buffer;
  readonly problem?: DecodeProblem;
}

/** Pieces of a file in, valid UTF-8 without a byte order mark out. Nothing may follow a problem. */
export interface Decoder {
  decode(chunk: Buffer): Decoded;
  end(): Decoded;
}

/** Names as in the schema of the source. Never lets U+FFFD stand for what cannot be read. */
export async function createDecoder(encoding: string): Promise<Decoder> {
  return encoding === "utf-8" ? utf8Decoder() : textDecoder(await stringDecoder(encoding), encoding);
}

/** UTF-8 is checked and passed on as it is: the parser reads bytes. */
function utf8Decoder(): Decoder {
  let offset = 0;
  let held: Buffer = Buffer.alloc(0);
  let started = false;

  const take = (end: boolean): Decoded => {
    if (!started && held.length < 3 && !end) return { bytes: Buffer.alloc(0) };
    const mark = started ? undefined : markOf(held);
    started = true;
    if (mark === "utf-8") {
      held = held.subarray(3);
      offset = 3;
    }
    const bytes = end ? held : held.subarray(0, held.length - incompleteTail(held));
    held = held.subarray(bytes.length);
    const start = offset;
    offset += bytes.length;
    const nul = bytes.indexOf(0);
    const invalid = isUtf8(bytes) ? -1 : findInvalidUtf8(bytes);
    if (nul === -1 && invalid === -1) return { bytes };
    const first = nul === -1 ? invalid : invalid === -1 ? nul : Math.min(nul, invalid);
    return {
      bytes: bytes.subarray(0, first),
      problem: {
        kind: first === nul ? "nul" : "invalid",
        offset: start + first,
        ...(mark === undefined || mark === "utf-8" ? {} : { marked: mark }),
      },
    };
  };

  return {
    decode: (chunk) => {
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
      return take(false);
    },
    end: () => take(true),
  };
}

function markOf(bytes: Buffer): MarkedEncoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
}

/** Bytes → text; characters that stand for what cannot be read are found by `unreadable`. */
interface StringDecoder {
  /** Bytes of one UTF-16 unit of the result. */
  readonly width: 1 | 2;
  readonly unreadable: RegExp;
  decode(bytes: Buffer): string;
}

async function stringDecoder(encoding: string): Promise<StringDecoder> {
  switch (encoding) {
    case "utf-16le":
      return { width: 2, unreadable: /\p{Surrogate}/u, decode: (bytes) => bytes.toString("utf16le") };
    case "utf-16be":
      return {
        width: 2,
        unreadable: /\p{Surrogate}/u,
        decode: (bytes) => Buffer.from(bytes).swap16().toString("utf16le"),
      };
    case "latin1":
      return { width: 1, unreadable: /\ufffd/, decode: (bytes) => bytes.toString("latin1") };
    default: {
      // Its tables are most of what reading CSV would load.
      const { default: iconv } = await import("iconv-lite");
      if (!iconv.encodingExists(encoding)) throw new Error(`bug: no decoder for ${encoding}`);
      return { width: 1, unreadable: /\ufffd/, decode: (bytes) => iconv.decode(bytes, encoding) };
    }
  }
}

function textDecoder({ width, unreadable, decode }: StringDecoder, encoding: string): Decoder {
  let offset = 0;
  let held: Buffer = Buffer.alloc(0);
  let started = false;

  const take = (end: boolean): Decoded => {
    if (!started && held.length < 3 && !end) return { bytes: Buffer.alloc(0) };
    // Read in an encoding of single bytes, a mark would become three letters of the first column's name.
    const mark = started ? undefined : markOf(held);
    started = true;
    if (mark !== undefined && mark !== encoding) {
      return { bytes: Buffer.alloc(0), problem: { kind: "invalid", offset: 0, marked: mark } };
    }
    const whole = end ? held : held.subarray(0, held.length - openUnits(held, width, decode));
    held = held.subarray(whole.length);
    const odd = whole.length % width;
    let text = decode(whole.subarray(0, whole.length - odd));
    const start = offset;
    offset += whole.length;
    const first = firstOf(text.indexOf("\0"), text.search(unreadable));
    const kind = text[first] === "\0" ? "nul" : "invalid";
    if (first !== -1) {
      return {
        bytes: textBytes(text.slice(0, first), start),
        problem: { kind, offset: start + first * width },
      };
    }
    if (start === 0 && text.startsWith("\ufeff")) text = text.slice(1);
    const bytes = Buffer.from(text, "utf8");
    return odd === 0 ? { bytes } : { bytes, problem: { kind: "invalid", offset: offset - odd } };
  };

  return {
    decode: (chunk) => {
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
      return take(false);
    },
    end: () => take(true),
  };
}

function textBytes(text: string, start: number): Buffer {
  return Buffer.from(start === 0 && text.startsWith("\ufeff") ? text.slice(1) : text, "utf8");
}

function firstOf(a: number, b: number): number {
  if (a === -1) return b;
  return b === -1 ? a : Math.min(a, b);
}

/** Bytes at the end that wait for the next piece: half a unit, and the first half of a pair. */
function openUnits(bytes: Buffer, width: 1 | 2, decode: (bytes: Buffer) => string): number {
  const odd = bytes.length % width;
  if (width === 1 || bytes.length < 2) return odd;
  const last = decode(bytes.subarray(bytes.length - odd - 2, bytes.length - odd));
  return /[\ud800-\udbff]/.test(last) ? odd + 2 : odd;
}
