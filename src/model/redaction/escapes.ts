import { HOLDS, SPACE, type Units } from "./units.ts";

/**
 * What a text holds, as bits of HOLDS. An escape counts if it stands for a character that a secret has (`isWanted`, by
 * unit), for a line break or for what begins an escape: most texts have others, `\\"` above all.
 */
export function heldBy(text: string, isWanted: (unit: number) => boolean): number {
  const hasLines = text.includes("\n") || text.includes("\r");
  return (
    HOLDS.space |
    (hasLines ? HOLDS.lineBreak : 0) |
    (holdsEscape(text, "%", (next) => hexDigit(next | CASE) >= 0) ? HOLDS.percent : 0) |
    (holdsEscape(text, "&", (next) => next === SIGN.hash || isLetter(next | CASE)) ? HOLDS.entity : 0) |
    (holdsEscape(text, "\\", (next) => countsBehindBackslash(next, isWanted)) ? HOLDS.backslash : 0)
  );
}

function holdsEscape(text: string, sign: string, counts: (next: number) => boolean): boolean {
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
    if (counts(text.charCodeAt(at + 1))) return true;
  }
  return false;
}

function countsBehindBackslash(next: number, isWanted: (unit: number) => boolean): boolean {
  const control = CONTROLS[next | CASE];
  if (control !== undefined && isLetter(next | CASE))
    return control === 0x0a || control === 0x0d || isWanted(SPACE);
  if (isDigit(next) || isLetter(next | CASE)) return true;
  return isWanted(next) || INTRODUCERS[next] !== 0;
}

/**
 * Reads escaped characters of these kinds (bits of HOLDS) as what they stand for: `%2B`, `\u002B`, `\x2b`, `\/`, `\053`,
 * `&plus;`, `&#43;`, `&#x2b;`. One layer: what was escaped twice needs another call. Whether there were any.
 */
export function readEscapes(from: Units, kinds: number, to: Units): boolean {
  const { values, length } = from;
  to.clear(length, from.hasPlaces);
  to.holds = from.holds & (HOLDS.lineBreak | HOLDS.space);
  let done = 0;
  let isAny = false;
  for (let index = 0; index < length; index += 1) {
    const value = values[index] as number;
    if (value > SIGN.backslash || ((INTRODUCERS[value] as number) & kinds) === 0) continue;
    to.copy(from, done, index);
    const width = readEscape(from, index, to);
    // It may be the beginning of one, once what is behind it was read.
    if (width === 0) to.holds |= INTRODUCERS[value] as number;
    isAny ||= width > 0;
    done = index + width;
    index = Math.max(index, done - 1);
  }
  if (isAny) to.copy(from, done, length);
  return isAny;
}

/** Adds what stands there and answers its width; 0 where nothing is escaped. */
function readEscape(from: Units, index: number, to: Units): number {
  const sign = from.at(index);
  if (sign === SIGN.percent) return readBytes(from, index, percentByte, 3, to);
  if (sign === SIGN.ampersand) return readEntity(from, index, to);
  const next = from.at(index + 1);
  if (next === LETTER.u) return readUnicode(from, index, to);
  if (next === LETTER.x) return readBytes(from, index, hexByte, 4, to);
  if (next >= 0x30 && next <= 0x33) return readBytes(from, index, octalByte, 4, to);
  const control = CONTROLS[next];
  if (control !== undefined) return put(from, index, 2, control, to);
  const isSign = next > SPACE && !isDigit(next) && !isLetter(next);
  return isSign ? put(from, index, 2, next, to) : 0;
}

type ReadByte = (from: Units, index: number) => number;

/** One character of UTF-8, or one byte where it is none; each byte `width` units long. */
function readBytes(from: Units, index: number, read: ReadByte, width: number, to: Units): number {
  const first = read(from, index);
  if (first < 0) return 0;
  const count = first >= 0xf5 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1;
  let code = count === 1 ? first : first & (0xff >> (count + 1));
  for (let next = 1; next < count; next += 1) {
    const byte = read(from, index + next * width);
    if (byte < 0 || (byte & 0xc0) !== 0x80) return put(from, index, width, first, to);
    code = (code << 6) | (byte & 0x3f);
  }
  return put(from, index, width * count, code, to);
}

function percentByte(from: Units, index: number): number {
  return from.at(index) === SIGN.percent ? hexNumber(from, index + 1, 2) : -1;
}

function hexByte(from: Units, index: number): number {
  const isOne = from.at(index) === SIGN.backslash && from.at(index + 1) === LETTER.x;
  return isOne ? hexNumber(from, index + 2, 2) : -1;
}

function octalByte(from: Units, index: number): number {
  if (from.at(index) !== SIGN.backslash) return -1;
  let value = 0;
  for (let place = index + 1; place < index + 4; place += 1) {
    const digit = from.at(place) - 0x30;
    if (digit < 0 || digit > 7) return -1;
    value = value * 8 + digit;
  }
  return value <= 0xff ? value : -1;
}

/** `\u002b`, `\u{2b}`. */
function readUnicode(from: Units, index: number, to: Units): number {
  if (from.at(index + 2) !== SIGN.brace) {
    const unit = hexNumber(from, index + 2, 4);
    return unit < 0 ? 0 : put(from, index, 6, unit, to);
  }
  const digits = countHex(from, index + 3, LONGEST_NUMBER);
  if (digits === 0 || from.at(index + 3 + digits) !== SIGN.closingBrace) return 0;
  return put(from, index, digits + 4, hexNumber(from, index + 3, digits), to);
}

function readEntity(from: Units, index: number, to: Units): number {
  if (from.at(index + 1) !== SIGN.hash) return readNamed(from, index, to);
  const isHex = from.at(index + 2) === LETTER.x;
  const start = index + (isHex ? 3 : 2);
  const digits = isHex ? countHex(from, start, LONGEST_NUMBER) : countDigits(from, start, LONGEST_NUMBER);
  if (digits === 0) return 0;
  const code = isHex ? hexNumber(from, start, digits) : decimalNumber(from, start, digits);
  const end = start + digits + (from.at(start + digits) === SIGN.semicolon ? 1 : 0);
  return put(from, index, end - index, code, to);
}

function readNamed(from: Units, index: number, to: Units): number {
  let name = "";
  let end = index + 1;
  while (name.length < LONGEST_NAME && isLetter(from.at(end))) {
    name += String.fromCharCode(from.at(end));
    end += 1;
  }
  const character = from.at(end) === SIGN.semicolon ? ENTITIES.get(name) : undefined;
  return character === undefined ? 0 : put(from, index, end + 1 - index, character.charCodeAt(0), to);
}

/** A character that stands for `width` units. */
function put(from: Units, index: number, width: number, code: number, to: Units): number {
  if (code > 0x10ffff) return 0;
  const end = index + width;
  if (code <= 0xffff) to.put(code, from, index, end);
  else for (const half of String.fromCodePoint(code).split("")) to.put(half.charCodeAt(0), from, index, end);
  return width;
}

/** -1 where these are not so many digits. */
function hexNumber(from: Units, start: number, digits: number): number {
  let value = 0;
  for (let index = start; index < start + digits; index += 1) {
    const digit = hexDigit(from.at(index));
    if (digit < 0) return -1;
    value = Math.min(value * 16 + digit, TOO_LARGE);
  }
  return value;
}

function decimalNumber(from: Units, start: number, digits: number): number {
  let value = 0;
  for (let index = start; index < start + digits; index += 1) {
    value = Math.min(value * 10 + from.at(index) - 0x30, TOO_LARGE);
  }
  return value;
}

function countHex(from: Units, start: number, most: number): number {
  let count = 0;
  while (count < most && hexDigit(from.at(start + count)) >= 0) count += 1;
  return count;
}

function countDigits(from: Units, start: number, most: number): number {
  let count = 0;
  while (count < most && isDigit(from.at(start + count))) count += 1;
  return count;
}

function hexDigit(unit: number): number {
  if (isDigit(unit)) return unit - 0x30;
  return unit >= 0x61 && unit <= 0x66 ? unit - 0x57 : -1;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Folded ones: there are no others. */
function isLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

/** Makes an ASCII letter lower case. */
const CASE = 0x20;
const TOO_LARGE = 0x110000;
/** Digits of a number, zeros in front included. */
const LONGEST_NUMBER = 20;
const LONGEST_NAME = 8;
const LETTER = { u: 0x75, x: 0x78 } as const;
const SIGN = {
  hash: 0x23,
  percent: 0x25,
  ampersand: 0x26,
  semicolon: 0x3b,
  backslash: 0x5c,
  brace: 0x7b,
  closingBrace: 0x7d,
} as const;
const INTRODUCERS = Uint8Array.from({ length: SIGN.backslash + 1 }, (_, unit) => {
  if (unit === SIGN.percent) return HOLDS.percent;
  if (unit === SIGN.ampersand) return HOLDS.entity;
  return unit === SIGN.backslash ? HOLDS.backslash : 0;
});

const CONTROLS: Readonly<Record<number, number>> = Object.fromEntries(
  Object.entries({ b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" }).map(([letter, control]) => [
    letter.charCodeAt(0),
    control.charCodeAt(0),
  ]),
);

/** Named characters of HTML that are ASCII. */
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ...Object.entries({ amp: "&", apos: "'", ast: "*", bsol: "\\", colon: ":", comma: ",", commat: "@" }),
  ...Object.entries({ dollar: "$", equals: "=", excl: "!", grave: "`", gt: ">", hat: "^", lowbar: "_" }),
  ...Object.entries({ lbrace: "{", lbrack: "[", lcub: "{", lpar: "(", lsqb: "[", lt: "<", midast: "*" }),
  ...Object.entries({ newline: "\n", num: "#", percnt: "%", period: ".", plus: "+", quest: "?", quot: '"' }),
  ...Object.entries({ rbrace: "}", rbrack: "]", rcub: "}", rpar: ")", rsqb: "]", semi: ";", sol: "/" }),
  ...Object.entries({ tab: "\t", underbar: "_", verbar: "|", vert: "|" }),
]);
