import type { PlanView, SkippedRow, SyncPlanView } from "../../model/plan-view.ts";
import { describePosition } from "../../model/row.ts";
import { amount, plural } from "../text/amounts.ts";
import { escapeMessage, escapeText } from "../text/escape-text.ts";
import { makePalette, type Palette } from "../text/palette.ts";
import { reasonRest, reasonTitle, rejectionPlace, shortKey } from "../text/rejection-text.ts";
import { DEFAULT_WIDTH, type TextOptions } from "../text/text-options.ts";
import { alikeParts, alikeText } from "./alike-text.ts";
import { changeLines } from "./change-text.ts";
import {
  baselineText,
  costText,
  driftedText,
  headlineText,
  hiddenText,
  SKIP_REASONS,
  sumOf,
  targetPlace,
  totalCostText,
} from "./plan-words.ts";
import { uniformText } from "./uniform-text.ts";

/** What an apply would change, sync by sync, with a last line for the whole. */
export function planText(plan: PlanView, options: TextOptions): string {
  const palette = makePalette(options.colour);
  const width = options.width ?? DEFAULT_WIDTH;
  const blocks = plan.syncs.map((sync) => syncBlock(sync, plan.callsPerMinute, width, palette));
  return `${[...blocks, endLines(plan, palette)].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function syncBlock(sync: SyncPlanView, callsPerMinute: number, width: number, palette: Palette): string[] {
  const list = [
    ...sync.changes.flatMap((change) => changeLines(change, sync.key, width, palette)),
    ...moreLine(sync.summary.create + sync.summary.update, sync.changes.length, "", palette),
    ...sync.rejects.flatMap((rejection) => {
      const { reason, rule } = rejection;
      const head = `  ${palette.bad("! rejected")}  ${rejectionPlace(rejection)}`;
      return [
        `${head}  ${reasonTitle(reason, rule, palette)}`,
        ...reasonRest(reason).map((line) => `      ${line}`),
      ];
    }),
    ...moreLine(sync.summary.reject, sync.rejects.length, " rejected", palette),
    ...skipLines(sync, palette),
    ...alikeLines(sync, palette),
    ...sync.uniform.map((one) => `  ${palette.warning("warning:")} ${escapeMessage(uniformText(one))}`),
    ...sync.warnings.map((warning) => `  ${palette.warning("warning:")} ${escapeMessage(warning)}`),
  ];
  const notable = [driftedText(sync.drifted), alikeText(sync.alikeCount)];
  return [
    header(sync, palette),
    "",
    ...(list.length > 0 ? [...list, ""] : []),
    ...notable.flatMap((text) => (text === undefined ? [] : [`  ${palette.warning(text)}`])),
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

/** A few: a row that is left out on purpose is news only where it should not have been. */
function skipLines({ summary, skipped }: SyncPlanView, palette: Palette): string[] {
  const shown = skipped.slice(0, SKIPS_SHOWN);
  const rest = summary.skip - shown.length;
  return [
    ...shown.map((row) => palette.faint(`  - skipped  ${skippedPlace(row)}  ${SKIP_REASONS[row.reason]}`)),
    ...(rest > 0
      ? [
          palette.faint(
            `  … and ${amount(rest)} more skipped (--format json --limit ${roundLimit(summary.skip)} lists them)`,
          ),
        ]
      : []),
  ];
}

function skippedPlace({ position, key }: SkippedRow): string {
  return `${escapeText(describePosition(position))}  key ${shortKey(key)}`;
}

/** `? alike  accounts.csv:3  externalId "A1" is almost "a1" in row 1 of the source; they differ in upper and lower case` */
function alikeLines({ alike, alikeCount }: SyncPlanView, palette: Palette): string[] {
  const lines = alikeParts(alike).map(({ place, field, value, other, where, differs }) => {
    const what = other === undefined ? `is almost that of ${where}` : `is almost ${other} in ${where}`;
    const how = differs === "" ? "" : palette.faint(`; they differ in ${differs}`);
    return `  ${palette.warning("? alike")}  ${escapeText(place)}  ${escapeText(field)}${value === undefined ? "" : ` ${value}`} ${what}${how}`;
  });
  return [
    ...lines,
    ...moreLine(alikeCount, new Set(alike.map(({ position }) => position.row)).size, " alike", palette),
  ];
}

/** The next of 1, 2, 5, 10, 20, 50 … that is enough. */
function roundLimit(total: number): number {
  const power = 10 ** Math.floor(Math.log10(total));
  return [1, 2, 5, 10].map((factor) => factor * power).find((limit) => limit >= total) ?? total;
}

function countsLine({ summary, skips }: SyncPlanView): string {
  const reasons = (["exists", "missing", "repeat", "changed"] as const)
    .filter((reason) => skips[reason] > 0)
    .map((reason) => `${amount(skips[reason])} ${SKIP_REASONS[reason]}`);
  const counts = [
    `${amount(summary.create)} to create`,
    `${amount(summary.update)} to update`,
    `${amount(summary.unchanged)} unchanged`,
    `${amount(summary.skip)} skipped${reasons.length > 0 ? ` (${reasons.join(", ")})` : ""}`,
    `${amount(summary.reject)} rejected`,
  ];
  return `${amount(summary.read)} read: ${counts.join(", ")}`;
}

/** What is true of the whole plan; the last line is what it comes to. */
function endLines(plan: PlanView, palette: Palette): string[] {
  const reject = sumOf(plan, (sync) => sync.summary.reject);
  const alike = sumOf(plan, (sync) => sync.alikeCount);
  const headline = [
    palette.title(headlineText(plan)),
    ...(alike > 0 ? [palette.warning(`${plural(alike, "key")} almost the same.`)] : []),
    ...(reject > 0 ? [palette.bad(`${plural(reject, "row")} rejected.`)] : []),
  ];
  const remarks = [
    `Target: ${escapeText(targetPlace(plan))}`,
    plan.syncs.length < 2 ? undefined : `In all ${totalCostText(plan)}.`,
    baselineText(plan),
    hiddenText(plan.hidden),
  ];
  return [
    ...remarks.flatMap((remark) => (remark === undefined ? [] : [palette.faint(remark)])),
    headline.join(" "),
  ];
}

/** How many skipped rows a text lists of each sync; JSON lists as many as of changes. */
const SKIPS_SHOWN = 10;
