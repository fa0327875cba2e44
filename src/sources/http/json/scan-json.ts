import { numberFate } from "./exact-number.ts";

/** What JSON.parse does not tell about a text. Offsets count bytes. */
export interface JsonScan {
  /** Members written, over all objects. */
  readonly members: number;
  /** Objects and arrays within each other, at most. */
  readonly depth: number;
  /** Numbers that JavaScript would change. */
  readonly changed: readonly { readonly start: number; readonly end: number }[];
  /** The first number that is too large for JavaScript. */
  readonly infinite: number | undefined;
  /** Line ends outside of all values: between those of NDJSON. */
  readonly lineEnds: readonly number[];
  /** Whether each line holds one value at most, and each value stands on one line. */
  readonly byLine: boolean;
}

/** A number of fewer characters is exact whatever its digits, unless it has an exponent or is -0. */
const EXACT_LENGTH = 15;

/**
 * One pass over bytes that JSON.parse accepts, or lines of which it accepts each. Ends for any others, too, but what it
 * says of them means nothing.
 */
export function scanJson(bytes: Buffer): JsonScan {
  const { length } = bytes;
  const changed: { start: number; end: number }[] = [];
  let infinite: number | undefined;
  let members = 0;
  let depth = 0;
  let deepest = 0;
  const lineEnds: number[] = [];
  let byLine = true;
  let at = 0;
  while (at < length) {
    const byte = bytes[at] as number;
    if (byte === QUOTE) {
      at++;
      for (let inner = bytes[at]; inner !== QUOTE && at < length; inner = bytes[at]) {
        at += inner === BACKSLASH ? 2 : 1;
      }
    } else if (byte === COLON) members++;
    else if (byte === COMMA) byLine &&= depth > 0;
    else if (byte === LINE_FEED) {
      if (depth === 0) lineEnds.push(at);
      else byLine = false;
    } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
      depth++;
      if (depth > deepest) deepest = depth;
    } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) depth--;
    else if (byte === MINUS || (byte >= ZERO && byte <= NINE)) {
      const start = at;
      let exponent = false;
      for (let next = bytes[at + 1]; next !== undefined && isNumberByte(next); next = bytes[at + 1]) {
        if (next === LOWER_E || next === UPPER_E) exponent = true;
        at++;
      }
      const end = at + 1;
      if (exponent || end - start > EXACT_LENGTH || (byte === MINUS && bytes[start + 1] === ZERO)) {
        const fate = numberFate(bytes.toString("latin1", start, end));
        if (fate === "changed") changed.push({ start, end });
        if (fate === "infinite") infinite ??= start;
      }
    }
    at++;
  }
  return { members, depth: deepest, changed, infinite, lineEnds, byLine };
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
