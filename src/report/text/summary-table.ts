import type { SyncRun, SyncSummary } from "../../model/state-store.ts";
import { amount } from "./amounts.ts";
import { displayWidth } from "./display-width.ts";
import { escapeText } from "./escape-text.ts";
import type { Palette } from "./palette.ts";
import { tableLines } from "./table.ts";

/**
 * The counts of each sync as a table, with a total where there are several; as a line a sync where the table is wider
 * than `width`. `unsent` names what came to no result.
 */
export function countLines(
  syncs: readonly SyncRun[],
  width: number,
  palette: Palette,
  unsent: Unsent = "not sent",
): readonly string[] {
  if (syncs.length === 0) return [];
  const total = sumSummaries(syncs.map((sync) => sync.summary));
  const columns = COLUMNS.filter(({ of, always }) => always || total[of] > 0);
  const row = (name: string, summary: SyncSummary) => [name, ...columns.map(({ of }) => amount(summary[of]))];
  const lines = tableLines(
    [
      ["", ...columns.map(({ of, title }) => (of === "notAttempted" ? unsent : title))],
      ...syncs.map(({ sync, summary }) => row(escapeText(sync), summary)),
      ...(syncs.length > 1 ? [row("total", total)] : []),
    ],
    ["left", ...columns.map(() => "right" as const)],
  );
  if (lines.some((line) => displayWidth(line) > width)) {
    return syncs.map(({ sync, summary }) => `${escapeText(sync)}: ${nonZeroCounts(summary, unsent)}`);
  }
  return lines.map((line, index) => (index === 0 ? palette.faint(line) : line));
}

/** Of a run that was killed nobody knows which of the others it had sent when it ended. */
export type Unsent = "not sent" | "not answered";

/** `2 created, 3 updated`; what was read where nothing came of it. */
export function nonZeroCounts(summary: SyncSummary, unsent: Unsent = "not sent"): string {
  const counts = COLUMNS.filter(({ of }) => of !== "read" && summary[of] > 0);
  if (counts.length === 0) return "no rows read";
  return counts
    .map(({ of, title }) => `${amount(summary[of])} ${of === "notAttempted" ? unsent : title}`)
    .join(", ");
}

export function sumSummaries(summaries: readonly SyncSummary[]): SyncSummary {
  const sum = (of: keyof SyncSummary) => summaries.reduce((total, summary) => total + summary[of], 0);
  return {
    read: sum("read"),
    created: sum("created"),
    updated: sum("updated"),
    unchanged: sum("unchanged"),
    skipped: sum("skipped"),
    rejected: sum("rejected"),
    failed: sum("failed"),
    notAttempted: sum("notAttempted"),
  };
}

const COLUMNS: readonly {
  readonly of: keyof SyncSummary;
  readonly title: string;
  readonly always: boolean;
}[] = [
  { of: "read", title: "read", always: true },
  { of: "created", title: "created", always: true },
  { of: "updated", title: "updated", always: true },
  { of: "unchanged", title: "unchanged", always: true },
  { of: "skipped", title: "skipped", always: true },
  { of: "rejected", title: "rejected", always: true },
  { of: "failed", title: "failed", always: true },
  { of: "notAttempted", title: "not sent", always: false },
];
