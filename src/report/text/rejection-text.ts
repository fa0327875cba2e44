import type { Rejection } from "../../model/record.ts";
import { describePosition } from "../../model/row.ts";
import { cutToWidth } from "./display-width.ts";
import { escapeMessage, escapeText } from "./escape-text.ts";
import type { Palette } from "./palette.ts";

/** A message in its two parts: what is wrong, without its full stop, and the sentences that say why and what to do. */
interface Reason {
  readonly what: string;
  readonly rest: string | undefined;
}

/** `accounts.csv:12  key a4`, escaped. */
export function rejectionPlace(rejection: Pick<Rejection, "position" | "key">): string {
  const place = escapeText(describePosition(rejection.position));
  return rejection.key === null ? place : `${place}  key ${shortKey(rejection.key)}`;
}

/** Escaped; a message of one sentence has no rest. */
export function splitReason(message: string): Reason {
  const line = escapeMessage(message);
  const end = FIRST_SENTENCE.exec(line);
  if (end === null) return { what: line.replace(/\.$/, ""), rest: undefined };
  const what = line.slice(0, end.index + 1).replace(/\.$/, "");
  return { what, rest: line.slice(end.index + end[0].length) };
}

/** Each with its full stop, escaped. */
export function sentencesOf(message: string): readonly string[] {
  const sentences: string[] = [];
  let line = escapeMessage(message);
  for (let end = FIRST_SENTENCE.exec(line); end !== null; end = FIRST_SENTENCE.exec(line)) {
    sentences.push(line.slice(0, end.index + 1));
    line = line.slice(end.index + end[0].length);
  }
  return [...sentences, line];
}

/** `name is missing (required-field)`. */
export function reasonTitle(reason: Reason, rule: string, palette: Palette): string {
  return `${reason.what} ${palette.faint(`(${escapeText(rule)})`)}`;
}

/** A key may be kilobytes long: enough of it to find the row by. */
export function shortKey(key: string): string {
  return cutToWidth(escapeText(key), 60);
}

/** A full stop that ends a sentence: not the one in `e.g. a`, nor a decimal point. */
const FIRST_SENTENCE = /[.!?]\s+(?=[^\p{Lowercase_Letter}\s])/u;
