import { DIFFERENCES, type Difference } from "../../model/alike.ts";
import { decimalForm, isRounding } from "./decimal.ts";

/**
 * The same text for all texts that are almost the same: that differ in case, in blanks at an end or in their number, in
 * characters without width, in Unicode's form, in the alphabet of letters that look the same or in how a number is
 * written. Ids that are told apart by case exist, so it
 * is a reason to say something, never one to take two records for one.
 */
export function likeness(text: string): string {
  // Nearly all keys: nothing but the case and the number can differ.
  if (/^[!-~]+$/.test(text)) return decimalForm(text.toLowerCase());
  return ORDER.reduce((rest, step) => STEPS[step](rest), text);
}

/** Whether two texts are almost the same: of one likeness, or a long number and its rounding. */
export function isAlmost(a: string, b: string): boolean {
  return likeness(a) === likeness(b) || isRounding(a, b);
}

/** In what two texts of one likeness differ; `number` alone for one that is the other one, rounded. */
export function differencesOf(a: string, b: string): readonly Difference[] {
  if (likeness(a) !== likeness(b)) return ["number"];
  const without = (skipped: Difference) => (text: string) =>
    ORDER.filter((step) => step !== skipped).reduce((rest, step) => STEPS[step](rest), text);
  const needed = DIFFERENCES.filter((step) => without(step)(a) !== without(step)(b));
  if (needed.length > 0) return needed;
  // Two steps that each do it: a no-break space is a blank, and a form of one.
  return DIFFERENCES.filter((step) => STEPS[step](a) === STEPS[step](b)).slice(0, 1);
}

const STEPS: Readonly<Record<Difference, (text: string) => string>> = {
  invisible: (text) => text.replace(/(?![\s\u0085])[\p{Cf}\p{Cc}]|\ufeff/gu, ""),
  blanks: (text) => text.replace(/[\s\p{Z}\u0085]+/gu, " ").trim(),
  // The dashes and apostrophes that word processors put in place of those of the keyboard.
  form: (text) =>
    text
      .normalize("NFKC")
      .replace(/[\p{Pd}\u2212]/gu, "-")
      .replace(/[\u2018\u2019\u02bc]/g, "'"),
  // By way of the capitals, which make one of ß and ss, and of the two small sigmas; the capital ẞ is one to begin with.
  case: (text) => text.toLowerCase().toUpperCase().toLowerCase().normalize("NFC"),
  alphabet: (text) => text.replace(FOREIGN, (letter) => LATIN.get(letter) ?? letter).normalize("NFC"),
  number: decimalForm,
};

/** Some look alike as capitals only, and the step before leaves small ones. */
const LATIN = new Map(
  [
    ["авекмнорстухіјѕһԁԛԝӏ", "abekmhopctyxijshdqwl"],
    ["αβεζηικμνορτυχ", "abezhikmnoptyx"],
  ].flatMap(([foreign = "", latin = ""]) =>
    [...foreign].flatMap((letter, at) => [
      [letter, latin.charAt(at)],
      [letter.toUpperCase(), latin.charAt(at).toUpperCase()],
    ]),
  ),
);
const FOREIGN = /[\p{Script=Cyrillic}\p{Script=Greek}]/gu;

/** A byte order mark counts as a blank for a regular expression, and some accents become a blank with a mark on it. */
const ORDER: readonly Difference[] = ["invisible", "form", "blanks", "case", "alphabet", "number"];
