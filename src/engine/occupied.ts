import { byAction } from "../model/action.ts";
import type { Change } from "../model/change.ts";
import { likeness } from "./keys/likeness.ts";

/**
 * What a change has to itself in a request: its key, and for a create whatever is almost its key. Whether Planhat takes
 * two such keys for one record is not documented, nor which of two items of one request would win.
 */
export function occupied({ action, key, alike = [] }: Change): readonly string[] {
  if (!byAction(action, MAKES_A_RECORD)) return [key];
  const names = [key, `${ALMOST}${likeness(key)}`];
  for (const { field, value, other } of alike) {
    // A number and its rounding have nothing in common but each other.
    names.push(`${ALMOST}${field}\u0000${likeness(value)}`);
    if ("row" in other)
      names.push(...[key, other.key].map((one) => `${ALMOST}${field}\u0000${likeness(one)}`));
  }
  return names;
}

const MAKES_A_RECORD = { create: true, update: false };

/** Stands in no key that a source gives: so no key is taken for a likeness. */
const ALMOST = "\u0000~";
