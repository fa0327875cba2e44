import type { Diagnostic } from "../../model/diagnostic.ts";
import type { TestResult } from "../../model/test-result.ts";
import type { WatchedSync, WatchReport, WatchSnapshot } from "../../model/watch.ts";
import { diagnosticsText } from "../diagnostics/diagnostics-text.ts";
import { planText } from "../plan/plan-text.ts";
import { previewText } from "../preview/preview-text.ts";
import { applyText } from "../run/apply-text.ts";
import { testLines } from "../tests/test-text.ts";
import { amount, plural } from "../text/amounts.ts";
import { escapeMessage, escapeText } from "../text/escape-text.ts";
import { makePalette, type Palette } from "../text/palette.ts";
import { stopText } from "../text/stop-text.ts";
import { tableLines } from "../text/table.ts";
import { DEFAULT_WIDTH, type TextOptions } from "../text/text-options.ts";
import { differenceLines } from "./watch-difference-text.ts";

export interface WatchTextOptions extends TextOptions {
  /** Everything, also what did not change: every test, every sync. */
  readonly scope: "changes" | "tests" | "all";
}

/** Remarks and failing tests listed; the counts are whole. */
const MOST_REMARKS = 20;
const MOST_TESTS = 20;
/** Lines that a first look at the records may take. */
const PREVIEW_LINES = 16;

/**
 * One run of `watch`: the records of what was saved, what differs from the run before, broken and mended tests,
 * remarks, and a last line with the counts. What matters most stands last, where a terminal shows it.
 */
export function watchText(report: WatchReport, options: WatchTextOptions): string {
  const palette = makePalette(options.colour);
  const blocks = [
    [causeLine(report, palette)],
    ...(options.scope === "all" ? [tableOf(report, palette)] : []),
    ...(options.scope === "tests" ? [] : sampleBlocks(report, options, palette)),
    testBlock(report, options, palette),
    remarkLines(report, options),
    ...outcomeBlocks(report, options, palette),
    [...staleLines(report, palette), lastLine(report, palette)],
  ];
  const texts = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join("\n").trimEnd());
  return `${texts.join("\n\n")}\n`;
}

function causeLine({ cause, milliseconds, snapshot }: WatchReport, palette: Palette): string {
  const files = cause.files.map(escapeText);
  const named =
    files.length > 3 ? `${files.slice(0, 3).join(", ")} and ${files.length - 3} more` : files.join(", ");
  const what = cause.kind === "saved" ? `saved ${named}` : `run ${amount(snapshot.run)}`;
  return palette.faint(`── ${what} · ${amount(Math.max(1, Math.round(milliseconds)))} ms ──`);
}

function sampleBlocks(report: WatchReport, options: WatchTextOptions, palette: Palette): string[][] {
  const width = options.width ?? DEFAULT_WIDTH;
  const { snapshot, difference, touched, reading } = report;
  const differing = new Map(difference.syncs.map((one) => [one.sync, one]));
  const shown = snapshot.syncs.filter(
    ({ name }) => differing.has(name) || (options.scope === "changes" && touched.includes(name)),
  );
  const [only] = touched.length === 1 ? snapshot.syncs.filter(({ name }) => name === touched[0]) : [];
  const preview =
    only === undefined || only.isStale || options.scope === "all" ? [] : previewLines(only, options);
  const blocks = shown.map((sync) =>
    reading.includes(sync.name)
      ? [palette.faint(`${escapeText(sync.name)}: reading its rows (${escapeText(sync.source)}) …`)]
      : [...differenceLines(sync, differing.get(sync.name), width, palette), ...failureLines(sync, options)],
  );
  return [preview, ...blocks];
}

/** The first rows and their records, as many as leave room for the rest. */
function previewLines(sync: WatchedSync, options: TextOptions): string[] {
  if (sync.sample.kind === "unread" || sync.sample.rows.length === 0) return [];
  const [first] = sync.sample.rows;
  const lines = Math.max(4, Object.keys(first?.row.data ?? {}).length + 2);
  const count = Math.max(1, Math.min(3, Math.floor(PREVIEW_LINES / lines)));
  const text = previewText(
    { sync: sync.name, object: sync.object, file: sync.file, rows: sync.sample.rows.slice(0, count) },
    options,
  );
  // Without its title, which stands over the differences, and without its counts.
  return text.trimEnd().split("\n").slice(2, -2);
}

function failureLines({ sample, name }: WatchedSync, options: TextOptions): string[] {
  if (sample.kind !== "failed") return [];
  const failure = { ...sample.failure, what: `The rows of ${name} cannot be read. ${sample.failure.what}` };
  return [stopText(failure, options).trimEnd()];
}

function testBlock(
  { snapshot, difference, touched }: WatchReport,
  options: WatchTextOptions,
  palette: Palette,
) {
  const width = options.width ?? DEFAULT_WIDTH;
  const { broken, mended } = difference.tests;
  const all = snapshot.syncs.flatMap(({ tests }) => tests);
  if (options.scope === "tests") return all.flatMap((result) => testLines(result, width, palette));
  const failing = all.filter(
    (result) => !result.ok && (broken.includes(result) || touched.includes(result.sync)),
  );
  const shown = options.scope === "all" ? all.filter(({ ok }) => !ok) : failing;
  return [
    ...mended.map((result) => `  ${palette.good(`✓ ${escapeText(result.test)}`)}  mended`),
    ...shown.slice(0, MOST_TESTS).flatMap((result) => testLines(result, width, palette)),
    ...(shown.length > MOST_TESTS ? [palette.faint(`  … and ${shown.length - MOST_TESTS} more`)] : []),
  ];
}

/** All errors, for they hold everything up; warnings where they are new or in a saved file. */
function remarkLines({ snapshot, difference, cause }: WatchReport, options: WatchTextOptions): string[] {
  const isShown = (diagnostic: Diagnostic) =>
    diagnostic.severity === "error" ||
    options.scope === "all" ||
    difference.diagnostics.added.includes(diagnostic) ||
    cause.files.includes(diagnostic.file);
  const shown = snapshot.diagnostics.filter(isShown);
  if (shown.length === 0 || options.scope === "tests") return [];
  const some = shown.slice(0, MOST_REMARKS);
  const { colour } = options;
  const width = options.width ?? DEFAULT_WIDTH;
  const text = diagnosticsText(some, { texts: snapshot.texts, colour, width, syncs: 0, files: 0 });
  const more = shown.length - some.length;
  // Its last line counts, and so does ours.
  const lines = text.trimEnd().split("\n").slice(0, -2);
  return more > 0 ? [...lines, "", `… and ${more} more`] : lines;
}

function outcomeBlocks(
  { plan, apply }: WatchReport,
  options: WatchTextOptions,
  palette: Palette,
): string[][] {
  const blocks: string[][] = [];
  if (plan?.kind === "planned") {
    const guards = plan.violations.map((violation) => `${palette.bad("guard:")} ${escapeMessage(violation)}`);
    blocks.push([planText(plan.view, options).trimEnd(), ...guards]);
  }
  if (plan?.kind === "failed") blocks.push([stopText(plan.failure, options)]);
  if (apply === undefined) return blocks;
  switch (apply.kind) {
    case "applied":
      blocks.push([applyText(apply.report, options)]);
      break;
    case "failed":
      blocks.push([stopText(apply.failure, options)]);
      break;
    case "held":
      blocks.push([palette.warning(`Nothing was written: ${escapeMessage(apply.reason)}.`)]);
      break;
    default:
      apply satisfies never;
  }
  return blocks;
}

function tableOf({ snapshot }: WatchReport, palette: Palette): string[] {
  const rows = snapshot.syncs.map((sync) => [
    escapeText(sync.name),
    escapeText(sync.object),
    recordsText(sync),
    testsText(sync.tests),
    sync.isStale ? "has errors" : "",
  ]);
  const [head = "", ...lines] = tableLines([["sync", "object", "sample", "tests", ""], ...rows]);
  return rows.length === 0 ? [] : [palette.faint(head), ...lines];
}

function recordsText({ sample }: WatchedSync): string {
  if (sample.kind === "unread") return "not read";
  const rejected = sample.rows.filter(({ result }) => result.kind === "reject").length;
  const counts = `${plural(sample.rows.length - rejected, "record")}, ${amount(rejected)} rejected`;
  return sample.kind === "failed" && sample.rows.length === 0 ? "cannot be read" : counts;
}

function testsText(tests: readonly TestResult[]): string {
  if (tests.length === 0) return "none";
  const failed = tests.filter(({ ok }) => !ok).length;
  return failed === 0
    ? `${amount(tests.length)} passed`
    : `${amount(failed)} of ${amount(tests.length)} failed`;
}

function staleLines({ snapshot }: WatchReport, palette: Palette): string[] {
  const stale = snapshot.syncs.filter(({ isStale }) => isStale).map(({ name }) => escapeText(name));
  if (stale.length === 0) return [];
  const names =
    stale.length > 3 ? `${stale.slice(0, 3).join(", ")} and ${stale.length - 3} more` : stale.join(", ");
  const has = stale.length === 1 ? "has errors; its" : "have errors; their";
  return [palette.faint(`${names} ${has} records and tests are those of the last good version.`)];
}

/** `1 error in 3 syncs · 12 tests passed, 1 failed`. */
function lastLine({ snapshot }: WatchReport, palette: Palette): string {
  const { diagnostics, syncs } = snapshot;
  const count = syncs.length + brokenFiles(snapshot);
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const warnings = diagnostics.length - errors;
  const remarks = [
    ...(errors > 0 ? [palette.bad(plural(errors, "error"))] : []),
    ...(warnings > 0 ? [palette.warning(plural(warnings, "warning"))] : []),
  ];
  const tests = syncs.flatMap((sync) => sync.tests);
  const failed = tests.filter(({ ok }) => !ok).length;
  const passed = tests.length - failed;
  const counts = [
    ...(passed > 0 || failed === 0 ? [palette.good(`${plural(passed, "test")} passed`)] : []),
    ...(failed > 0
      ? [palette.bad(passed > 0 ? `${amount(failed)} failed` : `${plural(failed, "test")} failed`)]
      : []),
  ];
  return [
    `${remarks.length === 0 ? palette.good("no problems") : remarks.join(" and ")} in ${plural(count, "sync", "syncs")}`,
    counts.join(", "),
  ].join(palette.faint(" · "));
}

/** Definitions that were never right: no sync stands for them. */
function brokenFiles({ diagnostics, syncs, texts }: WatchSnapshot): number {
  const known = new Set(syncs.map(({ file }) => file));
  const broken = diagnostics.filter(
    ({ file, sync }) => !known.has(file) && (sync !== undefined || (texts.has(file) && file !== SETTINGS)),
  );
  return new Set(broken.map(({ file }) => file)).size;
}

const SETTINGS = "planhat-sync.yaml";
