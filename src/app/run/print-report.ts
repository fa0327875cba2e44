import { appendStepSummary, hasStepSummary, repositoryFolder } from "../../cli/github.ts";
import { syncPlaces } from "../../definition/places/sync-places.ts";
import type { Hiding } from "../../model/plan-view.ts";
import type { Project } from "../../model/project.ts";
import type { RunReport } from "../../model/run-report.ts";
import { hideReport } from "../../report/plan/hiding.ts";
import { applyJson } from "../../report/run/apply-json.ts";
import { applyMarkdown } from "../../report/run/apply-markdown.ts";
import { applyText } from "../../report/run/apply-text.ts";
import { applyGithub } from "../../report/run/run-github.ts";
import type { Context } from "../context.ts";

/** Shows what an apply did in the format that was asked for, and in the summary of the step. */
export async function printReport(
  context: Context,
  project: Pick<Project, "syncs" | "texts">,
  whole: RunReport,
  hiding: Hiding,
): Promise<void> {
  const { output, io } = context;
  const report = output.clean(hideReport(whole, hiding));
  output.result(reportAs(context, project, report));
  if (hasStepSummary(io)) await appendStepSummary(io, output, applyMarkdown(report));
}

function reportAs(context: Context, project: Pick<Project, "syncs" | "texts">, report: RunReport): string {
  const { output } = context;
  const text = { colour: output.colour, width: output.width };
  switch (context.options.format) {
    case "json":
      return applyJson(report);
    case "markdown":
      return applyMarkdown(report);
    case "github":
      return (
        applyGithub(report, { folder: repositoryFolder(context), placeOf: syncPlaces(project) }) +
        applyText(report, text)
      );
    default:
      return applyText(report, text);
  }
}
