import { resolve } from "node:path";
import { Command, Option } from "commander";
import { Stop } from "../../model/stop.ts";
import type { RegisterCommand } from "../command.ts";
import type { CommandContext } from "../command-context.ts";
import type { Candidate, Completion, Names } from "../completion/complete-words.ts";
import { COMPLETION_SCRIPTS } from "../completion/scripts.ts";
import { EXIT } from "../exit-code.ts";

const SHELLS = Object.keys(COMPLETION_SCRIPTS);

export const completionCommand: RegisterCommand = (wire) => {
  const command = new Command("completion");
  return command
    .description("print a script that completes commands, options and names in your shell")
    .argument("<shell...>", SHELLS.join(", "))
    .addOption(new Option("--words", "complete these words; the scripts call it").hideHelp())
    .addHelpText(
      "after",
      [
        "\nExamples:",
        '  $ eval "$(planhat-sync completion bash)"',
        "  $ planhat-sync completion fish > planhat-sync.fish",
        "",
        "To have it always: bash and zsh, the eval in ~/.bashrc or, behind compinit, in ~/.zshrc;",
        "fish, the file in ~/.config/fish/completions/.",
      ].join("\n"),
    )
    .action(
      wire(async (context, [words], { words: isQuestion }) => {
        const given = words as readonly string[];
        if (isQuestion !== true) return script(context, given);
        const { completeWords } = await import("../completion/complete-words.ts");
        const { parent } = command;
        if (parent === null) throw new Error("The command is not part of a program.");
        context.output.result(answer(await completeWords(parent, given, namesFor(context, given))));
        return EXIT.done;
      }),
    );
};

function script({ output }: CommandContext, [shell = "", ...more]: readonly string[]): number {
  const text = Object.hasOwn(COMPLETION_SCRIPTS, shell) ? COMPLETION_SCRIPTS[shell] : undefined;
  if (text === undefined || more.length > 0) {
    throw new Stop("options-conflict", "There is a script for one shell at a time.", {
      fix: `Name one of ${SHELLS.join(", ")}.`,
    });
  }
  output.result(text);
  return EXIT.done;
}

/** A candidate a line, with a tab in front of its description. */
function answer(completion: Completion): string {
  if (completion === "files") return ":files";
  return completion.map(({ value, description }) => `${value}\t${firstSentence(description)}`).join("\n");
}

function firstSentence(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/(?<=\w\w)[.;] .*$/, "")
    .slice(0, 100);
}

function namesFor(context: CommandContext, words: readonly string[]): Names {
  return {
    sync: () => namesOfSyncs(context, words),
    environment: () => namesOfEnvironments(context, words),
    rule: async () => {
      const { ALL_RULES } = await import("../../app/rules.ts");
      return ALL_RULES.map(({ id, description }) => ({ value: id, description }));
    },
    object: async () => {
      const { OBJECT_TYPES } = await import("../../model/generated/objects.ts");
      return OBJECT_TYPES.map(({ name }) => ({ value: name, description: "" }));
    },
    shell: async () => SHELLS.map((value) => ({ value, description: "" })),
  };
}

async function namesOfSyncs(
  context: CommandContext,
  words: readonly string[],
): Promise<readonly Candidate[]> {
  const { syncNames } = await import("../../app/sync-names.ts");
  const names = await syncNames({ ...context, projectDir: folderNamed(context, words) });
  return [...names].map(([value, description]) => ({ value, description }));
}

async function namesOfEnvironments(
  context: CommandContext,
  words: readonly string[],
): Promise<readonly Candidate[]> {
  const { environmentsOf } = await import("../../app/sync-names.ts");
  const names = await environmentsOf(folderNamed(context, words));
  return names.map((value) => ({ value, description: "" }));
}

/** That of the project that the words name. */
function folderNamed({ io, projectDir }: CommandContext, words: readonly string[]): string {
  const at = words.findIndex((word) => word === "--project" || word.startsWith("--project="));
  const named = words[at]?.includes("=") ? words[at]?.replace(/^--project=/, "") : words[at + 1];
  return at < 0 ? projectDir : resolve(io.cwd(), named ?? ".");
}
