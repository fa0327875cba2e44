import { staysNumber } from "../../../model/exact-number.ts";
import type { Json } from "../../../model/json.ts";

/** Deeper values would end later steps, which walk them recursively, with a stack overflow. */
export const MAX_JSON_DEPTH = 500;

/**
 * `JSON.parse` that loses no digit: a whole number beyond the safe ones, and any other
 * that JavaScript would write with other digits, becomes a text of the same digits.
 * undefined where the value is nested deeper than MAX_JSON_DEPTH. Takes JSON as PostgreSQL has checked it.
 */
export function parseExactJson(text: string): Json | undefined {
  if (text.length > 2 * MAX_JSON_DEPTH && isTooDeep(text)) return undefined;
  return JSON.parse(SUSPECT.test(text) ? quoteInexactNumbers(text) : text) as Json;
}

/** Up to 15 digits without an exponent are always exact; -0 would not survive being written as JSON. */
const SUSPECT = /[\d.]{16}|\d[eE]|-0/;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/y;

function quoteInexactNumbers(text: string): string {
  const parts: string[] = [];
  let copied = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = closingQuote(text, at);
    else if (code === MINUS || (code >= ZERO && code <= NINE)) {
      NUMBER.lastIndex = at;
      const number = NUMBER.exec(text)?.[0] ?? "";
      const stays = staysNumber(number);
      if (!stays || Object.is(Number(number), -0)) {
        parts.push(text.slice(copied, at), stays ? "0" : `"${number}"`);
        copied = at + number.length;
      }
      at += Math.max(number.length, 1) - 1;
    }
  }
  parts.push(text.slice(copied));
  return parts.join("");
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = closingQuote(text, at);
    else if (code === OPEN_BRACKET || code === OPEN_BRACE) {
      depth += 1;
      if (depth > MAX_JSON_DEPTH) return true;
    } else if (code === CLOSE_BRACKET || code === CLOSE_BRACE) depth -= 1;
  }
  return false;
}

function closingQuote(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(at - 1 - backslashes) === BACKSLASH) backslashes++;
    if (backslashes % 2 === 0) return at;
  }
  return text.length;
}

const QUOTE = 34;
const MINUS = 45;
const ZERO = 48;
const NINE = 57;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
