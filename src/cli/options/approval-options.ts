import { Option } from "commander";
import { durationOption } from "./plan-options.ts";
import { FLAG, NUMBER } from "./read-options.ts";

/** What every command that writes takes. */
export interface ApprovalOptions {
  readonly autoApprove?: boolean;
  readonly overrideGuards?: boolean;
  readonly lockTimeout: number;
}

export function approvalOptions(): readonly Option[] {
  return [
    new Option("--auto-approve", "do not ask; needed without a terminal"),
    new Option("--override-guards", "apply although a guard of a definition forbids it"),
    new Option("--lock-timeout <time>", "wait so long for another apply to end, such as 10m")
      .default(0, "0s")
      .argParser(durationOption),
  ];
}

export const APPROVAL_READERS = { autoApprove: FLAG, overrideGuards: FLAG, lockTimeout: NUMBER };
