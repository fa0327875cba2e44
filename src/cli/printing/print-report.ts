import { placesOf } from "../../app/sync-places.ts";
import type { Hiding } from "../../model/plan-view.ts";
import type { Project } from "../../model/project.ts";
import type { RunReport } from "../../model/run-report.ts";
import { hideReport } from "../../report/plan/hiding.ts";
import { applyMarkdown } from "../../report/run/apply-markdown.ts";
import { type CommandContext, print } from "../command-context.ts";
import { appendStepSummary, hasStepSummary } from "../github.ts";
// Loaded before an apply writes anything: its report must not fail because the package was replaced meanwhile.
import "../formats/renderers.ts";

/** Shows what an apply did in the format that was asked for, and in the summary of the step. */
export async function printReport(
  context: CommandContext,
  project: Pick<Project, "syncs" | "texts">,
  whole: RunReport,
  hiding: Hiding,
): Promise<void> {
  const { output, io } = context;
  const report = output.clean(hideReport(whole, hiding));
  await print(context, "apply", { report, placeOf: placesOf(project) });
  if (hasStepSummary(io)) await appendStepSummary(io, output, applyMarkdown(report));
}
