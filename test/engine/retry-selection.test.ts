import { describe, expect, test } from "vitest";
import { RetrySelection } from "../../src/engine/retry-selection.ts";
import type { Transformed } from "../../src/model/compiled-sync.ts";
import { fingerprint } from "../../src/model/fingerprint.ts";
import type { RecordKey, RunId } from "../../src/model/record.ts";
import { RecordJson } from "../../src/model/record-json.ts";
import type { StoredReject } from "../../src/model/state-store.ts";

describe("of a sync with a key, a retry takes", () => {
  const stored = [reject("a", 1), reject(null, 4), reject("gone", 9)];

  test("the rows with a rejected key, wherever they stand now and whatever becomes of them", () => {
    const selection = new RetrySelection({ key: "externalId" }, stored);
    expect(selection.takes(record("a", 7))).toBe(true);
    expect(selection.takes(rejected("a", 8))).toBe(true);
    expect(selection.takes(record("b", 1))).toBe(false);
    expect(selection.takes(rejected("b", 9))).toBe(false);
  });

  test("the row of a reject without a key, and every row that yields none now", () => {
    const selection = new RetrySelection({ key: "externalId" }, stored);
    expect(selection.takes(record("mended", 4))).toBe(true);
    expect(selection.takes(rejected(null, 5))).toBe(true);
    expect(new RetrySelection({ key: "externalId" }, [reject("a", 1)]).takes(rejected(null, 1))).toBe(false);
  });

  test("and tells the rejects that it met no row of", () => {
    const selection = new RetrySelection({ key: "externalId" }, stored);
    for (const one of [record("a", 7), record("x", 4)]) selection.takes(one);
    expect(stored.map((one) => selection.isUnmet(one))).toEqual([false, false, true]);
  });
});

test("of a sync without a key, a retry takes rows by their number: what they become has another key", () => {
  const stored = [reject("~v1:1", 1), reject("~v1:2", 2)];
  const selection = new RetrySelection({ key: undefined }, stored);
  expect(selection.takes(record("~v1:9", 1))).toBe(true);
  expect(selection.takes(record("~v1:1", 3))).toBe(false);
  expect(stored.map((one) => selection.isUnmet(one))).toEqual([false, true]);
});

function reject(key: string | null, row: number): StoredReject {
  const { rejection } = rejected(key, row);
  return { rejection, run: "run-1" as RunId, attempts: 1 };
}

function rejected(key: string | null, row: number): Transformed & { readonly kind: "reject" } {
  return {
    kind: "reject",
    rejection: {
      sync: "a",
      position: { row },
      key,
      rule: "required-field",
      reason: { code: "required-field", what: "No." },
      record: {},
    },
  };
}

function record(key: string, row: number): Transformed {
  const fields = { externalId: key };
  return {
    kind: "record",
    record: {
      key: key as RecordKey,
      fields,
      whole: RecordJson.of(fields),
      fingerprint: fingerprint(fields),
      position: { row },
    },
  };
}
