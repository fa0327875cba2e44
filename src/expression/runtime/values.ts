import { failure } from "./failure.ts";
import type { Run } from "./run.ts";
import { charge, chargeText, checkText } from "./run.ts";

/** A number that is one: not NaN. Throws D1001 for an infinite one, as JSONata does wherever it looks at a number. */
export function isNumeric(value: unknown): value is number {
  if (typeof value !== "number" || Number.isNaN(value)) return false;
  if (!Number.isFinite(value)) throw failure("D1001");
  return true;
}

/** JSONata's `$boolean`, with nothing as false. */
export function truthy(value: unknown, run: Run): boolean {
  switch (typeof value) {
    case "boolean":
      return value;
    case "string":
      return value.length > 0;
    case "number":
      return isNumeric(value) && value !== 0;
    case "object":
      if (value === null) return false;
      if (!Array.isArray(value)) return Object.keys(value).length > 0;
      // The same array may stand in it many times over.
      charge(run, 1 + (value.length >> 2));
      return value.length === 1
        ? truthy(value[0], run)
        : value.filter((item) => truthy(item, run)).length > 0;
    default:
      return false;
  }
}

/** JSONata's `$string` of a value that is not nothing. */
export function toText(value: unknown, run: Run, indent = 0): string {
  switch (typeof value) {
    case "string":
      return value;
    case "boolean":
      return value ? "true" : "false";
    case "number":
      if (!Number.isFinite(value)) throw failure("D3001");
      return String(fifteenDigits(value));
    case "function":
      return "";
    default:
      if (value === null) return "null";
      return jsonText(value as object, run, indent);
  }
}

/** JSONata's equality: deep, with the keys of objects in any order. */
export function deepEqual(left: unknown, right: unknown, run: Run): boolean {
  if (typeof left === "string" && typeof right === "string") return sameText(left, right, run);
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  charge(run, 2);
  if (Array.isArray(left) || Array.isArray(right)) {
    if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
    return left.every((item, index) => deepEqual(item, right[index], run));
  }
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every(
    (key) =>
      Object.hasOwn(right, key) &&
      deepEqual((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key], run),
  );
}

/** Texts of two lengths are told apart without a look at them. */
function sameText(left: string, right: string, run: Run): boolean {
  if (left.length !== right.length) return false;
  chargeText(run, left.length);
  return left === right;
}

function jsonText(value: object, run: Run, indent: number): string {
  const wrapped = Array.isArray(value) && "outerWrapper" in value ? value[0] : value;
  let length = 0;
  const text = JSON.stringify(
    wrapped,
    (key, inner: unknown) => {
      // The same array may stand in a value a million times: what is written counts, not what is held.
      charge(run, 2);
      length += key.length + (typeof inner === "string" ? inner.length : 1);
      checkText(length);
      if (typeof inner === "number") return isNumeric(inner) ? fifteenDigits(inner) : inner;
      return typeof inner === "function" ? "" : inner;
    },
    indent,
  );
  checkText(text.length);
  return text;
}

function fifteenDigits(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}
