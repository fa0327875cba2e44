import { sameJson } from "./fingerprint.ts";
import { isJsonObject, type Json } from "./json.ts";
import type { FieldDifference } from "./test-result.ts";

/**
 * What differs within two values of a field: by member in objects, by element in lists, as deep as both sides are of
 * one kind. Lists are compared from both ends, so that one element more shows as one element more. Paths look like
 * `custom.Address.city` and `tags[2]`; an element's index is that of the expected list, where it stands there.
 */
export function innerDifferences(difference: FieldDifference): readonly FieldDifference[] {
  const { field, expected, actual } = difference;
  if (expected === undefined || actual === undefined) return [difference];
  if (isJsonObject(expected) && isJsonObject(actual)) {
    const names = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
    return inner(
      difference,
      names.map((name) => member(`${field}.${name}`, own(expected, name), own(actual, name))),
    );
  }
  if (isList(expected) && isList(actual)) return inner(difference, elements(field, expected, actual));
  return [difference];
}

/** Two values without anything in common are clearer as a whole. */
function inner(whole: FieldDifference, parts: readonly FieldDifference[]): readonly FieldDifference[] {
  const unlike = parts.filter(({ expected, actual }) => !same(expected, actual));
  return unlike.length === parts.length ? [whole] : unlike.flatMap(innerDifferences);
}

function elements(field: string, expected: readonly Json[], actual: readonly Json[]): FieldDifference[] {
  const shorter = Math.min(expected.length, actual.length);
  let start = 0;
  while (start < shorter && same(expected[start], actual[start])) start += 1;
  let end = 0;
  while (end < shorter - start && same(expected.at(-1 - end), actual.at(-1 - end))) end += 1;
  const wanted = expected.slice(start, expected.length - end);
  const found = actual.slice(start, actual.length - end);
  const middle = [...Array(Math.max(wanted.length, found.length)).keys()].map((index) =>
    member(`${field}[${start + index}]`, wanted[index], found[index]),
  );
  // The likeness at the ends counts as something in common.
  return start + end > 0 ? [{ field }, ...middle] : middle;
}

function member(field: string, expected: Json | undefined, actual: Json | undefined): FieldDifference {
  return {
    field,
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
  };
}

function own(object: { readonly [key: string]: Json }, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function same(a: Json | undefined, b: Json | undefined): boolean {
  return a === undefined || b === undefined ? a === b : sameJson(a, b);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
