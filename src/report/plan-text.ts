import type { PlanView, SyncPlanView } from "../model/plan-view.ts";
import { amount, plural, roughDuration } from "./amounts.ts";
import { changeLines } from "./change-text.ts";
import { escapeMessage, escapeText } from "./escape-text.ts";
import { makePalette, type Palette } from "./palette.ts";
import { reasonTitle, rejectionPlace, splitReason } from "./rejection-text.ts";
import { DEFAULT_WIDTH, type TextOptions } from "./text-options.ts";

/** What an apply would change, sync by sync, with a last line for the whole. */
export function planText(plan: PlanView, options: TextOptions): string {
  const palette = makePalette(options.colour);
  const width = options.width ?? DEFAULT_WIDTH;
  const blocks = plan.syncs.map((sync) => syncBlock(sync, plan.callsPerMinute, width, palette));
  const end = [...totalCost(plan, palette), ...baselineRemark(plan, palette), lastLine(plan, palette)];
  return `${[...blocks, end].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function syncBlock(sync: SyncPlanView, callsPerMinute: number, width: number, palette: Palette): string[] {
  const list = [
    ...sync.changes.flatMap((change) => changeLines(change, sync.key, width, palette)),
    ...moreLine(sync.summary.create + sync.summary.update, sync.changes.length, "", palette),
    ...sync.rejects.flatMap((rejection) => {
      const reason = splitReason(rejection.message);
      const head = `  ${palette.bad("! rejected")}  ${rejectionPlace(rejection)}`;
      const title = `${head}  ${reasonTitle(reason, rejection.rule, palette)}`;
      return reason.rest === undefined ? [title] : [title, `      ${reason.rest}`];
    }),
    ...moreLine(sync.summary.reject, sync.rejects.length, " rejected", palette),
    ...sync.warnings.map((warning) => `  ${palette.warning("warning:")} ${escapeMessage(warning)}`),
  ];
  return [
    header(sync, palette),
    "",
    ...(list.length > 0 ? [...list, ""] : []),
    `  ${countsLine(sync)}`,
    `  ${palette.faint(costText(sync.calls, sync.seconds, callsPerMinute))}`,
  ];
}

function header(sync: SyncPlanView, palette: Palette): string {
  const how = sync.key === undefined ? "without a key" : `by ${escapeText(sync.key)}`;
  const title = palette.title(`${escapeText(sync.name)} → ${escapeText(sync.object)}`);
  return `${title}  ${palette.faint(`${sync.mode} ${how}`)}`;
}

function moreLine(total: number, shown: number, what: string, palette: Palette): string[] {
  if (total <= shown) return [];
  return [
    palette.faint(`  … and ${amount(total - shown)} more${what} (--limit ${roundLimit(total)} shows them)`),
  ];
}

/** The next of 1, 2, 5, 10, 20, 50 … that is enough. */
function roundLimit(total: number): number {
  const power = 10 ** Math.floor(Math.log10(total));
  return [1, 2, 5, 10].map((factor) => factor * power).find((limit) => limit >= total) ?? total;
}

function countsLine({ summary, skips }: SyncPlanView): string {
  const reasons = [
    ...(skips.exists > 0 ? [`${amount(skips.exists)} already in Planhat`] : []),
    ...(skips.missing > 0 ? [`${amount(skips.missing)} not in Planhat`] : []),
    ...(skips.repeat > 0 ? [`${amount(skips.repeat)} repeated`] : []),
  ];
  const counts = [
    `${amount(summary.create)} to create`,
    `${amount(summary.update)} to update`,
    `${amount(summary.unchanged)} unchanged`,
    `${amount(summary.skip)} skipped${reasons.length > 0 ? ` (${reasons.join(", ")})` : ""}`,
    `${amount(summary.reject)} rejected`,
  ];
  return `${amount(summary.read)} read: ${counts.join(", ")}`;
}

function costText(calls: SyncPlanView["calls"], seconds: number, callsPerMinute: number): string {
  if (calls.read + calls.write === 0) return "no calls to Planhat";
  const counts = `${plural(calls.read, "read call")}, ${plural(calls.write, "write call")}`;
  return `${counts}; about ${roughDuration(seconds)} at ${plural(callsPerMinute, "call")} a minute`;
}

function totalCost(plan: PlanView, palette: Palette): string[] {
  if (plan.syncs.length < 2) return [];
  const calls = {
    read: sum(plan, (sync) => sync.calls.read),
    write: sum(plan, (sync) => sync.calls.write),
  };
  const seconds = sum(plan, (sync) => sync.seconds);
  return [palette.faint(`In all ${costText(calls, seconds, plan.callsPerMinute)}.`)];
}

/** A plan that did not look into Planhat cannot know what somebody changed there. */
function baselineRemark({ baseline }: PlanView, palette: Palette): string[] {
  switch (baseline) {
    case "live":
      return [];
    case "state":
      return [
        palette.faint("Compared with what Planhat accepted last; changes made in Planhat do not show."),
      ];
    case "none":
      return [palette.faint("Compared with nothing: every record counts as a change.")];
    default:
      return baseline satisfies never;
  }
}

function lastLine(plan: PlanView, palette: Palette): string {
  const create = sum(plan, (sync) => sync.summary.create);
  const update = sum(plan, (sync) => sync.summary.update);
  const reject = sum(plan, (sync) => sync.summary.reject);
  const rejected = reject > 0 ? ` ${palette.bad(`${plural(reject, "row")} rejected.`)}` : "";
  if (create + update === 0) return `${palette.title(nothingToDo(plan, reject))}${rejected}`;
  return `${palette.title(`Plan: ${amount(create)} to create, ${amount(update)} to update.`)}${rejected}`;
}

function nothingToDo(plan: PlanView, reject: number): string {
  const missing = sum(plan, (sync) => sync.skips.missing);
  if (missing > 0)
    return `Nothing to do: ${plural(missing, "row")} skipped, because Planhat does not hold ${missing === 1 ? "it" : "them"}.`;
  if (reject > 0) return "Nothing to do.";
  if (sum(plan, (sync) => sync.summary.read) === 0) return "Nothing to do: no rows were read.";
  return "Nothing to do: Planhat already holds all of it.";
}

function sum(plan: PlanView, of: (sync: SyncPlanView) => number): number {
  return plan.syncs.reduce((total, sync) => total + of(sync), 0);
}
