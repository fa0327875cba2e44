import { resolve } from "node:path";
import { requireWritable, writePage } from "../../app/page-file.ts";
import { placesOf } from "../../app/sync-places.ts";
import { given } from "../../model/given.ts";
import type { Hiding, PlanView } from "../../model/plan-view.ts";
import type { Project } from "../../model/project.ts";
import { hidePlan } from "../../report/plan/hiding.ts";
import { planHtml } from "../../report/plan/plan-html.ts";
import { planMarkdown } from "../../report/plan/plan-markdown.ts";
import { escapeText } from "../../report/text/escape-text.ts";
import { type CommandContext, print } from "../command-context.ts";
import { appendStepSummary, hasStepSummary } from "../github.ts";
import { type HidingOptions, hidingOf } from "../options/hiding-options.ts";

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

/** Reads the options that say how a plan is shown. Throws a Stop where that cannot be done, before anything is read. */
export async function planPrinting(
  { io, options: common }: CommandContext,
  options: PrintingOptions,
): Promise<PlanPrinting> {
  const hiding = hidingOf(options, common);
  const html = options.html === undefined ? undefined : resolve(io.cwd(), options.html);
  if (html !== undefined) await requireWritable(html);
  const inMarkdown = common.format === "markdown" || hasStepSummary(io) ? MARKDOWN_CHANGES : 0;
  const riskiest = html === undefined ? inMarkdown : Math.max(options.limit, PAGE_CHANGES);
  return { hiding, riskiest, ...given({ html }) };
}

/** Shows a plan in the format that was asked for, in the page and in the summary of the step. */
export async function printPlan(
  context: CommandContext,
  command: "plan" | "show",
  { project, view }: { readonly project: Pick<Project, "syncs" | "texts">; readonly view: PlanView },
  { hiding, html }: PlanPrinting,
): Promise<void> {
  const { output, io } = context;
  const plan = output.clean(hidePlan(view, hiding));
  await print(context, command, { plan, placeOf: placesOf(project) });
  if (html !== undefined) {
    await writePage(html, planHtml(plan, { at: context.clock.now() }));
    if (!context.options.quiet) output.remark(`wrote ${escapeText(html)}`);
  }
  if (hasStepSummary(io)) await appendStepSummary(io, output, planMarkdown(plan));
}

/** More than 60 kB can hold. */
const MARKDOWN_CHANGES = 1000;
/** What a browser searches without a pause; --limit may ask for more. */
const PAGE_CHANGES = 10_000;
