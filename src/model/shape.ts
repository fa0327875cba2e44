import { isJsonObject, type Json, type JsonObject } from "./json.ts";
import { define } from "./record-body.ts";

/**
 * Data from outside that do not have the shape that they should have. The message says where and what is wanted and holds
 * nothing of the data but names of members that are ours.
 */
export class ShapeError extends Error {
  override readonly name = "ShapeError";
}

/** Takes a value for what it is, or throws a ShapeError. `where` leads to it: `syncs[0].summary.read`. */
export type Reader<T> = (value: unknown, where: string) => T;

export const text: Reader<string> = (value, where) => {
  if (typeof value !== "string") throw wanted(where, "text");
  return value;
};

/** Something to see, besides white space and characters that nobody sees. */
export const filledText: Reader<string> = (value, where) => {
  if (/^[\s\p{Cc}\p{Cf}]*$/u.test(text(value, where))) throw wanted(where, "text that is not blank");
  return value as string;
};

export function matching(pattern: RegExp, what: string): Reader<string> {
  return (value, where) => {
    if (!pattern.test(text(value, where))) throw wanted(where, what);
    return value as string;
  };
}

/** A whole number of at least `least`. */
export function whole(least: number): Reader<number> {
  return (value, where) => {
    if (!Number.isSafeInteger(value) || (value as number) < least) {
      throw wanted(where, `a whole number of at least ${least}`);
    }
    return value as number;
  };
}

export const count: Reader<number> = whole(0);

export const amount: Reader<number> = (value, where) => {
  if (typeof value !== "number" || !Number.isFinite(value) || value < 0) {
    throw wanted(where, "a number that is not negative");
  }
  return value;
};

export const truth: Reader<boolean> = (value, where) => {
  if (typeof value !== "boolean") throw wanted(where, "true or false");
  return value;
};

export function oneOf<T extends string>(...words: readonly T[]): Reader<T> {
  return (value, where) => {
    const word = words.find((one) => one === value);
    if (word === undefined) throw wanted(where, `one of ${words.join(", ")}`);
    return word;
  };
}

export function listOf<T>(read: Reader<T>): Reader<readonly T[]> {
  return (value, where) => {
    if (!Array.isArray(value)) throw wanted(where, "a list");
    return value.map((item: unknown, index) => read(item, `${where}[${index}]`));
  };
}

/** An object whose names are data: a message counts them. The result has no prototype. */
export function mapOf<T>(read: Reader<T>): Reader<Readonly<Record<string, T>>> {
  return (value, where) => {
    if (!isJsonObject(value)) throw wanted(where, "an object");
    const copy: Record<string, T> = Object.create(null);
    let place = 0;
    for (const [name, item] of Object.entries(value)) copy[name] = read(item, `${where}{${place++}}`);
    return copy;
  };
}

type Readers<T> = { readonly [name in keyof T]-?: Reader<T[name]> };

/** An object with these members, those that may be absent, and no other. */
export function object<R extends object, O extends object = object>(
  required: Readers<R>,
  optional: Readers<O> = {} as Readers<O>,
): Reader<R & Partial<O>> {
  const readers = new Map<string, Reader<unknown>>(Object.entries({ ...required, ...optional }));
  const needed = Object.keys(required);
  return (value, where) => {
    if (!isJsonObject(value)) throw wanted(where, "an object");
    const copy: Record<string, unknown> = {};
    for (const [name, item] of Object.entries(value)) {
      const read = readers.get(name);
      if (read === undefined) throw new ShapeError(`${where} has a member that it should not have`);
      copy[name] = read(item, `${where}.${name}`);
    }
    const missing = needed.find((name) => !Object.hasOwn(value, name));
    if (missing !== undefined) throw new ShapeError(`${where}.${missing} is missing`);
    return copy as R & Partial<O>;
  };
}

/** An object with these members, those that may be absent, and whatever else a later version has put there. */
export function openObject<R extends object, O extends object = object>(
  required: Readers<R>,
  optional: Readers<O> = {} as Readers<O>,
): Reader<R & Partial<O>> {
  const read = object(required, optional);
  const known = new Set([...Object.keys(required), ...Object.keys(optional)]);
  return (value, where) => {
    if (!isJsonObject(value)) throw wanted(where, "an object");
    const [ours, others] = [{} as Record<string, Json>, {} as Record<string, Json>];
    for (const [name, item] of Object.entries(value)) define(known.has(name) ? ours : others, name, item);
    return { ...others, ...read(ours, where) };
  };
}

/** Objects and lists within each other, in data that something may walk by calling itself. */
export const DEEPEST = 256;

/** Whether nothing in a value of JSON is deeper than that. */
export function isShallow(value: Json, levels: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (levels === 0) return false;
  if (Array.isArray(value)) return value.every((item: Json) => isShallow(item, levels - 1));
  // JSON.parse makes own members only.
  for (const name in value) if (!isShallow((value as JsonObject)[name] as Json, levels - 1)) return false;
  return true;
}

/** Any JSON of at most DEEPEST levels: deeper ones would end whoever walks them. */
export const json: Reader<Json> = (value, where) => {
  if (value === undefined) throw wanted(where, "JSON");
  if (!isShallow(value as Json, DEEPEST)) throw wanted(where, `JSON of at most ${DEEPEST} levels`);
  return value as Json;
};

export const jsonObject: Reader<JsonObject> = (value, where) => {
  if (!isJsonObject(value)) throw wanted(where, "an object");
  return json(value, where) as JsonObject;
};

export function wanted(where: string, what: string): ShapeError {
  return new ShapeError(`${where} is not ${what}`);
}
