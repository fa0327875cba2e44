import { expect, test } from "vitest";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import type { RuleId } from "../../src/model/generated/rule-ids.ts";
import type { JsonObject } from "../../src/model/json.ts";
import type { Fingerprint, RecordKey } from "../../src/model/record.ts";
import { RecordJson } from "../../src/model/record-json.ts";
import type { Row } from "../../src/model/row.ts";
import type { TestResult } from "../../src/model/test-result.ts";
import type { Sample, SampleRow, WatchedSync, WatchSnapshot } from "../../src/model/watch.ts";
import { compareSamples } from "../../src/watch/compare-samples.ts";
import { compareSnapshots } from "../../src/watch/compare-snapshots.ts";
import { patience } from "../../src/watch/source-patience.ts";

test("the same row is compared with itself, also when its key is another one by now", () => {
  const first = row(1);
  const before = read(record(first, "a1", { externalId: "a1", name: " Acme" }), record(row(2), "a2", {}));
  const after = read(record(first, "A1", { externalId: "A1", name: "Acme" }));
  expect(compareSamples(before, after)).toMatchObject([
    {
      kind: "changed",
      key: "A1",
      fields: [
        { field: "externalId", before: "a1", after: "A1" },
        { field: "name", before: " Acme", after: "Acme" },
      ],
    },
    { kind: "gone", key: "a2" },
  ]);
});

test("rows that were read again are found by their keys, also where they moved", () => {
  const before = read(record(row(1), "a", { name: "A" }), record(row(2), "b", { name: "B" }));
  const after = read(
    record(row(1), "new", { name: "N" }),
    record(row(2), "a", { name: "A" }),
    record(row(3), "b", { name: "Bee" }),
  );
  expect(compareSamples(before, after)).toMatchObject([
    { kind: "row", key: "new" },
    { kind: "changed", key: "b", fields: [{ field: "name", before: "B", after: "Bee" }] },
  ]);
});

test("a field that has no value any more has no after, and null is a value", () => {
  const only = row(1);
  const before = read(record(only, "a", { name: "A", city: "Oslo" }));
  const after = read(record(only, "a", { name: null }));
  expect(compareSamples(before, after)).toMatchObject([
    {
      fields: [
        { field: "name", before: "A", after: null },
        { field: "city", before: "Oslo" },
      ],
    },
  ]);
});

test("rows become rejects, are rejected for another reason, and come back", () => {
  const only = row(1);
  const good = read(record(only, "a", { name: "A" }));
  const bad = read(reject(only, "a", "type-mismatch"));
  const worse = read(reject(only, "a", "required-field"));
  expect(compareSamples(good, bad)).toMatchObject([
    { kind: "rejected", key: "a", rejection: { rule: "type-mismatch" } },
  ]);
  expect(compareSamples(bad, worse)).toMatchObject([
    { kind: "rejected", rejection: { rule: "required-field" } },
  ]);
  expect(compareSamples(bad, bad)).toEqual([]);
  expect(compareSamples(worse, good)).toMatchObject([{ kind: "accepted", key: "a" }]);
});

test("a sample that was never read before is no news, and one whose source fails keeps its rows", () => {
  const sample = read(record(row(1), "a", {}));
  expect(compareSamples({ kind: "unread" }, sample)).toEqual([]);
  expect(
    compareSamples(sample, {
      ...sample,
      kind: "failed",
      failure: { code: "source-unreadable", what: "Gone." },
    }),
  ).toEqual([]);
});

test("a remark that only moved is neither new nor gone; a second one like it is new", () => {
  const before = snapshot({ diagnostics: [diagnostic(3, "unknown-field")] });
  const after = snapshot({
    diagnostics: [
      diagnostic(5, "unknown-field"),
      diagnostic(7, "unknown-field"),
      diagnostic(9, "type-mismatch"),
    ],
  });
  const there = compareSnapshots(before, after).diagnostics;
  expect(there.added.map(({ line }) => line)).toEqual([7, 9]);
  expect(there.gone).toEqual([]);
  expect(compareSnapshots(after, before).diagnostics.gone).toHaveLength(2);
});

test("tests break, mend, come and go; one that keeps failing is no news", () => {
  const before = snapshot({ syncs: [sync([result("a", true), result("b", false), result("c", false)])] });
  const after = snapshot({
    syncs: [sync([result("a", false), result("b", true), result("c", false), result("d", true)])],
  });
  expect(compareSnapshots(before, after).tests).toMatchObject({
    broken: [{ test: "a" }],
    mended: [{ test: "b" }],
    added: 1,
    gone: 0,
  });
});

test("[P15] a source that keeps failing is left alone for longer and longer, and never for more than a minute", () => {
  expect([1, 2, 3, 6, 7, 1000].map(patience)).toEqual([2000, 4000, 8000, 60_000, 60_000, 60_000]);
});

function row(number: number): Row {
  return { position: { row: number }, data: {} };
}

function record(of: Row, key: string, fields: JsonObject): SampleRow {
  const fingerprint = "v1:0" as Fingerprint;
  const whole = RecordJson.of(fields);
  const made = { key: key as RecordKey, fields, whole, fingerprint, position: of.position };
  return { row: of, result: { kind: "record", record: made } };
}

function reject(of: Row, key: string, rule: string): SampleRow {
  const rejection = {
    sync: "s",
    position: of.position,
    key,
    rule: rule as RuleId,
    reason: { code: rule as RuleId, what: `Broke ${rule}.` },
    record: {},
  };
  return { row: of, result: { kind: "reject", rejection } };
}

function read(...rows: readonly SampleRow[]): Sample & { readonly kind: "read" } {
  return { kind: "read", rows };
}

function diagnostic(line: number, rule: string): Diagnostic {
  const reason = { code: rule as RuleId, what: `Broke ${rule}.` };
  return { rule: rule as RuleId, severity: "error", file: "syncs/a.yaml", line, column: 1, reason };
}

function result(name: string, ok: boolean): TestResult {
  const about = { sync: "s", file: "syncs/s.yaml", line: 1, test: name };
  if (ok) return { ...about, ok };
  return { ...about, ok, problem: "differs", diff: [{ field: "name", expected: 1, actual: 2 }] };
}

function sync(tests: readonly TestResult[]): WatchedSync {
  const about = {
    name: "s",
    file: "syncs/s.yaml",
    object: "Company",
    mode: "upsert",
    source: "csv",
  } as const;
  return { ...about, key: "externalId", isStale: false, tests, sample: { kind: "unread" } };
}

function snapshot(parts: Partial<WatchSnapshot>): WatchSnapshot {
  return { run: 1, syncs: [], diagnostics: [], texts: new Map(), ...parts };
}
