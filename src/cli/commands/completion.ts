import { Command, Option } from "commander";
import { type Context, makeContext } from "../../app/context.ts";
import { loadProject } from "../../definition/load-project.ts";
import { compileExpression } from "../../expression/compile-expression.ts";
import { RULES } from "../../lint/rules/index.ts";
import { OBJECT_TYPES } from "../../model/generated/objects.ts";
import { Stop } from "../../model/stop.ts";
import { SOURCE_KINDS } from "../../sources/index.ts";
import type { RegisterCommand } from "../command.ts";
import { type Candidate, type Completion, completeWords, type Names } from "../completion/complete-words.ts";
import { COMPLETION_SCRIPTS } from "../completion/scripts.ts";
import { EXIT } from "../exit-code.ts";
import { ALL_RULES } from "./explain.ts";

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
        const { parent } = command;
        if (parent === null) throw new Error("The command is not part of a program.");
        context.output.result(answer(await completeWords(parent, given, namesFor(context, given))));
        return EXIT.done;
      }),
    );
};

function script({ output }: Context, [shell = "", ...more]: readonly string[]): number {
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

function namesFor(context: Context, words: readonly string[]): Names {
  return {
    sync: () => syncNames(context, words),
    rule: async () => ALL_RULES.map(({ id, description }) => ({ value: id, description })),
    object: async () => OBJECT_TYPES.map(({ name }) => ({ value: name, description: "" })),
    shell: async () => SHELLS.map((value) => ({ value, description: "" })),
  };
}

/** Of the project that the words name; broken definitions too, because one validates them by name. */
async function syncNames(context: Context, words: readonly string[]): Promise<readonly Candidate[]> {
  const at = words.findIndex((word) => word === "--project" || word.startsWith("--project="));
  const named = words[at]?.includes("=") ? words[at]?.replace(/^--project=/, "") : words[at + 1];
  const { io, output, options } = context;
  const { projectDir } = makeContext(io, output, {
    ...options,
    project: at < 0 ? options.project : (named ?? "."),
  });
  const project = await loadProject({
    dir: projectDir,
    env: io.env,
    objectTypes: OBJECT_TYPES,
    sourceKinds: SOURCE_KINDS,
    compileExpression,
    rules: RULES,
  });
  const found = new Map(project.syncs.map(({ name, description }) => [name, description ?? ""]));
  for (const { sync } of project.diagnostics) if (sync !== undefined && !found.has(sync)) found.set(sync, "");
  return [...found].map(([value, description]) => ({ value, description }));
}
