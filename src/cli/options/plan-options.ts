import { InvalidArgumentError, Option } from "commander";
import { type BaselineKind, DEFAULT_BASELINE, DEFAULT_LIMIT } from "../../model/plan-view.ts";
import { FLAG, NUMBER, oneOf } from "./read-options.ts";

/** What plan and apply share. */
export interface PlanOptions {
  readonly baseline: BaselineKind;
  readonly limit: number;
  readonly full?: boolean;
}

const BASELINES: readonly BaselineKind[] = ["live", "state", "none"];

export const PLAN_READERS = { baseline: oneOf(...BASELINES), limit: NUMBER, full: FLAG };

export function baselineOption(): Option {
  return new Option(
    "--baseline <kind>",
    "what to compare with: live (what Planhat holds now), state (what it accepted last) or none (send everything)",
  )
    .choices(BASELINES)
    .default(DEFAULT_BASELINE);
}

export function fullOption(): Option {
  return new Option("--full", "read whole sources, also those that read only what is new");
}

export function htmlOption(): Option {
  return new Option("--html <file>", "also write the plan as a page to search and filter");
}

export function positiveInteger(text: string): number {
  if (/^\d{1,9}$/.test(text) && Number(text) > 0) return Number(text);
  throw new InvalidArgumentError("It takes a whole number above 0.");
}

/** `90`, `90s`, `10m` or `1h` → milliseconds. */
export function durationOption(text: string): number {
  const [, number, unit] = /^(\d{1,6})(s|m|h)?$/.exec(text) ?? [];
  if (number === undefined) throw new InvalidArgumentError("It takes a time such as 30s, 10m or 1h.");
  return Number(number) * { s: 1000, m: 60_000, h: 3_600_000 }[(unit ?? "s") as "s" | "m" | "h"];
}

export function limitOption(): Option {
  return new Option("--limit <n>", "changes and rejects listed for each sync")
    .default(DEFAULT_LIMIT)
    .argParser(positiveInteger);
}

/** 0 takes a free one. */
export function portNumber(text: string): number {
  return text === "0" ? 0 : positiveInteger(text);
}
