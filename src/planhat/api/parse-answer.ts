import type { Json } from "../../model/json.ts";
import { DEEPEST, isShallow } from "../../model/shape.ts";

/**
 * The JSON of an answer; undefined for what is none, and for values within each other beyond what anything here can walk,
 * which no answer of Planhat has.
 */
export function parseAnswer(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return isShallow(value, DEEPEST) ? value : undefined;
  } catch {
    return undefined;
  }
}
