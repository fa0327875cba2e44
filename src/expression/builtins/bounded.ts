import type { Run } from "../runtime/run.ts";
import { charge, chargeText, checkText } from "../runtime/run.ts";
import { append, checkedPush, createSequence, isSequence, lookup, pushAll } from "../runtime/sequence.ts";
import { deepEqual, toText, truthy } from "../runtime/values.ts";
import type { Implementation } from "./implementation.ts";

/** JSONata's functions whose own form can use any amount of time or memory, or overflows the stack. */
export const BOUNDED: Readonly<Record<string, Implementation>> = {
  string: ([value, pretty], run) =>
    value === undefined ? undefined : toText(value, run, pretty === true ? 2 : 0),
  pad: ([text, width, filler]) =>
    pad(text as string | undefined, width as number, filler as string | undefined),
  join: ([texts, separator], run) =>
    join(texts as readonly string[] | undefined, separator as string | undefined, run),
  append: ([left, right], run) => {
    charge(run, sizeOf(left) + sizeOf(right));
    return append(left, right);
  },
  max: ([values]) => extreme(values as readonly number[] | undefined, Math.max),
  min: ([values]) => extreme(values as readonly number[] | undefined, Math.min),
  distinct: ([values], run) => distinct(values, run),
  boolean: ([value], run) => (value === undefined ? undefined : truthy(value, run)),
  not: ([value], run) => (value === undefined ? undefined : !truthy(value, run)),
  keys: ([value], run) => keys(value, run),
  lookup: ([input, key], run) => lookup(input, key as string, run),
  spread: ([value], run) => spread(value, run),
  merge: ([objects], run) => merge(objects as readonly object[] | undefined, run),
  clone: ([value], run) => (value === undefined ? undefined : clone(value, run)),
};

function pad(text: string | undefined, width: number, filler: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const target = Math.trunc(width);
  const missing = Math.abs(target) - [...text].length;
  if (!(missing > 0)) return text;
  const unit = filler === undefined || filler === "" ? " " : filler;
  checkText(missing);
  // Characters, not code units: JSONata cuts between code points, but only where the filler has several units.
  const repeated = unit.repeat(unit.length > 1 ? Math.ceil(missing / [...unit].length) : missing);
  const padding = unit.length > 1 ? [...repeated].slice(0, missing).join("") : repeated;
  return target > 0 ? text + padding : padding + text;
}

function join(texts: readonly string[] | undefined, separator = "", run: Run): string | undefined {
  if (texts === undefined) return undefined;
  charge(run, texts.length);
  let length = separator.length * Math.max(0, texts.length - 1);
  for (const text of texts) length += text.length;
  checkText(length);
  return texts.join(separator);
}

function extreme(
  values: readonly number[] | undefined,
  better: (a: number, b: number) => number,
): number | undefined {
  // Not spread into one call, as JSONata does: a long list would overflow the stack.
  if (values === undefined || values.length === 0) return undefined;
  const [first] = values;
  return values.reduce((a, b) => better(a, b), better(first as number, first as number));
}

function distinct(values: unknown, run: Run): unknown {
  if (!Array.isArray(values) || values.length <= 1) return values;
  const kept = isSequence(values) ? createSequence() : [];
  const plain = new Set<unknown>();
  const objects: object[] = [];
  for (const value of values) {
    if (typeof value !== "object" || value === null) {
      if (typeof value === "string") chargeText(run, value.length);
      if (plain.has(value)) continue;
      plain.add(value);
    } else {
      charge(run, objects.length);
      if (objects.some((known) => deepEqual(value, known, run))) continue;
      objects.push(value);
    }
    kept.push(value);
  }
  return kept;
}

function spread(value: unknown, run: Run): unknown {
  charge(run, 4);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const all: unknown[] = [];
    const parts = value.map((item) => spread(item, run)).filter((part) => part !== undefined);
    for (const part of parts) {
      charge(run, Array.isArray(part) ? part.length >> 2 : 1);
      pushAll(all, Array.isArray(part) ? part : [part]);
    }
    return parts.length === 0 ? createSequence() : all;
  }
  const parts = createSequence();
  for (const [key, inner] of Object.entries(value)) {
    charge(run, 20);
    const part: Record<string, unknown> = Object.create(null);
    part[key] = inner;
    parts.push(part);
  }
  return parts;
}

function merge(objects: readonly object[] | undefined, run: Run): unknown {
  if (objects === undefined) return undefined;
  const merged: Record<string, unknown> = Object.create(null);
  for (const object of objects) {
    if (typeof object !== "object" || object === null) continue;
    const entries = Object.entries(object);
    charge(run, 2 * entries.length);
    for (const [key, value] of entries) merged[key] = value;
  }
  return merged;
}

/** Of an object its keys; of a list those of its objects, each once. */
function keys(value: unknown, run: Run): unknown {
  const merged: Record<string, true> = Object.create(null);
  if (Array.isArray(value)) collectKeys(value, merged, run);
  const object = Array.isArray(value) ? merged : value;
  const result = createSequence();
  if (typeof object !== "object" || object === null) return result;
  for (const key of Object.keys(object)) {
    charge(run, 2);
    checkedPush(result, key);
  }
  return result;
}

function collectKeys(value: unknown, merged: Record<string, true>, run: Run): void {
  charge(run, 1);
  if (Array.isArray(value)) {
    for (const item of value) collectKeys(item, merged, run);
  } else if (typeof value === "object" && value !== null) {
    for (const key of Object.keys(value)) {
      charge(run, 4);
      merged[key] = true;
    }
  }
}

function clone(value: unknown, run: Run): unknown {
  const text = toText(value, run);
  charge(run, text.length >> 3);
  return JSON.parse(text);
}

function sizeOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 1;
}
