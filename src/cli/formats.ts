import { Stop } from "../model/stop.ts";
import type { Format } from "./options.ts";

/** Formats that a command has besides text and json. */
const MORE: Readonly<Record<string, readonly Format[]>> = {
  validate: ["markdown", "github", "sarif"],
  plan: ["markdown", "github"],
  show: ["markdown"],
  apply: ["markdown", "github"],
  rejects: ["csv"],
  test: ["junit"],
};

/** Commands that print text only. */
const TEXT_ONLY: ReadonlySet<string> = new Set(["init", "sandbox", "watch", "completion"]);

/** The formats of a command, by its name; of a command below another, by that of the one above. */
export function formatsOf(command: string): readonly Format[] {
  if (TEXT_ONLY.has(command)) return ["text"];
  return ["text", "json", ...(MORE[command] ?? [])];
}

/** Throws a Stop where the command has no such format: printing another would mislead whoever reads it. */
export function requireFormat(command: string, format: Format): void {
  const formats = formatsOf(command);
  if (formats.includes(format)) return;
  throw new Stop("format-unknown", `The command ${command} does not print ${format}.`, {
    fix: `It prints ${formats.join(", ")}.`,
  });
}
