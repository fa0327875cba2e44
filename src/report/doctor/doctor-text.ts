import { plural } from "../text/amounts.ts";
import { padToWidth } from "../text/display-width.ts";
import { escapeText } from "../text/escape-text.ts";
import { makePalette, type Palette } from "../text/palette.ts";
import type { TextOptions } from "../text/text-options.ts";
import type { HealthCheck } from "./doctor-view.ts";

/** A line for each check, below it what to do, and how it stands in all. */
export function doctorText(checks: readonly HealthCheck[], { colour }: TextOptions): string {
  const palette = makePalette(colour);
  const width = Math.max(0, ...checks.map(({ name }) => escapeText(name).length));
  const lines = checks.flatMap(({ name, status, found, fix }) => [
    `${mark(status, palette)}  ${padToWidth(escapeText(name), width, "left")}  ${escapeText(found)}`,
    ...(fix === undefined ? [] : [`         ${" ".repeat(width)}  ${palette.faint(`→ ${escapeText(fix)}`)}`]),
  ]);
  return `${[...lines, "", conclusion(checks)].join("\n")}\n`;
}

function conclusion(checks: readonly HealthCheck[]): string {
  const count = (wanted: HealthCheck["status"]) => checks.filter(({ status }) => status === wanted).length;
  const [failed, warnings] = [count("failed"), count("warning")];
  if (failed > 0) return `${plural(failed, "check")} failed: fix what the arrows say, and run it again.`;
  return warnings > 0 ? `Nothing failed; ${plural(warnings, "warning")}.` : "Everything is in order.";
}

function mark(status: HealthCheck["status"], palette: Palette): string {
  switch (status) {
    case "ok":
      return palette.good("ok     ");
    case "warning":
      return palette.warning("warning");
    case "failed":
      return palette.bad("failed ");
    default:
      return status satisfies never;
  }
}
