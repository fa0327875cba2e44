import { isUnsafeRegex, regexCost } from "../../regex/regex-risk.ts";
import { failure } from "../../runtime/failure.ts";
import type { Run } from "../../runtime/run.ts";
import { charge } from "../../runtime/run.ts";
import { jsonataBuiltin } from "../jsonata-builtins.ts";
import { checkFields, toMillis } from "./date-fields.ts";
import type { Marker, PicturePart } from "./date-picture.ts";
import { parseDatePicture } from "./date-picture.ts";
import { offsetOf } from "./zone-offset.ts";

/**
 * `$toMillis` with a picture: as JSONata reads it, so no value where the text does not fit the picture; but a day, a time
 * or a month's name that does not exist is an error, and names are read in any case. The start of the run stands in for
 * what the picture leaves out in front.
 */
export function readDate(text: string, picture: string, run: Run): number | undefined {
  const { regex, maxText, parsers } = readerFor(picture, run);
  if (text.length > maxText) throw failure("D3110", { value: text });
  const match = regex.exec(text);
  if (match === null) return undefined;
  const fields: Record<string, number> = {};
  for (const [index, { component, parse }] of parsers.entries()) {
    const value = parse?.(match[index + 1] ?? "", text);
    // Words that are no number.
    if (Number.isNaN(value)) return undefined;
    if (value !== undefined) fields[component] = value;
  }
  if (Object.keys(fields).length === 0) return undefined;
  checkFields(fields, text);
  return toMillis(fields, run.runStart, text);
}

/** Texts longer than this are no dates. */
const MAX_DATE_TEXT = 1000;

interface Reader {
  readonly regex: RegExp;
  readonly maxText: number;
  readonly parsers: readonly PartReader[];
}

interface PartReader {
  readonly source: string;
  /** A simpler pattern that matches all that `source` does: by it the time is judged. */
  readonly wider?: string;
  readonly component: string;
  /** Undefined for what says nothing of the date. `text` is the whole one, for messages. */
  readonly parse?: (value: string, text: string) => number | undefined;
}

const readers = new Map<string, Reader>();
const MOST_KEPT = 500;

/** Units of work of reading a picture for the first time. */
const NEW_PICTURE = 2000;

function readerFor(picture: string, run: Run): Reader {
  const parts = parseDatePicture(picture);
  const known = readers.get(picture);
  if (known !== undefined) return known;
  charge(run, NEW_PICTURE);
  const parsers = parts.map((part, index) => partReader(part, parts[index + 1]));
  const regex = new RegExp(`^${parsers.map(({ source }) => `(${source})`).join("")}$`, "i");
  // Part next to part of any length could be matched in more ways than there is time for.
  const judged = new RegExp(`^${parsers.map(({ source, wider }) => `(${wider ?? source})`).join("")}$`, "i");
  if (isUnsafeRegex(judged)) throw failure("picture-too-long");
  const reader = { regex, maxText: Math.min(MAX_DATE_TEXT, regexCost(judged).maxText), parsers };
  if (readers.size >= MOST_KEPT) readers.clear();
  readers.set(picture, reader);
  return reader;
}

function partReader(part: PicturePart, next: PicturePart | undefined): PartReader {
  if (part.kind === "literal") return { source: escaped(part.text), component: "" };
  const { component } = part;
  if (component === "Z" || component === "z") return zoneReader(part);
  if (component === "f") return { source: "[0-9]+", component, parse: milliseconds };
  if (isNumber(part)) return numberReader(part, next);
  return nameReader(part);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function milliseconds(digits: string): number {
  return Number(digits.slice(0, 3).padEnd(3, "0"));
}

/** Whether it is written as a number, be it in Roman ones or in words. */
function isNumber({ component, presentation }: Marker): boolean {
  return NUMBERS.includes(component) && !/^n/i.test(presentation);
}

const NUMBERS = "YMDdFWwXxHhmsf";

function numberReader(marker: Marker, next: PicturePart | undefined): PartReader {
  const { component, presentation, modifier } = marker;
  const picture = modifier === "" ? presentation : `${presentation};${modifier}`;
  const parseInteger = (digits: string): unknown => theirs("parseInteger", [digits, picture]);
  // What JSONata cannot read it refuses for any text.
  parseInteger("1");
  return {
    component,
    ...numberSource(marker, next),
    parse: (value) => {
      const number = parseInteger(value);
      return typeof number === "number" ? number : Number.NaN;
    },
  };
}

function numberSource(marker: Marker, next: PicturePart | undefined): Pick<PartReader, "source" | "wider"> {
  switch (marker.presentation) {
    case "A":
    case "a":
      return { source: "[a-z]+" };
    case "I":
    case "i":
      return { source: "[mdclxvi]+" };
    case "W":
    case "w":
    case "Ww":
      return { source: wordsSource(), wider: "[a-z\\-, ]+" };
    default:
      return { source: decimalSource(marker, next) };
  }
}

let words: string | undefined;

/** Numbers in words, by the words that JSONata writes them with. */
function wordsSource(): string {
  const numbers = [...Array(20).keys(), 20, 30, 40, 50, 60, 70, 80, 90, 100, 1e3, 1e6, 1e9, 1e12];
  words ??= [
    ...new Set(
      numbers.flatMap((number) =>
        ["w", "w;o"].flatMap((picture) => String(theirs("formatInteger", [number, picture])).split(" ")),
      ),
    ),
  ].join("|");
  return `(?:${words}|and|[\\-, ])+`;
}

/** Numbers that follow each other have as many digits as the picture shows. */
function decimalSource(marker: Marker, next: PicturePart | undefined): string {
  const touches = next?.kind === "marker" && isNumber(next);
  const ordinal = marker.modifier === "o" ? "(?:th|st|nd|rd)" : "";
  return `[0-9]${touches ? `{${digitsOf(marker)}}` : "+"}${ordinal}`;
}

function digitsOf({ component, presentation, least, most }: Marker): number {
  if (component === "Y" && most !== undefined) return most;
  const shown = presentation.match(/\p{Nd}/gu)?.length ?? 0;
  return Math.max(shown, least ?? 0);
}

function zoneReader({ component, presentation }: Marker): PartReader {
  // How many digits the picture shows means nothing to JSONata: a separator between them does.
  const separator = /^[\p{Nd}#]+([^\p{Nd}#])/u.exec(presentation)?.[1];
  const prefix = component === "z" ? "GMT" : "";
  return {
    component,
    source: `${prefix}[-+][0-9]+${separator === undefined ? "" : `${escaped(separator)}[0-9]+`}`,
    parse: (value, text) => {
      const digits = value.slice(prefix.length + 1);
      const at =
        separator === undefined ? (digits.length <= 2 ? digits.length : 2) : digits.indexOf(separator);
      const minutes = digits.slice(at + (separator?.length ?? 0));
      const offset = offsetOf(value.charAt(prefix.length), Number(digits.slice(0, at)), Number(minutes));
      if (offset === undefined) throw failure("no-such-date", { value: text });
      return offset;
    },
  };
}

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

function nameReader({ component, most }: Marker): PartReader {
  const source = "[a-zA-Z]+";
  if (component === "P") return { source, component, parse: halfDay };
  const names = component === "M" || component === "x" ? MONTHS : component === "F" ? DAYS : undefined;
  if (names === undefined) throw failure("D3133", { value: component });
  const cut = most === undefined || most === 0 ? undefined : most;
  return {
    source,
    component,
    parse: (value, text) => {
      const at = names.findLastIndex((name) => name.slice(0, cut) === value.toLowerCase());
      if (at !== -1) return at + 1;
      // The day of the week says nothing that the date does not.
      if (component === "F") return undefined;
      throw failure("no-such-name", { value: text });
    },
  };
}

function halfDay(value: string, text: string): number {
  const at = ["am", "pm"].indexOf(value.toLowerCase());
  if (at === -1) throw failure("no-such-name", { value: text });
  return at;
}

function theirs(name: string, args: readonly unknown[]): unknown {
  return jsonataBuiltin(name)?.implementation.apply(undefined, [...args]);
}
