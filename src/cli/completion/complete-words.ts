import type { Argument, Command, Option } from "commander";
import { pathOf } from "../command-path.ts";
import { formatsOf } from "../formats/formats.ts";

export interface Candidate {
  readonly value: string;
  readonly description: string;
}

/** What may come next, or `files`: the shell knows them better. */
export type Completion = readonly Candidate[] | "files";

/** The names that an argument or an option stands for, by the word in its brackets: `<sync>`, `[rule]`. */
export type Names = Readonly<Record<string, () => Promise<readonly Candidate[]>>>;

/**
 * Completes a command line. `words` are those behind `planhat-sync`; the last one is being typed and may be empty.
 * All of it is read off the commands themselves: their names, options, choices, and the words in brackets.
 */
export async function completeWords(
  program: Command,
  words: readonly string[],
  names: Names,
): Promise<Completion> {
  const { current, before } = split(words);
  const state = walk(program, before);
  const assigned = /^(--[a-z-]+)=(.*)$/s.exec(current);
  const option =
    state.pending ?? (assigned === null ? undefined : findOption(state.command, assigned[1] ?? ""));
  if (option !== undefined && takesValue(option)) {
    const [, flag = "", text = current] = assigned ?? [];
    const prefix = state.pending === undefined && assigned !== null ? `${flag}=` : "";
    const found = option.long === "--format" ? formatsFor(state.command) : await valuesOf(option, names);
    return found === "files" ? found : starting(prefix === "" ? current : text, found, prefix);
  }
  if (current.startsWith("-")) return starting(current, optionsOf(state));
  const subcommands = state.command.commands.filter((command) => command.name() !== "help");
  if (subcommands.length > 0 && state.positional === 0) {
    return starting(current, subcommands.map(described));
  }
  const argument = argumentAt(state);
  if (argument === undefined) return [];
  const found = await valuesOf(argument, names);
  return found === "files"
    ? found
    : starting(
        current,
        found.filter(({ value }) => !before.includes(value)),
      );
}

/** Bash makes words of `--format=json` and of the sign between; the other shells leave it whole. */
function split(words: readonly string[]): { readonly current: string; readonly before: readonly string[] } {
  const last = words.at(-1) ?? "";
  return {
    current: last === "=" ? "" : last,
    before: words.slice(0, -1).filter((word) => word !== "="),
  };
}

interface Walked {
  readonly command: Command;
  readonly positional: number;
  /** Its value is what is being typed. */
  readonly pending: Option | undefined;
  readonly given: ReadonlySet<string>;
}

function walk(program: Command, words: readonly string[]): Walked {
  let command = program;
  let positional = 0;
  let pending: Option | undefined;
  const given = new Set<string>();
  for (const word of words) {
    if (pending !== undefined) {
      pending = undefined;
    } else if (word.startsWith("-")) {
      given.add(word.replace(/=.*$/s, ""));
      const option = findOption(command, word);
      if (option !== undefined && takesValue(option) && !word.includes("=")) pending = option;
    } else {
      const below = positional === 0 ? command.commands.find((one) => one.name() === word) : undefined;
      if (below === undefined) positional += 1;
      else command = below;
    }
  }
  return { command, positional, pending, given };
}

/** Of the command or of one above it. */
function findOption(command: Command | null, flag: string): Option | undefined {
  if (command === null) return undefined;
  const name = flag.replace(/=.*$/s, "");
  return (
    command.options.find((option) => option.long === name || option.short === name) ??
    findOption(command.parent, flag)
  );
}

function takesValue(option: Option): boolean {
  return option.required || option.optional;
}

function optionsOf({ command, given }: Walked): readonly Candidate[] {
  const found: Candidate[] = [{ value: "--help", description: "display help for command" }];
  for (let at: Command | null = command; at !== null; at = at.parent) {
    for (const { long, description, hidden } of at.options) {
      if (long != null && !hidden && !given.has(long)) found.push({ value: long, description });
    }
  }
  return found;
}

function argumentAt({ command, positional }: Walked): Argument | undefined {
  const all = command.registeredArguments;
  return all[positional] ?? (all.at(-1)?.variadic === true ? all.at(-1) : undefined);
}

async function valuesOf(wanted: Argument | Option, names: Names): Promise<Completion> {
  if (wanted.argChoices !== undefined) return wanted.argChoices.map((value) => ({ value, description: "" }));
  const word = "flags" in wanted ? (/[<[]([a-z]+)/.exec(wanted.flags)?.[1] ?? "") : wanted.name();
  if (FILES.has(word)) return "files";
  return (await names[word]?.()) ?? [];
}

/** Those of the command, not of all. */
function formatsFor(command: Command): readonly Candidate[] {
  return formatsOf(pathOf(command)).map((value) => ({ value, description: "" }));
}

const FILES: ReadonlySet<string> = new Set(["file", "dir", "planfile"]);

function described(command: Command): Candidate {
  return { value: command.name(), description: command.description() };
}

function starting(text: string, found: readonly Candidate[], prefix = ""): readonly Candidate[] {
  return found
    .filter(({ value }) => value.startsWith(text))
    .map(({ value, description }) => ({ value: prefix + value, description }));
}
