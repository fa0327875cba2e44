import type { Reason } from "../../model/reason.ts";
import { githubCommand } from "../github-command.ts";
import { statementOf } from "../text/reason-text.ts";

/** Why a command ended before its time. It has no place in a file. */
export function stopGithub(reason: Reason): string {
  const { fix } = reason;
  const lines = [statementOf(reason), ...(fix === undefined ? [] : [`hint: ${fix}`])];
  return githubCommand({ severity: "error", title: "planhat-sync", lines }, "");
}
