import { Command, InvalidArgumentError, Option } from "commander";
import { percentReached, type SyncCoverage } from "../../model/coverage.ts";
import type { Project } from "../../model/project.ts";
import { Stop } from "../../model/stop.ts";
import type { RegisterCommand, Run } from "../command.ts";
import { type CommandContext, print } from "../command-context.ts";
import { EXIT } from "../exit-code.ts";
import { FLAG, NUMBER, optional, readOptions, TEXT } from "../options/read-options.ts";

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
  const { record, key, name, filter, coverage, coverageThreshold } = readOptions<TestOptions>(given, {
    filter: optional(TEXT),
    coverage: FLAG,
    coverageThreshold: optional(NUMBER),
    record: optional(TEXT),
    key: optional(TEXT),
    name: optional(TEXT),
  });
  const { loadForRun } = await import("../../app/load.ts");
  const project = await loadForRun(context);
  if (record !== undefined) return recordRow(context, project, record, { key, name });
  if (key !== undefined || name !== undefined) {
    throw new Stop("options-conflict", "--key and --name are for recording a test.", {
      fix: "Name the sync too: planhat-sync test --record SYNC --key KEY.",
    });
  }
  const { testProject } = await import("../../app/trying/test-project.ts");
  const tested = await testProject(project, {
    names: names as readonly string[],
    filter,
    coverage: coverage === true || coverageThreshold !== undefined,
  });
  const { results } = tested;
  if (filter !== undefined && results.length === 0) {
    throw new Stop("name-unknown", "No test has a name that contains the text of --filter.", {
      fix: "planhat-sync test runs all, and prints their names.",
    });
  }
  await print(context, "test", { ...tested, results: context.output.clean(results) });
  const passed = results.every(({ ok }) => ok);
  return passed && isEnough(context, tested.coverage ?? [], coverageThreshold) ? EXIT.done : EXIT.failure;
};

function isEnough(
  { output }: CommandContext,
  coverage: readonly SyncCoverage[],
  threshold: number | undefined,
): boolean {
  if (threshold === undefined) return true;
  const reached = percentReached(coverage);
  if (reached >= threshold) return true;
  output.remark(`The tests reach ${reached} % of the fields and branches; ${threshold} % are asked for.`);
  return false;
}

interface RowToRecord {
  readonly key: string | undefined;
  readonly name: string | undefined;
}

async function recordRow(
  context: CommandContext,
  project: Project,
  sync: string,
  { key, name }: RowToRecord,
): Promise<number> {
  if (key === undefined) {
    throw new Stop("row-not-named", "--record does not say which row to record.", {
      fix: "Name its key: planhat-sync test --record SYNC --key KEY; preview shows the keys.",
    });
  }
  const { selectOne } = await import("../../app/selection.ts");
  const { requireVariables } = await import("../../app/settings.ts");
  const { personalColumns } = await import("../../app/source/personal-data.ts");
  const { recordTest } = await import("../../app/trying/record-test.ts");
  const found = selectOne(project, sync);
  requireVariables(found, project.settings);
  const { test, file } = await recordTest(context, project, found, { key, name });
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
