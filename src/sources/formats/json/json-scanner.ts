import { isChanged } from "./exact-number.ts";
import {
  CHEAP_KEYS,
  COST_OF_KEY,
  type JsonLimits,
  MAX_BLANK_BYTES,
  MAX_DEPTH,
  MAX_TEXT_BYTES,
} from "./json-limits.ts";
import { JsonProblem } from "./json-problem.ts";

/** What JSON.parse does not tell about a text. Offsets count bytes. */
export interface JsonScan {
  /** Members written, over all objects. */
  readonly members: number;
  /** Numbers that JavaScript would change. */
  readonly changed: readonly { readonly start: number; readonly end: number }[];
}

/** A number of fewer characters is exact whatever its digits, unless it has an exponent or is -0. */
const EXACT_LENGTH = 15;

/**
 * One pass over the bytes of a JSON text, in pieces of any size, before anything is made of them: it counts what parsing
 * would cost. Throws a JsonProblem at the first byte beyond a limit. Of bytes that JSON.parse refuses, what it says means
 * nothing. Given a LineScan, it takes the bytes for lines of one JSON text each, and the limits for those of one line.
 */
export class JsonScanner {
  readonly #limits: JsonLimits;
  readonly #lines: LineScan | undefined;
  readonly #changed: { start: number; end: number }[] = [];
  /** Bytes taken before this piece. */
  #base = 0;
  #members = 0;
  #values = 0;
  #depth = 0;
  /** Keys so far of the open object at each depth. */
  readonly #keys = new Int32Array(MAX_DEPTH + 1);
  /** Bytes in a row that belong to no value. */
  #blank = 0;
  /** What the last piece ended in the middle of. */
  #open: OpenText | OpenNumber | undefined;

  constructor(limits: JsonLimits, lines?: LineScan) {
    this.#limits = limits;
    this.#lines = lines;
  }

  take(bytes: Buffer): void {
    // Reading behind the end of a piece, even once, makes every read of the loop slower: it is never done.
    const { length } = bytes;
    const lines = this.#lines;
    const most = this.#limits.values;
    let isBlank = this.#open === undefined;
    let at = this.#resume(bytes);
    let members = this.#members;
    let values = this.#values;
    let depth = this.#depth;
    const keys = this.#keys;
    while (at < length) {
      const byte = bytes[at] as number;
      at++;
      if (byte === QUOTE) {
        isBlank = false;
        const start = at;
        while (at < length) {
          const inner = bytes[at] as number;
          if (inner === QUOTE) break;
          at += inner === BACKSLASH ? 2 : 1;
        }
        if (at >= length || at - start > MAX_TEXT_BYTES) this.#endText(bytes, at - start, at);
        at++;
      } else if (byte === COLON) {
        members++;
        const count = (keys[depth] as number) + 1;
        keys[depth] = count;
        if (count > CHEAP_KEYS) {
          values += COST_OF_KEY;
          if (values > most) throw new JsonProblem("too-many");
        }
      } else if (byte === COMMA) {
        isBlank = false;
        if (++values > most) throw new JsonProblem("too-many");
        if (lines !== undefined && depth === 0) lines.areWhole = false;
      } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
        isBlank = false;
        if (++values > most) throw new JsonProblem("too-many");
        if (++depth > MAX_DEPTH) throw new JsonProblem("too-deep");
        keys[depth] = 0;
      } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) depth--;
      else if (byte === MINUS || (byte >= ZERO && byte <= NINE)) {
        isBlank = false;
        const start = at - 1;
        let isSuspect = byte === MINUS && at < length && bytes[at] === ZERO;
        while (at < length) {
          const next = bytes[at] as number;
          if (!isNumberByte(next)) break;
          if (next === LOWER_E || next === UPPER_E) isSuspect = true;
          at++;
        }
        if (isSuspect || at - start > EXACT_LENGTH || at === length) this.#endNumber(bytes, start, at);
      } else if (byte === LINE_FEED && lines !== undefined) {
        if (depth === 0) {
          lines.ends.push(this.#base + at - 1);
          values = 0;
        } else lines.areWhole = false;
      }
    }
    this.#members = members;
    this.#values = values;
    this.#depth = depth;
    this.#base += length;
    this.#blank = isBlank ? this.#blank + length : 0;
    if (this.#blank > MAX_BLANK_BYTES) throw new JsonProblem("blank");
  }

  end(): JsonScan {
    if (this.#open?.kind === "number") this.#note(this.#open.start, this.#base, this.#open.written);
    return { members: this.#members, changed: this.#changed };
  }

  /** Index behind what the last piece ended in the middle of. */
  #resume(bytes: Buffer): number {
    const open = this.#open;
    this.#open = undefined;
    if (open === undefined) return 0;
    if (open.kind === "text") {
      const from = open.isEscaped ? 1 : 0;
      let at = from;
      for (let byte = bytes[at]; byte !== QUOTE && at < bytes.length; byte = bytes[at]) {
        at += byte === BACKSLASH ? 2 : 1;
      }
      this.#endText(bytes, open.length + at - from, at);
      return at + 1;
    }
    let end = 0;
    for (let byte = bytes[end]; byte !== undefined && isNumberByte(byte); byte = bytes[end]) end++;
    const written = open.written + bytes.toString("latin1", 0, end);
    if (end < bytes.length) this.#note(open.start, this.#base + end, written);
    else this.#keep(open.start, written);
    return end;
  }

  /** A text of so many bytes that ends at `at`, or has not ended where the piece does. */
  #endText({ length }: Buffer, taken: number, at: number): void {
    if (taken > MAX_TEXT_BYTES) throw new JsonProblem("too-long");
    if (at >= length) this.#open = { kind: "text", length: taken, isEscaped: at > length };
  }

  #endNumber(bytes: Buffer, start: number, end: number): void {
    if (end - start > MAX_TEXT_BYTES) throw new JsonProblem("too-long");
    const written = bytes.toString("latin1", start, end);
    if (end === bytes.length) this.#keep(this.#base + start, written);
    else this.#note(this.#base + start, this.#base + end, written);
  }

  /** The next piece may hold more of its digits. */
  #keep(start: number, written: string): void {
    if (written.length > MAX_TEXT_BYTES) throw new JsonProblem("too-long");
    this.#open = { kind: "number", start, written };
  }

  #note(start: number, end: number, written: string): void {
    if (isChanged(written)) this.#changed.push({ start, end });
  }
}

/** Where lines end outside of all values: between those of NDJSON. */
export interface LineScan {
  readonly ends: number[];
  /** Whether each line holds one value at most, and each value stands on one line. */
  areWhole: boolean;
}

interface OpenText {
  readonly kind: "text";
  /** Bytes so far. */
  readonly length: number;
  /** Whether the first byte of the next piece is escaped. */
  readonly isEscaped: boolean;
}

interface OpenNumber {
  readonly kind: "number";
  readonly start: number;
  /** So far. */
  readonly written: string;
}

const LINE_FEED = 0x0a;
const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const MINUS = 0x2d;
const PLUS = 0x2b;
const DOT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const LOWER_E = 0x65;
const UPPER_E = 0x45;

function isNumberByte(byte: number): boolean {
  return (
    (byte >= ZERO && byte <= NINE) ||
    byte === DOT ||
    byte === LOWER_E ||
    byte === UPPER_E ||
    byte === PLUS ||
    byte === MINUS
  );
}
