import { resolve } from "node:path";
import { Option } from "commander";
import { appendStepSummary, hasStepSummary, repositoryFolder } from "../../cli/github.ts";
import { syncPlaces } from "../../definition/places/sync-places.ts";
import type { Hiding, PlanView } from "../../model/plan-view.ts";
import type { Project } from "../../model/project.ts";
import { hidePlan } from "../../report/plan/hiding.ts";
import { planHtml } from "../../report/plan/plan-html.ts";
import { planJson } from "../../report/plan/plan-json.ts";
import { planMarkdown } from "../../report/plan/plan-markdown.ts";
import { planText } from "../../report/plan/plan-text.ts";
import { planGithub } from "../../report/run/run-github.ts";
import { escapeText } from "../../report/text/escape-text.ts";
import type { Context } from "../context.ts";
import { type HidingOptions, hidingOf } from "./hiding-options.ts";
import { requireWritable, writePage } from "./page-file.ts";

export interface PlanPrinting {
  readonly hiding: Hiding;
  /** Absolute path of the page that is wanted besides. */
  readonly html?: string;
  /** How many of the riskiest changes the reports that list them can take; 0 where none does. */
  readonly riskiest: number;
}

export interface PrintingOptions extends HidingOptions {
  readonly html?: string;
  readonly limit: number;
}

export function htmlOption(): Option {
  return new Option("--html <file>", "also write the plan as a page to search and filter");
}

/** Reads the options that say how a plan is shown. Throws a Stop where that cannot be done, before anything is read. */
export async function planPrinting(context: Context, options: PrintingOptions): Promise<PlanPrinting> {
  const { io } = context;
  const hiding = hidingOf(options, context.options);
  const inMarkdown = context.options.format === "markdown" || hasStepSummary(io) ? MARKDOWN_CHANGES : 0;
  if (options.html === undefined) return { hiding, riskiest: inMarkdown };
  const html = resolve(io.cwd(), options.html);
  await requireWritable(html);
  return { hiding, html, riskiest: Math.max(options.limit, PAGE_CHANGES) };
}

/** Shows a plan in the format that was asked for, in the page and in the summary of the step. */
export async function printPlan(
  context: Context,
  project: Pick<Project, "syncs" | "texts">,
  whole: PlanView,
  { hiding, html }: PlanPrinting,
): Promise<void> {
  const { output, io } = context;
  const view = output.clean(hidePlan(whole, hiding));
  output.result(planAs(context, project, view));
  if (html !== undefined) {
    await writePage(html, planHtml(view, { at: context.clock.now() }));
    if (!context.options.quiet) output.remark(`wrote ${escapeText(html)}`);
  }
  if (hasStepSummary(io)) await appendStepSummary(io, output, planMarkdown(view));
}

function planAs(context: Context, project: Pick<Project, "syncs" | "texts">, view: PlanView): string {
  const { output } = context;
  const text = { colour: output.colour, width: output.width };
  switch (context.options.format) {
    case "json":
      return planJson(view);
    case "markdown":
      return planMarkdown(view);
    case "github":
      // GitHub shows a few annotations; the log has the whole.
      return (
        planGithub(view, { folder: repositoryFolder(context), placeOf: syncPlaces(project) }) +
        planText(view, text)
      );
    default:
      return planText(view, text);
  }
}

/** More than 60 kB can hold. */
const MARKDOWN_CHANGES = 1000;
/** What a browser searches without a pause; --limit may ask for more. */
const PAGE_CHANGES = 10_000;
