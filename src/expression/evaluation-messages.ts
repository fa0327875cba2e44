/** The parts of the expression that a message is about. */
export interface Subject {
  /** `+`, or another word for it where it is not known. */
  readonly operator: string;
  /** `$sum`. */
  readonly called: string;
  /** Of an argument, from 1. */
  readonly index: string;
}

type What = string | ((subject: Subject) => string);

/** What is wrong, and where it does not depend on the value, what to do. */
export type EvaluationMessage = What | { readonly what: What; readonly fix: string };

/**
 * What each code of a failing evaluation means, and what to do: JSONata's codes first, then ours. JSONata's own
 * texts quote the data in their first words, so they are not used. They name
 * parts of the expression, never of the data. Where the value decides what helps, `evaluation-advice.ts` says it.
 */
export const EVALUATION_MESSAGES: Readonly<Record<string, EvaluationMessage>> = {
  T0410: ({ called, index }) => `Argument ${index} of ${called} has the wrong type.`,
  T0411: {
    what: ({ called }) =>
      `${called} was called without an argument, and the current value has the wrong type.`,
    fix: "Name the column that it should work on.",
  },
  T0412: ({ called, index }) =>
    `Argument ${index} of ${called} must be a list whose items all have the right type.`,
  T1003: { what: "A key of an object is not text.", fix: "Use text as the key." },
  T1005: { what: "This calls a name that is not a function.", fix: "Functions start with $." },
  T1006: { what: "This calls something that is not a function.", fix: "Check the name after the $." },
  T1007: { what: "This partially applies a name that is not a function.", fix: "Functions start with $." },
  T1008: {
    what: "This partially applies something that is not a function.",
    fix: "Check the name after the $.",
  },
  T1010: ({ called }) => `The matcher function does not return what ${called} needs.`,
  T2001: ({ operator }) => `The left side of ${operator} is not a number.`,
  T2002: ({ operator }) => `The right side of ${operator} is not a number.`,
  T2003: "The left side of the range operator .. is not a whole number.",
  T2004: "The right side of the range operator .. is not a whole number.",
  T2006: "The right side of ~> is not a function.",
  T2007: {
    what: "The values to sort by have different types.",
    fix: "Convert all of them to one type.",
  },
  T2008: {
    what: "A value to sort by is neither a number nor text.",
    fix: "Convert it first.",
  },
  T2009: ({ operator }) => `The two sides of ${operator} have different types.`,
  T2010: ({ operator }) => `One side of ${operator} is neither a number nor text, so it cannot be compared.`,
  T2011: "The update of a transform must be an object.",
  T2012: "The delete clause of a transform must be a text or a list of texts.",
  T2013: "A transform needs $clone, which this expression replaces with something that is not a function.",
  D1001: {
    what: "A number is out of range: it is infinite or not a number.",
    fix: "Check for a division by zero.",
  },
  D1002: "The value after - is not a number.",
  D1004: {
    what: "The regular expression matches an empty text, so the search would never end.",
    fix: "Let it match at least one character.",
  },
  D1009: { what: "Two keys of an object are the same.", fix: "Give each key once." },
  D1011: {
    what: "The expression nests too deeply.",
    fix: "Check for a function that calls itself without an end.",
  },
  D1012: {
    what: "The expression does too much work on this row.",
    fix: "Check for an endless loop, or make it read less.",
  },
  D1013: { what: "A key that starts with _jsonata_ is reserved.", fix: "Choose another name." },
  "range-end": {
    what: "An end of the range .. is 2^53 or more, where whole numbers are no longer exact.",
    fix: "Check the value. An id is text, not a number.",
  },
  D2014: { what: "A range has too many items.", fix: "Make it smaller." },
  D2015: { what: "A sequence has more than a million items.", fix: "Make it smaller." },
  D3001: {
    what: "A number that is infinite or not a number cannot become text.",
    fix: "Check for a division by zero.",
  },
  D3010: { what: "The text to search for in $replace is empty.", fix: "Search for at least one character." },
  D3011: { what: "The limit of $replace is negative.", fix: "Use a limit of 0 or more." },
  D3012: { what: "The function given to $replace did not return text.", fix: "Make it return text." },
  D3020: { what: "The limit of $split is negative.", fix: "Use a limit of 0 or more." },
  D3030: "The value cannot be read as a number.",
  D3040: { what: "The limit of $match is negative.", fix: "Use a limit of 0 or more." },
  D3050: { what: "The function given to $reduce takes fewer than two arguments.", fix: "Let it take two." },
  D3060: "The square root of a negative number does not exist.",
  D3061: "The result of $power is too large for a number.",
  D3070: {
    what: "$sort without a function sorts only numbers alone or texts alone.",
    fix: "Give it a function that compares two items.",
  },
  D3100: { what: "The radix of $formatBase must be between 2 and 36.", fix: "Choose another radix." },
  D3110:
    "The value is not a date in ISO 8601 form, such as 2024-02-29 or 2024-02-29T10:00:00Z, or the day does not exist.",
  "no-such-date": {
    what: "The text fits the picture of $toMillis, but no calendar has that day, or no clock that time.",
    fix: "Correct the value in the source, or check the order of the picture's parts.",
  },
  "no-such-name": {
    what: "The text fits the picture of $toMillis, but a word in it is not the English name of a month, nor am or pm.",
    fix: "Replace the name with the English one, or with a number, before $toMillis reads it.",
  },
  "short-year": {
    what: "The year has fewer than three digits. JSONata would read 25 as 1925.",
    fix: 'Put the century in front. Where the year comes last: $replace(x, /\\b(\\d\\d)$/, "20$1").',
  },
  "zone-offset": {
    what: "A time zone of $fromMillis or $now is an offset from UTC, with a sign and four digits. Names of zones are not known.",
    fix: 'Use an offset such as "+0530" or "-0330".',
  },
  "beyond-dates": {
    what: "The number is not a time. $fromMillis takes milliseconds since 1970, up to 8,640,000,000,000,000.",
    fix: "Check which column it comes from.",
  },
  "picture-too-long": {
    what: "The picture has more than 200 characters, or parts that cannot be told apart.",
    fix: "Use a shorter picture, with separators between its parts.",
  },
  "picture-width": {
    what: "A width in the date picture is not a number up to 100.",
    fix: "Write the width behind the comma, such as [Y,4-4].",
  },
  "format-option": {
    what: "An option of $formatNumber is not text, or it is empty.",
    fix: "Give each option at least one character.",
  },
  "format-too-long": {
    what: "The number would need too many digits in this form.",
    fix: "Use a picture with fewer digits.",
  },
  D3130: {
    what: "This way of writing a whole number as text is not supported.",
    fix: "Use another picture.",
  },
  D3131: { what: "The digits of a number picture come from different scripts.", fix: "Use one script." },
  D3132: {
    what: "The date picture has an unknown component.",
    fix: "Use letters that JSONata lists, such as [Y0001]-[M01]-[D01].",
  },
  D3133: "The date picture asks for a name where only months and days have one.",
  D3134: "The time zone in the date picture has more than four digits.",
  D3135: { what: "A [ in the date picture is never closed.", fix: "Add the ]." },
  D3136: "The date picture lacks a component that is needed to read a date.",
  D3137: "The expression refused this row with $error.",
  D3138: { what: "$single found more than one matching item.", fix: "Narrow its condition." },
  D3139: "$single found no matching item.",
  D3140: "The text is not a well-formed URL part.",
  D3141: "An $assert of the expression failed.",
  "transform-outside": {
    what: "The pattern of a transform finds something outside the value that the transform is applied to.",
    fix: "Name a part of that value, or build a new object.",
  },
  "transform-of-value": {
    what: "The pattern of a transform finds a value that is not an object, and only objects can be updated.",
    fix: "Let the pattern find objects.",
  },
  "text-too-long": {
    what: "The expression builds a text of more than a million characters.",
    fix: "Make it shorter.",
  },
  "regex-text-too-long": {
    what: "The text is too long to be searched safely with this regular expression.",
    fix: "Shorten the text first, or simplify the regular expression.",
  },
  "result-is-function": {
    what: "The result is a function or contains one.",
    fix: "Call it, or return a value.",
  },
  "result-key": {
    what: "The result has a key named __proto__, which is not allowed.",
    fix: "Choose another name.",
  },
  "result-too-large": {
    what: "The result has more than 250,000 values, or more than 16 million characters.",
    fix: "Make it smaller.",
  },
};

/** `fix` is left out where the value decides what helps. */
export function evaluationMessage(
  code: string,
  subject: Subject = ANY_SUBJECT,
): { readonly what: string; readonly fix?: string } {
  const message = /^D30[89]\d$/.test(code) ? NUMBER_PICTURE : EVALUATION_MESSAGES[code];
  if (message === undefined) return { what: "The expression failed inside JSONata." };
  if (typeof message !== "object") return { what: said(message, subject) };
  return { what: said(message.what, subject), fix: message.fix };
}

function said(what: What, subject: Subject): string {
  return typeof what === "string" ? what : what(subject);
}

const ANY_SUBJECT: Subject = { operator: "this", called: "the function", index: "" };

const NUMBER_PICTURE = { what: "The picture of $formatNumber is not valid.", fix: "Use one like #,##0.00." };
