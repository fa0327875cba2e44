import type { Command } from "commander";
import type { CommandContext } from "./command-context.ts";
import type { GivenOptions } from "./options/read-options.ts";

/** What a command does: its context, its positional arguments and its own options → exit code. */
export type Run = (
  context: CommandContext,
  args: readonly unknown[],
  options: GivenOptions,
) => Promise<number>;

/** Turns a Run into what commander calls. */
export type Wire = (run: Run) => (...args: unknown[]) => Promise<void>;

/** Describes one command and wires what it does. One file a command, and one name in commands/index.ts. */
export type RegisterCommand = (wire: Wire) => Command;
