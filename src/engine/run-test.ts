import type { CompiledSync, SyncTest, Transformed } from "../model/compiled-sync.ts";
import { nestCustom } from "../model/record-body.ts";
import { diffRecords, type TestResult } from "../model/test-result.ts";

/** What `$now()` answers in a test without `now`: any fixed moment will do, and this one is easy to recognise. */
export const TEST_NOW = Date.UTC(2024, 0, 1);

export interface TestRun {
  readonly result: TestResult;
  readonly transformed: Transformed;
  /** The instant of the test's clock, in milliseconds since the epoch. */
  readonly now: number;
}

/** One of the `tests:` of a definition: its row through the transform that a plan uses, against what it expects. */
export async function runTest(sync: CompiledSync, test: SyncTest): Promise<TestRun> {
  const now = test.now ?? TEST_NOW;
  const [transformed] = await sync.transform([{ position: { row: 1 }, data: test.row }], now);
  if (transformed === undefined) throw new Error("A transform gave no result for a row.");
  return { result: verdict(sync, test, transformed), transformed, now };
}

function verdict(sync: CompiledSync, test: SyncTest, transformed: Transformed): TestResult {
  const about = { sync: sync.name, file: sync.file, line: test.line, test: test.name };
  if (transformed.kind === "reject") {
    const { rejection } = transformed;
    if (test.expectError === undefined) return { ...about, ok: false, problem: "rejected", rejection };
    return rejection.rule === test.expectError
      ? { ...about, ok: true }
      : { ...about, ok: false, problem: "otherRule", expectedRule: test.expectError, rejection };
  }
  const record = transformed.record.fields;
  if (test.expectError !== undefined) {
    return { ...about, ok: false, problem: "accepted", expectedRule: test.expectError, record };
  }
  const diff = diffRecords(test.expect ?? {}, nestCustom(record));
  return diff.length === 0 ? { ...about, ok: true } : { ...about, ok: false, problem: "differs", diff };
}
