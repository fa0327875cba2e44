import { appendFile } from "node:fs/promises";
import { isAbsolute, relative, resolve, sep } from "node:path";
import type { Io } from "./io.ts";
import type { Output } from "./output.ts";

/** The project's folder as GitHub names files: from the root of the repository, with forward slashes. */
export function repositoryFolder(io: Pick<Io, "env" | "cwd">, projectDir: string): string {
  const workspace = io.env["GITHUB_WORKSPACE"] ?? "";
  const roots = [...(workspace === "" ? [] : [resolve(workspace)]), io.cwd()];
  const folders = roots.map((root) => relative(root, projectDir));
  const inside = folders.find((folder) => !folder.startsWith("..") && !isAbsolute(folder));
  return (inside ?? folders.at(-1) ?? "").split(sep).join("/");
}

/** Whether there is a summary to write to: GitHub gives every step of a job one. */
export function hasStepSummary({ env }: Pick<Io, "env">): boolean {
  return (env["GITHUB_STEP_SUMMARY"] ?? "") !== "";
}

/**
 * Adds to the summary of the step, where there is one. A summary that cannot be written is told and ends nothing: what
 * it speaks of has happened.
 */
export async function appendStepSummary(
  io: Pick<Io, "env">,
  output: Output,
  markdown: string,
): Promise<void> {
  const file = io.env["GITHUB_STEP_SUMMARY"] ?? "";
  if (file === "") return;
  try {
    await appendFile(file, output.redact(`${markdown}\n`));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    output.remark(`warning: The summary of the step could not be written (GITHUB_STEP_SUMMARY): ${why}`);
  }
}
