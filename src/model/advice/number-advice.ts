import { given } from "../given.ts";
import { type Advice, bracketed, hasForm, ofText, type Rows, type Way, way, words } from "./advice.ts";
import { blankAdvice, blankInCall, isBlank } from "./blank-advice.ts";

/** What a text that is a number becomes, and how the other rows are kept. */
export interface NumberTarget {
  readonly blank: (value: string) => Advice;
  /** Made of a text; rows of other types keep their values. */
  readonly keeps: (x: string, made: string, rows: Rows) => string;
}

/** In place of a field's expression. */
export const AS_NUMBER: NumberTarget = { blank: (value) => blankAdvice(value, plain), keeps: ofText };

/** In place of a call of `$number` that failed, or of what was computed with: numbers stay what they were. */
export const IN_CALL: NumberTarget = {
  blank: (value) => blankInCall(value, plain),
  keeps: (x, made) =>
    made === plain(x) ? made : `$type(${x}) = "string" ? ${bracketed(made)} : ${plain(x)}`,
};

function plain(x: string): string {
  return `$number(${x})`;
}

/** Whether `$number` reads it. */
export function isNumberText(text: string): boolean {
  return JSON_NUMBER.test(text) && Number.isFinite(Number(text));
}

/** A text where a number belongs, by its form. */
export function numberTextAdvice(value: string, target: NumberTarget): Advice {
  if (isBlank(value)) return target.blank(value);
  if (isNumberText(value)) {
    return way("Wrap it in $number(…).", (x, rows) => target.keeps(x, plain(x), rows));
  }
  if (isNumberText(value.trim())) {
    return way("There are blanks around the number.", (x, rows) =>
      target.keeps(x, `$number($trim(${x}))`, rows),
    );
  }
  const form = FORMS.find(({ pattern }) => pattern.test(value));
  if (form !== undefined) {
    const ways = form.ways.map(
      ({ when, read }): Way => ({
        ...given({ when }),
        write: (x, rows) => {
          const made = `${hasForm(x, form.mark, rows)} ? $number(${read(x)}) : ${plain(x)}`;
          return target === IN_CALL ? made : target.keeps(x, made, rows);
        },
      }),
    );
    return { text: form.text, ways };
  }
  return words(
    "This is not a number. Leave such rows out with a condition, name the text under `nulls:`, or fix the source.",
  );
}

interface NumberForm {
  readonly pattern: RegExp;
  /** The same in few signs, for an expression. */
  readonly mark: string;
  readonly text: string;
  readonly ways: readonly { readonly when?: string; readonly read: (x: string) => string }[];
}

const thousands = (x: string): string => `$replace(${x}, ",", "")`;
const decimal = (x: string): string => `$replace($replace(${x}, ".", ""), ",", ".")`;
/** Of a text with a currency or a unit, the number. */
const bare = (x: string): string => `$replace(${x}, /[^0-9.,-]/, "")`;

const FORMS: readonly NumberForm[] = [
  {
    pattern: /^-?\d{1,3},\d{3}$/,
    mark: "^-?\\d+,\\d{3}$",
    text: "Say what the comma is: the value does not tell.",
    ways: [
      { when: "where it separates thousands", read: thousands },
      { when: "where it is the decimal sign", read: decimal },
    ],
  },
  {
    pattern: /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/,
    mark: "^-?\\d{1,3}(,\\d{3})+(\\.\\d+)?$",
    text: "The commas separate thousands.",
    ways: [{ read: thousands }],
  },
  {
    pattern: /^-?\d+,\d+$/,
    mark: "^-?\\d+,\\d+$",
    text: "The comma is the decimal sign.",
    ways: [{ read: decimal }],
  },
  {
    pattern: /^-?\d{1,3}(?:\.\d{3})+,\d+$/,
    mark: "^-?\\d{1,3}(\\.\\d{3})+,\\d+$",
    text: "The points separate thousands, and the comma is the decimal sign.",
    ways: [{ read: decimal }],
  },
  {
    pattern: /^[^\d\s,.()-]{1,3} ?-?\d+(?:\.\d+)?$|^-?\d+(?:\.\d+)? ?[^\d\s,.()-]{1,3}$/,
    mark: "^[^\\d,.()-]+-?\\d+(\\.\\d+)?$|^-?\\d+(\\.\\d+)?[^\\d,.()-]+$",
    text: "Take the currency or the unit off.",
    ways: [{ read: bare }],
  },
  {
    pattern: /^[^\d\s,.()-]{1,3} ?-?\d{1,3}(?:,\d{3})+\.\d+$|^-?\d{1,3}(?:,\d{3})+\.\d+ ?[^\d\s,.()-]{1,3}$/,
    mark: "^[^\\d,.()-]+-?\\d{1,3}(,\\d{3})+\\.\\d+$|^-?\\d{1,3}(,\\d{3})+\\.\\d+[^\\d,.()-]+$",
    text: "Take the currency or the unit off, and the commas, which separate thousands.",
    ways: [{ read: (x) => thousands(bare(x)) }],
  },
];

/** What `$number` reads. */
const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;
