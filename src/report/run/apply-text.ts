import { given } from "../../model/given.ts";
import type { RejectCause } from "../../model/reject-causes.ts";
import type { Overwritten, RunReport } from "../../model/run-report.ts";
import type { SyncSummary } from "../../model/state-store.ts";
import { targetPlace } from "../plan/plan-words.ts";
import { amount, duration, plural } from "../text/amounts.ts";
import { escapeText } from "../text/escape-text.ts";
import { makePalette, type Palette } from "../text/palette.ts";
import { reasonRest, reasonTitle, rejectionPlace, shortKey } from "../text/rejection-text.ts";
import { stopText } from "../text/stop-text.ts";
import { countLines, nonZeroCounts, sumSummaries } from "../text/summary-table.ts";
import { DEFAULT_WIDTH, type TextOptions } from "../text/text-options.ts";

const MOST_CHANGED = 20;
const MOST_KEYS = 5;

/** What an apply did: the counts of each sync, why records did not get in, what stopped it, and a last line. */
export function applyText(report: RunReport, options: TextOptions): string {
  const palette = makePalette(options.colour);
  const total = sumSummaries(report.syncs.map((sync) => sync.summary));
  const blocks = [
    countLines(report.syncs, options.width ?? DEFAULT_WIDTH, palette),
    causeLines(report.causes, palette),
    changedLines(report, palette),
    overwrittenLines(report, palette),
    report.stop === undefined ? [] : [stopText(report.stop.reason, options).trimEnd()],
    [...nextSteps(report, total), ...targetLine(report, palette), lastLine(report, total, palette)],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function causeLines(causes: readonly RejectCause[], palette: Palette): string[] {
  return causes.flatMap((cause) => {
    const { reason } = cause.example;
    const count = palette.bad(`${amount(cause.count)} ×`);
    return [
      `${count} ${reasonTitle(reason, cause.rule, palette)}  ${escapeText(cause.sync)}`,
      `    for example ${rejectionPlace(cause.example)}`,
      ...reasonRest(reason).map((line) => `    ${line}`),
    ];
  });
}

function changedLines({ changedMeanwhile }: RunReport, palette: Palette): string[] {
  if (changedMeanwhile.length === 0) return [];
  return [
    palette.warning("Changed in Planhat since the plan, and left alone:"),
    ...changedMeanwhile.slice(0, MOST_CHANGED).map(({ sync, key, fields = [] }) => {
      const what = fields.length === 0 ? "created or deleted there" : fields.map(escapeText).join(", ");
      return `  ${escapeText(sync)}  ${shortKey(key)}  ${what}`;
    }),
    ...(changedMeanwhile.length > MOST_CHANGED
      ? [palette.faint(`  … and ${amount(changedMeanwhile.length - MOST_CHANGED)} more`)]
      : []),
    "A new plan shows what is there now.",
  ];
}

function overwrittenLines({ overwritten }: RunReport, palette: Palette): string[] {
  if (overwritten.length === 0) return [];
  return [
    palette.warning("Already in Planhat, and updated instead of inserted:"),
    ...overwritten.map(({ sync, count, examples }) => {
      const shown = examples.slice(0, MOST_KEYS).map(({ key }) => shortKey(key));
      const more = count > shown.length ? ", …" : "";
      return `  ${escapeText(sync)}  ${plural(count, "record")}: ${shown.join(", ")}${more}`;
    }),
  ];
}

/** What is left to do after an apply, as whole sentences without data. */
export function nextSteps(report: RunReport, total: SyncSummary): string[] {
  return [
    ...(report.causes.length > 0
      ? ["`planhat-sync rejects` lists every record that did not get in, and why."]
      : []),
    ...report.overwritten.map(overwrittenText),
    ...(total.failed > 0
      ? [`What became of ${plural(total.failed, "record")} is not known: the next apply settles it.`]
      : []),
    ...(total.notAttempted > 0
      ? [`${plural(total.notAttempted, "change")} not sent: the next apply goes on from there.`]
      : []),
  ];
}

/** Without data, for annotations too. */
export function overwrittenText({ count }: Overwritten): string {
  const [records, them] = count === 1 ? ["1 record", "it"] : [`${amount(count)} records`, "them"];
  return `${records} to be inserted already existed, and Planhat updated ${them}. Check ${them} in Planhat.`;
}

/** Where there are several: see RunReport. */
function targetLine({ target, environment }: RunReport, palette: Palette): string[] {
  if (target === undefined) return [];
  return [palette.faint(`Target: ${escapeText(targetPlace({ target, ...given({ environment }) }))}`)];
}

function isWhole({ changedMeanwhile }: RunReport, { rejected, failed, notAttempted }: SyncSummary): boolean {
  return rejected + failed + notAttempted + changedMeanwhile.length === 0;
}

function lastLine(report: RunReport, total: SyncSummary, palette: Palette): string {
  const counts = nonZeroCounts(total);
  const time = duration(report.seconds);
  switch (report.status) {
    case "succeeded":
      return palette.good(`Applied in ${time}: ${counts}.`);
    case "partial":
      return palette.warning(
        `Applied in ${time}, but not ${isWhole(report, total) ? "as planned" : "all"}: ${counts}.`,
      );
    case "failed":
      return palette.bad(`Failed after ${time}: ${counts}.`);
    case "interrupted":
      return palette.warning(`Interrupted after ${time}: ${counts}.`);
    default:
      return report.status satisfies never;
  }
}
