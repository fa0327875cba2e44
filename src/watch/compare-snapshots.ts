import type { Diagnostic } from "../model/diagnostic.ts";
import type { TestResult } from "../model/test-result.ts";
import type { WatchDifference, WatchSnapshot } from "../model/watch.ts";
import { compareSamples } from "./compare-samples.ts";

/** What the later of two runs brought. Places in files move with every line: a remark is the same wherever it stands. */
export function compareSnapshots(before: WatchSnapshot, after: WatchSnapshot): WatchDifference {
  const samples = new Map(before.syncs.map(({ name, sample }) => [name, sample]));
  return {
    diagnostics: {
      added: without(after.diagnostics, before.diagnostics),
      gone: without(before.diagnostics, after.diagnostics),
    },
    tests: compareTests(
      before.syncs.flatMap(({ tests }) => tests),
      after.syncs.flatMap(({ tests }) => tests),
    ),
    syncs: after.syncs.flatMap(({ name, sample }) => {
      const rows = compareSamples(samples.get(name) ?? { kind: "unread" }, sample);
      return rows.length === 0 ? [] : [{ sync: name, rows }];
    }),
  };
}

/** Those of `some` that `others` does not hold, as often as it holds them. */
function without(some: readonly Diagnostic[], others: readonly Diagnostic[]): readonly Diagnostic[] {
  const counts = new Map<string, number>();
  for (const one of others) counts.set(remarkOf(one), (counts.get(remarkOf(one)) ?? 0) + 1);
  return some.filter((one) => {
    const left = counts.get(remarkOf(one)) ?? 0;
    counts.set(remarkOf(one), left - 1);
    return left <= 0;
  });
}

function remarkOf({ file, rule, severity, reason }: Diagnostic): string {
  return JSON.stringify([file, rule, severity, reason]);
}

function compareTests(before: readonly TestResult[], after: readonly TestResult[]): WatchDifference["tests"] {
  const known = new Map(before.map((result) => [nameOf(result), result.ok]));
  const now = new Set(after.map(nameOf));
  return {
    broken: after.filter((result) => !result.ok && known.get(nameOf(result)) !== false),
    mended: after.filter((result) => result.ok && known.get(nameOf(result)) === false),
    added: [...now].filter((name) => !known.has(name)).length,
    gone: [...known.keys()].filter((name) => !now.has(name)).length,
  };
}

function nameOf({ sync, test }: TestResult): string {
  return JSON.stringify([sync, test]);
}
