import type { Diagnostic } from "../../model/diagnostic.ts";
import { given } from "../../model/given.ts";
import type { PageEntry, PageFile, PageOverview, PageProblem, Tone } from "../../model/page.ts";
import type { Redact } from "../../model/redact.ts";
import type { WatchedSync, WatchReport } from "../../model/watch.ts";
import { amount, plural } from "../text/amounts.ts";
import { statementOf } from "../text/reason-text.ts";
import { nonZeroCounts, sumSummaries } from "../text/summary-table.ts";
import { pageLines } from "./page-lines.ts";
import { pageReason } from "./page-reason.ts";
import { pageSync } from "./page-sync.ts";
import { type Clean, cleaner } from "./page-value.ts";

export interface PageViewOptions {
  /** Name of the project's folder. */
  readonly project: string;
  readonly redact: Redact;
}

/** The list on the left, and what the whole comes to. */
export function pageOverview(report: WatchReport, { project, redact }: PageViewOptions): PageOverview {
  const clean = cleaner(redact);
  const { snapshot, cause, milliseconds, time, apply } = report;
  const entries = entriesOf(report, clean);
  const tests = snapshot.syncs.flatMap((sync) => sync.tests);
  const errors = snapshot.diagnostics.filter(({ severity }) => severity === "error").length;
  const focus = focusOf(report);
  return {
    run: snapshot.run,
    project: clean(project),
    cause:
      cause.kind === "saved" ? `saved ${cause.files.map(clean).join(", ")}` : `run ${amount(snapshot.run)}`,
    milliseconds,
    time,
    entries,
    counts: {
      errors,
      warnings: snapshot.diagnostics.length - errors,
      passed: tests.filter(({ ok }) => ok).length,
      failed: tests.filter(({ ok }) => !ok).length,
    },
    ...given({ focus }),
    ...(apply === undefined ? {} : { apply: applyView(apply, clean) }),
  };
}

/** One file with all that is known of it; undefined where the project has none of that name. */
export function pageFile(
  id: string,
  report: WatchReport,
  before: ReadonlyMap<string, string>,
  redact: Redact,
): PageFile | undefined {
  const clean = cleaner(redact);
  const { snapshot, difference } = report;
  const diagnostics = snapshot.diagnostics.filter(({ file }) => file === id);
  const sync = snapshot.syncs.find(({ file }) => file === id);
  const { texts } = snapshot;
  if (sync === undefined && diagnostics.length === 0 && !texts.has(id)) return undefined;
  return {
    id,
    title: clean(id),
    run: snapshot.run,
    lines: pageLines({ file: id, texts, diagnostics, before: before.get(id), clean }),
    problems: diagnostics.map((one) => problem(one, difference.diagnostics.added.includes(one), clean)),
    ...(sync === undefined ? {} : { sync: pageSync(sync, report, clean) }),
  };
}

function entriesOf({ snapshot, difference }: WatchReport, clean: Clean): readonly PageEntry[] {
  const files = new Map(snapshot.syncs.map((sync) => [sync.file, sync]));
  const changes = new Map(difference.syncs.map(({ sync, rows }) => [sync, rows.length]));
  const others = snapshot.diagnostics.map(({ file }) => file).filter((file) => !files.has(file));
  return [...new Set([...files.keys(), ...others])].sort().map((file) => {
    const sync = files.get(file);
    const own = snapshot.diagnostics.filter((diagnostic) => diagnostic.file === file);
    return {
      id: file,
      name: clean(sync?.name ?? file),
      ...(sync === undefined ? {} : { object: clean(sync.object) }),
      ...stateOf(sync, own),
      changes: sync === undefined ? 0 : (changes.get(sync.name) ?? 0),
    };
  });
}

function stateOf(
  sync: WatchedSync | undefined,
  diagnostics: readonly Diagnostic[],
): { readonly tone: Tone; readonly note: string } {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  if (errors > 0) return { tone: "bad", note: plural(errors, "error") };
  const failed = sync?.tests.filter(({ ok }) => !ok).length ?? 0;
  if (failed > 0) return { tone: "bad", note: `${plural(failed, "test")} failed` };
  if (sync?.sample.kind === "failed") return { tone: "warning", note: "rows cannot be read" };
  const rows = sync === undefined || sync.sample.kind === "unread" ? [] : sync.sample.rows;
  const rejected = rows.filter(({ result }) => result.kind === "reject").length;
  if (rejected > 0) return { tone: "warning", note: `${plural(rejected, "row")} rejected` };
  if (diagnostics.length > 0) return { tone: "warning", note: plural(diagnostics.length, "warning") };
  return { tone: "good", note: "no problems" };
}

function focusOf({ snapshot, touched, difference, cause }: WatchReport): string | undefined {
  const files = new Map(snapshot.syncs.map(({ name, file }) => [name, file]));
  const named = cause.files.find(
    (file) => snapshot.texts.has(file) || snapshot.diagnostics.some((diagnostic) => diagnostic.file === file),
  );
  const sync = touched[0] ?? difference.syncs[0]?.sync;
  return named ?? (sync === undefined ? undefined : files.get(sync));
}

function problem(
  { line, column, severity, rule, reason }: Diagnostic,
  isNew: boolean,
  clean: Clean,
): PageProblem {
  return { line, column, severity, rule: clean(rule), ...pageReason(reason, clean), isNew };
}

function applyView(
  apply: NonNullable<WatchReport["apply"]>,
  clean: Clean,
): { readonly tone: Tone; readonly text: string } {
  switch (apply.kind) {
    case "applied": {
      const { report } = apply;
      const counts = nonZeroCounts(sumSummaries(report.syncs.map(({ summary }) => summary)));
      if (report.stop !== undefined)
        return { tone: "bad", text: clean(`${statementOf(report.stop.reason)} ${counts}`) };
      return { tone: report.status === "succeeded" ? "good" : "warning", text: `Sandbox: ${counts}` };
    }
    case "failed":
      return { tone: "bad", text: clean(statementOf(apply.failure)) };
    case "held":
      return { tone: "warning", text: `Nothing was written: ${clean(apply.reason)}.` };
    default:
      return apply satisfies never;
  }
}
