import { Command, CommanderError, Option } from "commander";
import { VERSION } from "../app/version.ts";
import { Stop } from "../model/stop.ts";
import { stopMarkdown } from "../report/markdown/stop-markdown.ts";
import { stopGithub } from "../report/run/stop-github.ts";
import { bugText } from "../report/text/bug-text.ts";
import { escapeMessage, escapeText } from "../report/text/escape-text.ts";
import { stopText } from "../report/text/stop-text.ts";
import { makeCommandContext } from "./command-context.ts";
import { pathOf } from "./command-path.ts";
import { COMMANDS } from "./commands/index.ts";
import { codeOfStop, EXIT, exitCode } from "./exit-code.ts";
import { FORMATS, requireFormat } from "./formats/formats.ts";
import { appendStepSummary } from "./github.ts";
import type { Io } from "./io.ts";
import { commonOptions } from "./options/common-options.ts";
import { Output } from "./output.ts";

/** Runs one command line and answers its exit code; never throws and never ends the process. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const output = new Output(io, { colour: !argv.includes("--no-color") });
  const outcome: { code: number } = { code: EXIT.done };
  const program = makeProgram(io, output, outcome);
  const tellBug = (error: unknown): void =>
    output.remark(bugText(output.clean(error), { colour: output.errColour, width: output.width }));
  // Node would print it with whatever secrets it carries. What was sent is in the state as pending.
  const crash = (error: unknown): void => {
    tellBug(error);
    io.exit(EXIT.failure);
  };
  io.on("uncaughtException", crash);
  try {
    await program.parseAsync(argv as string[], { from: "user" });
    // A stream tells its errors a turn later.
    await new Promise(setImmediate);
    return exitCode([outcome.code, output.cutShort === undefined ? EXIT.done : tellCutShort(output)]);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.definition;
    if (error instanceof Stop) {
      const reason = output.clean(error.reason);
      output.remark(stopText(reason, { colour: output.errColour, width: output.width }));
      if (program.getOptionValue("format") === "github") output.result(stopGithub(reason));
      await appendStepSummary(io, output, stopMarkdown(reason));
      if (argv.includes("--verbose")) output.remark(causesText(error));
      return codeOfStop(error.kind);
    }
    tellBug(error);
    return EXIT.failure;
  } finally {
    io.off("uncaughtException", crash);
  }
}

/** A report that is cut short must not pass for a whole one. */
function tellCutShort(output: Output): number {
  const stop = new Stop(
    "output-cut",
    `The output is incomplete: stdout could not be written (${output.cutShort}).`,
    {
      fix: "Free some space and run the command again; what an apply did is in `planhat-sync runs`.",
    },
  );
  output.remark(stopText(stop.reason, { colour: output.errColour, width: output.width }));
  return codeOfStop(stop.kind);
}

/** What lies under a Stop, without stacks: for a report to whoever runs the network or the database. */
function causesText(error: Error): string {
  const lines: string[] = [];
  for (let cause = error.cause; cause instanceof Error && lines.length < 5; cause = cause.cause) {
    lines.push(`because: ${escapeMessage(cause.message)}`);
  }
  return lines.join("\n");
}

function makeProgram(io: Io, output: Output, outcome: { code: number }): Command {
  const program = new Command("planhat-sync")
    .description("Syncs into Planhat as code: validate, plan and apply YAML definitions.")
    .version(VERSION)
    .addOption(new Option("--project <dir>", "folder of the project").default(".", "this folder"))
    .addOption(
      new Option(
        "--env-file <file>",
        "file with environment variables (default: .env beside planhat-sync.yaml)",
      ),
    )
    .addOption(
      new Option(
        "--env <environment>",
        "which of the project's environments is meant (default: PLANHAT_SYNC_ENV)",
      ),
    )
    .addOption(
      new Option("--format <format>", "how results are printed").choices([...FORMATS]).default("text"),
    )
    .option("--no-color", "print without colours")
    .option("--quiet", "print results and errors only")
    .option("--verbose", "print every call to Planhat, and the causes of errors")
    .configureOutput({
      writeOut: (text) => output.result(text),
      // It quotes the command line, which may hold anything.
      writeErr: (text) => output.remark(text.split("\n").map(escapeText).join("\n")),
    })
    .configureHelp({
      showGlobalOptions: true,
      // The root lists them as its own.
      visibleGlobalOptions: (command) =>
        command.parent === null ? [] : rootOf(command).options.filter(({ hidden }) => !hidden),
    })
    .showHelpAfterError("(planhat-sync --help lists the commands)")
    .showSuggestionAfterError(true)
    .addHelpText(
      "after",
      "\nExit codes: 0 done, 1 failure, 2 changes (plan --detailed-exitcode), 3 definition or command line,\n4 environment (token, network, source, state, lock), 5 guard, 6 some records rejected, 7 stale plan.",
    );
  program.exitOverride();
  for (const register of COMMANDS) {
    const command = register((run) => async (...args: unknown[]) => {
      // Commander hands over the positional arguments, the options and the command itself.
      const self = args.at(-1) as Command;
      const context = makeCommandContext(io, output, commonOptions(self.optsWithGlobals()));
      requireFormat(pathOf(self), context.options.format);
      outcome.code = await run(context, args.slice(0, -2), optionsOf(self, program));
    });
    command.copyInheritedSettings(program);
    for (const part of command.commands) part.copyInheritedSettings(command);
    program.addCommand(command);
  }
  return program;
}

/**
 * The options of a subcommand. Commander gives `rejects retry --limit 5` to `rejects`, which has a `--limit` too: what was
 * written is the subcommand's. Throws a Stop for an option that it does not take, and would ignore.
 */
function optionsOf(self: Command, program: Command): Readonly<Record<string, unknown>> {
  const options: Record<string, unknown> = { ...self.opts() };
  for (let parent = self.parent; parent !== null && parent !== program; parent = parent.parent) {
    for (const option of parent.options) {
      const name = option.attributeName();
      if (parent.getOptionValueSource(name) !== "cli") continue;
      if (!self.options.some((own) => own.attributeName() === name)) {
        throw new Stop(
          "options-conflict",
          `"${parent.name()} ${self.name()}" has no option ${option.long}.`,
          {
            fix: `See: planhat-sync ${parent.name()} ${self.name()} --help`,
          },
        );
      }
      options[name] = parent.getOptionValue(name);
    }
  }
  return options;
}

function rootOf(command: Command): Command {
  return command.parent === null ? command : rootOf(command.parent);
}
