import { type Advice, bracketed, ofText, type Rows, way } from "./advice.ts";

/** Nothing, or nothing but white space: no value, which CSV knows no other way to write. */
export function isBlank(value: string): boolean {
  return value.trim() === "";
}

/** For a blank text where a value belongs. `otherwise`: what the other texts become. */
export function blankAdvice(value: string, otherwise: (x: string) => string): Advice {
  return way(NO_VALUE, (x, rows) => {
    const made = otherwise(x);
    if (made === x) return `${isFilled(x, value, rows)} ? ${x}`;
    const textsOnly: Rows = { texts: true, nulls: false };
    return ofText(x, `${isFilled(x, value, textsOnly)} ? ${bracketed(made)}`, rows);
  });
}

/** In place of a call that failed: whatever is no text gets the same as before. */
export function blankInCall(value: string, otherwise: (x: string) => string): Advice {
  return way(NO_VALUE, (x, rows) => `${isFilled(x, value, rows)} ? ${bracketed(otherwise(x))}`);
}

/** A condition that lets everything through but such a blank, and fails for nothing. */
function isFilled(x: string, value: string, { texts, nulls }: Rows): string {
  if (value === "") return `${x} != ""`;
  return texts && !nulls ? `$trim(${x}) != ""` : `$trim($string(${x})) != ""`;
}

const NO_VALUE =
  "The row has no value here. Leave the field alone in such rows; in a CSV, `nulls:` names the texts that clear it instead.";
