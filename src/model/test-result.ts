import { sameJson } from "./fingerprint.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Rejection } from "./record.ts";
import { flattenCustom } from "./record-body.ts";

/** One field of a record that is not as expected. An absent side means that the field is not there. */
export interface FieldDifference {
  /** Flat: `name`, `custom.Tier`. */
  readonly field: string;
  readonly expected?: Json;
  readonly actual?: Json;
}

/**
 * How a test of a definition ended.
 * - differs: the record is not the expected one; `diff` is never empty.
 * - rejected: a record was expected and the row was rejected.
 * - accepted: a rejection was expected and a record came out (flat).
 * - otherRule: the row was rejected, but for another reason.
 */
export type TestVerdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly problem: "differs"; readonly diff: readonly FieldDifference[] }
  | { readonly ok: false; readonly problem: "rejected"; readonly rejection: RejectionReason }
  | {
      readonly ok: false;
      readonly problem: "accepted";
      readonly expectedRule: string;
      readonly record: JsonObject;
    }
  | {
      readonly ok: false;
      readonly problem: "otherRule";
      readonly expectedRule: string;
      readonly rejection: RejectionReason;
    };

export type RejectionReason = Pick<Rejection, "rule" | "field" | "reason">;

/** The result of one of the `tests:` of a definition. */
export type TestResult = {
  readonly sync: string;
  /** Path of the definition, relative to the project folder. */
  readonly file: string;
  /** Line of the test, from 1. */
  readonly line: number;
  /** The test's name. */
  readonly test: string;
} & TestVerdict;

/**
 * What differs between two whole records, by field: first in the order of `expected`, then what only `actual` has.
 * Both may be flat or nested (`custom: { Tier }`). Empty where they mean the same.
 */
export function diffRecords(expected: JsonObject, actual: JsonObject): readonly FieldDifference[] {
  const wanted = new Map(Object.entries(flattenCustom(expected)));
  const found = new Map(Object.entries(flattenCustom(actual)));
  return [...new Set([...wanted.keys(), ...found.keys()])].flatMap((field): FieldDifference[] => {
    const left = wanted.get(field);
    const right = found.get(field);
    if (left === undefined) return right === undefined ? [] : [{ field, actual: right }];
    if (right === undefined) return [{ field, expected: left }];
    return sameJson(left, right) ? [] : [{ field, expected: left, actual: right }];
  });
}
