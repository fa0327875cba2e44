import { Stop } from "../../model/stop.ts";
import { FORMAT_NAMES, type Format } from "./format.ts";
import type { CommandName } from "./views.ts";

/** Commands that talk to whoever runs them: nothing they print is data. */
type TextOnly = "init" | "watch" | "sandbox" | "completion";

/** Every other command prints JSON too; what it has besides is its own choice. */
type Printed<C extends CommandName> = C extends TextOnly
  ? readonly ["text"]
  : readonly ["text", "json", ...Format[]];

/**
 * By command, what it prints. What `--format` takes, what the help lists and what is refused comes from here; renderers.ts
 * has a renderer for each, and is loaded where something is printed.
 */
export const FORMATS_BY_COMMAND = {
  init: ["text"],
  validate: ["text", "json", "markdown", "github", "sarif"],
  test: ["text", "json", "junit"],
  preview: ["text", "json"],
  watch: ["text"],
  plan: ["text", "json", "markdown", "github"],
  apply: ["text", "json", "markdown", "github"],
  show: ["text", "json", "markdown"],
  rejects: ["text", "json", "csv"],
  "rejects retry": ["text", "json", "markdown", "github"],
  runs: ["text", "json"],
  state: ["text", "json"],
  introspect: ["text", "json"],
  doctor: ["text", "json"],
  explain: ["text", "json"],
  schema: ["text", "json"],
  sandbox: ["text"],
  completion: ["text"],
} as const satisfies { readonly [C in CommandName]: Printed<C> };

/** The formats that some command prints, in the order of the help. */
export const FORMATS: readonly Format[] = FORMAT_NAMES.filter((format) =>
  Object.values<readonly Format[]>(FORMATS_BY_COMMAND).some((formats) => formats.includes(format)),
);

/** The formats of a command, by its name; of one below another, by that of the one above unless it has its own. */
export function formatsOf(command: string): readonly Format[] {
  return Object.entries(FORMATS_BY_COMMAND).find(([known]) => known === nameOf(command))?.[1] ?? [];
}

/** Throws a Stop where the command has no such format: printing another would mislead whoever reads it. */
export function requireFormat(command: string, format: Format): void {
  const formats = formatsOf(command);
  if (formats.includes(format)) return;
  throw new Stop("format-unknown", `The command ${nameOf(command)} does not print ${format}.`, {
    fix: `It prints ${formats.join(", ")}.`,
  });
}

/** `rejects retry` has formats of its own, `state show` those of `state`. */
function nameOf(command: string): string {
  return Object.hasOwn(FORMATS_BY_COMMAND, command) ? command : (command.split(" ")[0] ?? command);
}
