import { Stop } from "../../model/stop.ts";
import { FORMAT_NAMES, type Format, type Layout } from "./format.ts";
import { RENDERERS } from "./renderers.ts";
import type { CommandName, Views } from "./views.ts";

/** The formats that some command prints, in the order of the help. */
export const FORMATS: readonly Format[] = FORMAT_NAMES.filter((format) =>
  Object.values(RENDERERS).some((renderers) => Object.hasOwn(renderers, format)),
);

/** The formats of a command, by its name; of one below another, by that of the one above unless it has its own. */
export function formatsOf(command: string): readonly Format[] {
  const renderers: object = Object.entries(RENDERERS).find(([known]) => known === nameOf(command))?.[1] ?? {};
  return FORMAT_NAMES.filter((format) => Object.hasOwn(renderers, format));
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
  return Object.hasOwn(RENDERERS, command) ? command : (command.split(" ")[0] ?? command);
}

/** What a command found, in a format that it has. */
export function rendered<C extends CommandName>(
  command: C,
  format: Format,
  view: Views[C],
  layout: Layout,
): string {
  const render = RENDERERS[command][format];
  if (render === undefined) throw new Error(`The command ${command} was let through with ${format}.`);
  return render(view, layout);
}
