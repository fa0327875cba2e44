import { Command } from "commander";
import type { CompiledSync, SyncTest } from "../../model/compiled-sync.ts";
import { nestCustom } from "../../model/record-body.ts";
import { diffRecords, type TestResult } from "../../model/test-result.ts";
import { testJson } from "../../report/test-json.ts";
import { testText } from "../../report/test-text.ts";
import type { RegisterCommand, Run } from "../command.ts";
import { loadForRun } from "../context.ts";
import { EXIT } from "../exit-code.ts";
import { select } from "../selection.ts";

/** What $now() answers in tests: any fixed moment will do, and this one is easy to recognise. */
const TEST_NOW = Date.UTC(2024, 0, 1);

export const testCommand: RegisterCommand = (wire) =>
  new Command("test")
    .description("run the tests of the definitions, without network; $now() is 2024-01-01T00:00:00Z")
    .argument("[sync...]", "names of syncs; all by default")
    .action(wire(test));

const test: Run = async (context, [names]) => {
  const { output } = context;
  const project = await loadForRun(context);
  const syncs = select(project, names as readonly string[]);
  const results: TestResult[] = [];
  for (const sync of syncs) {
    for (const one of sync.tests) results.push(await runTest(sync, one));
  }
  const text = { colour: output.colour, width: output.width };
  output.result(context.options.format === "json" ? testJson(results) : testText(results, text));
  return results.every(({ ok }) => ok) ? EXIT.done : EXIT.failure;
};

export async function runTest(sync: CompiledSync, test: SyncTest): Promise<TestResult> {
  const about = { sync: sync.name, file: sync.file, line: test.line, test: test.name };
  const [result] = await sync.transform([{ position: { row: 1 }, data: test.row }], TEST_NOW);
  if (result === undefined) throw new Error("A transform gave no result for a row.");
  if (result.kind === "reject") {
    const { rejection } = result;
    if (test.expectError === undefined) return { ...about, ok: false, problem: "rejected", rejection };
    return rejection.rule === test.expectError
      ? { ...about, ok: true }
      : { ...about, ok: false, problem: "otherRule", expectedRule: test.expectError, rejection };
  }
  const record = result.record.fields;
  if (test.expectError !== undefined) {
    return { ...about, ok: false, problem: "accepted", expectedRule: test.expectError, record };
  }
  const diff = diffRecords(test.expect ?? {}, nestCustom(record));
  return diff.length === 0 ? { ...about, ok: true } : { ...about, ok: false, problem: "differs", diff };
}
