import { failure } from "../runtime/failure.ts";
import { createSequence } from "../runtime/sequence.ts";
import type { Implementation } from "./implementation.ts";
import { jsonataBuiltin } from "./jsonata-builtins.ts";
import { checkPicture } from "./picture.ts";

/**
 * JSONata's own functions that write and read numbers, but for what it writes quietly or counts for ever: a number that
 * is infinite or none.
 */
export const FORMATS: Readonly<Record<string, Implementation>> = {
  formatNumber: (args) => {
    const [value, picture, options] = args;
    if (value === undefined) return undefined;
    checkFinite(value as number);
    checkPicture(picture as string);
    if (options !== undefined) checkOptions(options as object);
    return theirs("formatNumber", args);
  },
  formatInteger: (args) => {
    const [value, picture] = args;
    if (value === undefined) return undefined;
    checkFinite(value as number);
    checkPicture(picture as string);
    return theirs("formatInteger", args);
  },
  formatBase: (args) => {
    const [value] = args;
    if (value !== undefined) checkFinite(value as number);
    return theirs("formatBase", args);
  },
  parseInteger: (args) => {
    const [text, picture] = args;
    if (text === undefined) return undefined;
    checkPicture(picture as string);
    if ((text as string).length > MAX_NUMBER_TEXT) throw failure("D3030", { value: text });
    return theirs("parseInteger", args);
  },
};

/** Texts longer than this are no numbers. */
const MAX_NUMBER_TEXT = 1000;

export function checkFinite(value: number): void {
  if (!Number.isFinite(value)) throw failure("D1001");
}

/** JSONata takes them as they are, and compares single characters with them. */
function checkOptions(options: object): void {
  for (const value of Object.values(options)) {
    if (typeof value !== "string" || value === "") throw failure("format-option", { value });
  }
}

function theirs(name: string, args: readonly unknown[]): unknown {
  try {
    return jsonataBuiltin(name)?.implementation.apply({ createSequence, options: undefined }, [...args]);
  } catch (error) {
    // More decimals than JavaScript writes, or a Roman number of thousands of letters.
    throw error instanceof RangeError ? failure("format-too-long") : error;
  }
}
