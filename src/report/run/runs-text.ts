import type { Target } from "../../model/plan-view.ts";
import type { RunRecord } from "../../model/state-store.ts";
import { amount, duration, plural, timestamp } from "../text/amounts.ts";
import { displayWidth } from "../text/display-width.ts";
import { environmentLines } from "../text/environment-text.ts";
import { escapeText } from "../text/escape-text.ts";
import { makePalette } from "../text/palette.ts";
import { countLines, nonZeroCounts, sumSummaries, type Unsent } from "../text/summary-table.ts";
import { tableLines } from "../text/table.ts";
import { DEFAULT_WIDTH, type TextOptions } from "../text/text-options.ts";

export type RunsTextOptions = TextOptions & Pick<Target, "environment">;

/** Past runs, a line each, in the order given. */
export function runsText(runs: readonly RunRecord[], options: RunsTextOptions): string {
  const palette = makePalette(options.colour);
  const head = environmentLines(options.environment, palette).map((line) => `${line}\n`);
  if (runs.length === 0) return [...head, "No runs yet: `planhat-sync apply` makes the first.\n"].join("");
  const lines = tableLines(
    [HEADER, ...runs.map(runCells)],
    HEADER.map((_, column) => (column < FIRST_NUMBER ? "left" : "right")),
  );
  const fits = lines.every((line) => displayWidth(line) <= (options.width ?? DEFAULT_WIDTH));
  const table = lines.map((line, index) => (index === 0 ? palette.faint(line) : line));
  return `${head.join("")}${(fits ? table : runs.map(runLine)).join("\n")}\n\n\`planhat-sync runs ID\` shows the counts of each sync.\n`;
}

/** One run: when, how it ended, and the counts of each sync. */
export function runText(run: RunRecord, options: RunsTextOptions): string {
  const palette = makePalette(options.colour);
  const table = countLines(run.syncs, options.width ?? DEFAULT_WIDTH, palette, unsentOf(run));
  const calls = run.syncs.map(({ sync, object, calls: { read, write, retried }, seconds }) => {
    const counts = `${plural(read, "read call")}, ${plural(write, "write call")}, ${amount(retried)} of them retried`;
    return palette.faint(`${escapeText(sync)} → ${escapeText(object)}: ${counts}; ${duration(seconds)}`);
  });
  const head = `${palette.title(`Run ${escapeText(run.id)}`)}  ${statusText(run)}`;
  const times = `started ${timestamp(run.startedAt)}${run.finishedAt === undefined ? "" : `, took ${took(run)}`}`;
  const body = table.length === 0 ? ["No sync was finished."] : [...table, "", ...calls];
  const where = environmentLines(options.environment, palette);
  return `${[head, ...where, times, "", ...body].join("\n")}\n`;
}

function runCells(run: RunRecord): readonly string[] {
  const total = sumSummaries(run.syncs.map((sync) => sync.summary));
  const counts = [total.read, total.created, total.updated, total.unchanged, total.rejected, total.failed];
  return [escapeText(run.id), timestamp(run.startedAt), statusText(run), took(run), ...counts.map(amount)];
}

/** Nobody wrote down how a run ended that was killed: its counts are those of its last answer. */
function statusText(run: RunRecord): string {
  return isBrokenOff(run) ? "broken off" : run.status;
}

function isBrokenOff({ status, finishedAt }: RunRecord): boolean {
  return status === "interrupted" && finishedAt === undefined;
}

function unsentOf(run: RunRecord): Unsent {
  return isBrokenOff(run) ? "not answered" : "not sent";
}

/** For a terminal that is too narrow for the table. */
function runLine(run: RunRecord): string {
  const [id = "", started = "", status = "", time = ""] = runCells(run);
  const total = sumSummaries(run.syncs.map((sync) => sync.summary));
  return `${id}  ${started}  ${status}${time === "" ? "" : ` in ${time}`}: ${nonZeroCounts(total, unsentOf(run))}`;
}

/** A run is written down when its plan is made: what planning took stands with its syncs. */
function took({ startedAt, finishedAt, syncs }: RunRecord): string {
  if (finishedAt === undefined) return "";
  const whole = syncs.reduce((sum, { seconds }) => sum + seconds, 0);
  return duration(Math.max(0, (finishedAt - startedAt) / 1000, whole));
}

const HEADER = [
  ...["run", "started", "status"],
  ...["took", "read", "created", "updated", "unchanged", "rejected", "failed"],
];
const FIRST_NUMBER = 3;
