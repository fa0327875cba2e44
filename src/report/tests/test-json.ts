import { percentReached, type SyncCoverage } from "../../model/coverage.ts";
import { nestCustom } from "../../model/record-body.ts";
import type { RejectionReason, TestResult } from "../../model/test-result.ts";
import { jsonText } from "../json-text.ts";
import { messageOf } from "../text/reason-text.ts";

/** `test --format json`, as schemas/report.schema.json describes it. */
export function testJson(results: readonly TestResult[], coverage?: readonly SyncCoverage[]): string {
  return jsonText({
    formatVersion: 1,
    passed: results.every(({ ok }) => ok),
    tests: results.map((result) => ({
      sync: result.sync,
      test: result.test,
      file: result.file,
      line: result.line,
      ok: result.ok,
      ...failureEntry(result),
    })),
    ...(coverage === undefined ? {} : { coverage: { percent: percentReached(coverage), syncs: coverage } }),
  });
}

function failureEntry(result: TestResult) {
  if (result.ok) return {};
  switch (result.problem) {
    case "differs":
      return { problem: result.problem, diff: result.diff };
    case "rejected":
      return { problem: result.problem, rejection: reasonEntry(result.rejection) };
    case "accepted":
      return {
        problem: result.problem,
        expectedRule: result.expectedRule,
        record: nestCustom(result.record),
      };
    case "otherRule":
      return {
        problem: result.problem,
        expectedRule: result.expectedRule,
        rejection: reasonEntry(result.rejection),
      };
    default:
      return result satisfies never;
  }
}

function reasonEntry({ rule, field, reason }: RejectionReason) {
  const { code, fix } = reason;
  return { rule, field, message: messageOf(reason), code, hint: fix };
}
