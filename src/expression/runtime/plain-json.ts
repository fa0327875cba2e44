import type { Json } from "../../model/json.ts";
import { failure } from "./failure.ts";
import { MAX_TEXT } from "./run.ts";

/** Most values in one result: the same array may stand in it many times over. */
const MAX_NODES = 250_000;

/** Longest texts of one result together, in UTF-16 units: the same text may stand in it many times over. */
const MAX_CHARACTERS = 16 * MAX_TEXT;

/**
 * A result as plain JSON, without marks, shared parts or missing elements. Throws where JSON cannot hold it:
 * functions, numbers that are not finite, a key `__proto__`, too many values. A text alone is as long as the row has it.
 */
export function plainJson(value: unknown): Json | undefined {
  return value === undefined ? undefined : copy(value, { left: MAX_NODES, characters: MAX_CHARACTERS });
}

interface Budget {
  left: number;
  characters: number;
}

function copy(value: unknown, budget: Budget): Json {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      if (!Number.isFinite(value)) throw failure("D1001");
      return value === 0 ? 0 : value;
    case "undefined":
      return null;
    case "object":
      budget.left -= 1;
      if (budget.left < 0) throw failure("result-too-large");
      if (value === null) return null;
      return Array.isArray(value) ? copyArray(value, budget) : copyObject(value, budget);
    default:
      throw failure("result-is-function");
  }
}

function copyArray(items: readonly unknown[], budget: Budget): Json[] {
  budget.left -= items.length;
  const plain: Json[] = [];
  for (const item of items) {
    spend(item, budget);
    plain.push(copy(item, budget));
  }
  return plain;
}

function copyObject(value: object, budget: Budget): Json {
  const plain: Record<string, Json> = {};
  for (const key of Object.keys(value)) {
    budget.left -= 1;
    const inner = (value as Record<string, unknown>)[key];
    if (inner === undefined) continue;
    if (key === "__proto__") throw failure("result-key");
    spend(key, budget);
    spend(inner, budget);
    plain[key] = copy(inner, budget);
  }
  return plain;
}

function spend(value: unknown, budget: Budget): void {
  if (typeof value !== "string") return;
  budget.characters -= value.length;
  if (budget.characters < 0) throw failure("result-too-large");
}
