import { given } from "../../model/given.ts";
import type { RunReport } from "../../model/run-report.ts";
import { type Block, bytes, fitBlock } from "../markdown/fit-block.ts";
import { causesBlock, lazily, NAME, row } from "../markdown/markdown-blocks.ts";
import { code } from "../markdown/markdown-text.ts";
import { stopBlock } from "../markdown/stop-markdown.ts";
import { MARKDOWN_LIMIT } from "../plan/plan-markdown.ts";
import { targetPlace } from "../plan/plan-words.ts";
import { amount, duration, plural } from "../text/amounts.ts";
import { nonZeroCounts, sumSummaries } from "../text/summary-table.ts";
import { nextSteps } from "./apply-text.ts";

/** What an apply did, for the summary of a job or a comment; at most MARKDOWN_LIMIT bytes. */
export function applyMarkdown(report: RunReport): string {
  const total = sumSummaries(report.syncs.map(({ summary }) => summary));
  const title = `### planhat-sync apply: ${STATUS[report.status]}, ${nonZeroCounts(total)}\n\n`;
  const { target, environment } = report;
  const where =
    target === undefined ? "" : ` Target: ${code(targetPlace({ target, ...given({ environment }) }))}.`;
  const run = `Run ${code(report.run, NAME)}, ${duration(report.seconds)}.${where}`;
  const end = `${[...nextSteps(report, total), run].join("\n\n")}\n`;
  const blocks = [
    ...(report.stop === undefined ? [] : [stopBlock(report.stop.reason)]),
    countsBlock(report),
    causesBlock(report.causes, { named: true }),
  ];
  let room = MARKDOWN_LIMIT - bytes(title) - bytes(end);
  const shown: string[] = [];
  for (const block of blocks.filter(({ total }) => total > 0)) {
    const text = fitBlock(block, Math.floor(room / 2)) ?? "";
    shown.push(text);
    room -= bytes(text);
  }
  return [title, ...shown, end].join("");
}

const STATUS: Readonly<Record<RunReport["status"], string>> = {
  succeeded: "done",
  partial: "done, but not all",
  failed: "failed",
  interrupted: "interrupted",
};

function countsBlock({ syncs }: RunReport): Block {
  return {
    head: [
      "| sync | created | updated | unchanged | skipped | rejected | failed | not sent | calls | time |\n",
      "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n",
    ].join(""),
    rows: lazily(syncs, ({ sync, summary, calls, seconds }) => {
      const { created, updated, unchanged, skipped, rejected, failed, notAttempted } = summary;
      const counts = [created, updated, unchanged, skipped, rejected, failed, notAttempted];
      return row([code(sync, NAME), ...[...counts, calls.read + calls.write].map(amount), duration(seconds)]);
    }),
    total: syncs.length,
    more: (count) => `\n… and ${plural(count, "more sync")}.\n`,
    tail: "\n",
  };
}
