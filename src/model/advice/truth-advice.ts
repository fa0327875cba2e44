import { type Advice, type Rows, way, words } from "./advice.ts";
import { blankAdvice, isBlank } from "./blank-advice.ts";

/** How yes and no are written, whatever their case. */
export const TRUE_WORDS: readonly string[] = ["true", "yes", "y", "1", "t"];
export const FALSE_WORDS: readonly string[] = ["false", "no", "n", "0", "f"];

/** A text where true or false belongs. Other words stay text, so that their rows are rejected and not taken for false. */
export function truthTextAdvice(value: string): Advice {
  const word = value.trim().toLowerCase();
  if (isBlank(value)) return { ...blankAdvice(value, (x) => x), ways: [{ write: spelledOut }] };
  if (TRUE_WORDS.includes(word) || FALSE_WORDS.includes(word)) {
    return way("Say which texts mean true and which mean false.", spelledOut);
  }
  return words(
    'Say which texts mean true and which mean false: x = "…" ? true : x = "…" ? false. A comparison alone takes every other text for false.',
  );
}

/** `x`, read as true or false. */
export function spelledOut(x: string, { texts, nulls }: Rows): string {
  const text = texts && !nulls ? x : `$string(${x})`;
  const name = x === "$word" ? "$text" : "$word";
  return (
    `(${name} := $lowercase($trim(${text})); ` +
    `${name} in ${list(TRUE_WORDS)} ? true : ${name} in ${list(FALSE_WORDS)} ? false : ${name} != "" ? ${x})`
  );
}

/** Whether `x` is a text that means yes: a condition that decides something else. */
export function saysYes(x: string): string {
  return `$lowercase(${x}) in ${list(TRUE_WORDS)}`;
}

function list(words: readonly string[]): string {
  return `[${words.map((word) => JSON.stringify(word)).join(", ")}]`;
}
