import { Command, InvalidArgumentError, Option } from "commander";
import { type Context, loadForRun, requireVariables } from "../../app/context.ts";
import { select } from "../../app/selection.ts";
import { personalColumns } from "../../app/source/personal-data.ts";
import { recordTest } from "../../app/trying/record-test.ts";
import { TestCoverage } from "../../app/trying/test-coverage.ts";
import { runTest } from "../../engine/run-test.ts";
import type { CompiledSync } from "../../model/compiled-sync.ts";
import { percentReached, type SyncCoverage } from "../../model/coverage.ts";
import type { Project } from "../../model/project.ts";
import { Stop } from "../../model/stop.ts";
import type { TestResult } from "../../model/test-result.ts";
import { testJson } from "../../report/tests/test-json.ts";
import { testJunit } from "../../report/tests/test-junit.ts";
import { testText } from "../../report/tests/test-text.ts";
import type { RegisterCommand, Run } from "../command.ts";
import { EXIT } from "../exit-code.ts";

interface TestOptions {
  readonly filter?: string;
  readonly coverage?: boolean;
  readonly coverageThreshold?: number;
  readonly record?: string;
  readonly key?: string;
  readonly name?: string;
}

export const testCommand: RegisterCommand = (wire) =>
  new Command("test")
    .description(
      "run the tests of the definitions, without network; $now() is 2024-01-01T00:00:00Z unless a test says now:",
    )
    .argument("[sync...]", "names of syncs; all by default")
    .option("--filter <text>", "only the tests whose name contains it, in any case")
    .option("--coverage", "show the fields and the branches of conditionals that no test reaches")
    .addOption(
      new Option("--coverage-threshold <percent>", "fail when less is reached; implies --coverage").argParser(
        percent,
      ),
    )
    .option("--record <sync>", "write a test into the definition, from the row with --key in its source")
    .option("--key <key>", "key of the row to record")
    .option("--name <name>", "name of the recorded test")
    .addHelpText(
      "after",
      [
        "\nExamples:",
        "  $ planhat-sync test",
        "  $ planhat-sync test crm-companies --filter trims",
        "  $ planhat-sync test --coverage --coverage-threshold 50",
        "  $ planhat-sync test --format junit > junit.xml",
        '  $ planhat-sync test --record crm-companies --key a1 --name "a real row"',
      ].join("\n"),
    )
    .action(wire(test));

const test: Run = async (context, [names], given) => {
  const options = given as TestOptions;
  const project = await loadForRun(context);
  if (options.record !== undefined) return record(context, project, options.record, options);
  if (options.key !== undefined || options.name !== undefined) {
    throw new Stop("options-conflict", "--key and --name are for recording a test.", {
      fix: "Name the sync too: planhat-sync test --record SYNC --key KEY.",
    });
  }
  const syncs = select(project, names as readonly string[]);
  const withCoverage = options.coverage === true || options.coverageThreshold !== undefined;
  const results: TestResult[] = [];
  const coverage: SyncCoverage[] = [];
  for (const sync of syncs) {
    const watched = withCoverage ? new TestCoverage(sync) : undefined;
    results.push(...(await runTests(sync, options.filter, watched)));
    if (watched !== undefined) coverage.push(watched.report(project));
  }
  if (options.filter !== undefined && results.length === 0) {
    throw new Stop("name-unknown", "No test has a name that contains the text of --filter.", {
      fix: "planhat-sync test runs all, and prints their names.",
    });
  }
  context.output.show(results, (clean) => rendered(context, clean, withCoverage ? coverage : undefined));
  const passed = results.every(({ ok }) => ok);
  return passed && isEnough(context, coverage, options.coverageThreshold) ? EXIT.done : EXIT.failure;
};

async function runTests(
  sync: CompiledSync,
  filter: string | undefined,
  coverage: TestCoverage | undefined,
): Promise<readonly TestResult[]> {
  const results: TestResult[] = [];
  for (const one of sync.tests) {
    if (filter !== undefined && !one.name.toLowerCase().includes(filter.toLowerCase())) continue;
    const run = await runTest(sync, one);
    coverage?.note(one, run);
    results.push(run.result);
  }
  return results;
}

function rendered(
  { options, output }: Context,
  results: readonly TestResult[],
  coverage: readonly SyncCoverage[] | undefined,
): string {
  switch (options.format) {
    case "json":
      return testJson(results, coverage);
    case "junit":
      return testJunit(results);
    default:
      return testText(results, { colour: output.colour, width: output.width }, coverage);
  }
}

function isEnough(
  { output }: Context,
  coverage: readonly SyncCoverage[],
  threshold: number | undefined,
): boolean {
  if (threshold === undefined) return true;
  const reached = percentReached(coverage);
  if (reached >= threshold) return true;
  output.remark(`The tests reach ${reached} % of the fields and branches; ${threshold} % are asked for.`);
  return false;
}

async function record(
  context: Context,
  project: Project,
  name: string,
  { key, name: testName }: TestOptions,
): Promise<number> {
  if (key === undefined) {
    throw new Stop("row-not-named", "--record does not say which row to record.", {
      fix: "Name its key: planhat-sync test --record SYNC --key KEY; preview shows the keys.",
    });
  }
  const [sync] = select(project, [name]);
  if (sync === undefined) throw new Error("A sync was selected and is not there.");
  requireVariables(sync);
  const { test, file } = await recordTest(context, project, sync, { key, name: testName });
  const what = test.expect === undefined ? `a rejection (${test.expectError})` : "a record";
  context.output.result(`Wrote the test ${JSON.stringify(test.name)} to ${file}; it expects ${what}.`);
  const personal = personalColumns(test.row);
  if (personal.length > 0) {
    context.output.remark(
      `warning: The test holds real values that seem to be personal (${personal.join(", ")}), and goes into git with the file: put made-up ones in their place, in row and expect.`,
    );
  }
  return EXIT.done;
}

function percent(text: string): number {
  if (/^\d{1,3}$/.test(text) && Number(text) <= 100) return Number(text);
  throw new InvalidArgumentError("It takes a whole number from 0 to 100.");
}
