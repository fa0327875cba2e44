import type { PlanView, SyncPlanView } from "../../model/plan-view.ts";
import { diagnosticsBlock } from "../diagnostics/diagnostics-markdown.ts";
import { type Block, bytes, fitBlock, fitBlocks } from "../markdown/fit-block.ts";
import { lazily, NAME, row } from "../markdown/markdown-blocks.ts";
import { code, prose } from "../markdown/markdown-text.ts";
import { amount, plural, roughDuration } from "../text/amounts.ts";
import { syncBlocks } from "./plan-sync-markdown.ts";
import {
  baselineText,
  headlineText,
  hiddenText,
  riskSentences,
  sumOf,
  targetPlace,
  totalCostText,
} from "./plan-words.ts";
import { syncsByRisk } from "./risk-order.ts";

/** In bytes of UTF-8. GitHub takes 65,536 characters in a comment; the rest is left to whoever adds to it. */
export const MARKDOWN_LIMIT = 60_000;

/**
 * A plan as a comment on a pull request, of at most MARKDOWN_LIMIT bytes. The riskiest come first, syncs (syncsByRisk)
 * and changes (riskWeight) alike; what does not fit is counted. Text from outside is no markup: see code and prose.
 */
export function planMarkdown(plan: PlanView): string {
  const syncs = syncsByRisk(plan.syncs);
  const title = `### planhat-sync plan: ${titleText(plan)}\n\n`;
  const end = `${endSentences(plan).join(" ")}\n`;
  let room = MARKDOWN_LIMIT - bytes(title) - bytes(end);
  const top: string[] = [];
  for (const block of [guardBlock(plan), riskBlock(plan), countsBlock(syncs)]) {
    if (block.total === 0) continue;
    const text = fitBlock(block, Math.floor(room / 2)) ?? "";
    top.push(text);
    room -= bytes(text);
  }
  const details = [...syncs.flatMap(syncBlocks), diagnosticsBlock(plan.diagnostics)];
  const shown = details.filter(({ total }) => total > 0);
  return [title, ...top, fitBlocks(shown, room, missingText), end].join("");
}

/** `2 to create, 3 to update, 1 row rejected`. */
function titleText(plan: PlanView): string {
  const reject = sumOf(plan, ({ summary }) => summary.reject);
  const start = headlineText(plan)
    .replace(/^Plan: /, "")
    .replace(/^Nothing to do: /, "nothing to do, ")
    .replace(/\.$/, "");
  return reject > 0 ? `${start}, ${plural(reject, "row")} rejected` : start;
}

function endSentences(plan: PlanView): readonly string[] {
  const cost = totalCostText(plan);
  const sentences = [
    `Target: ${code(targetPlace(plan))}.`,
    `${cost.slice(0, 1).toUpperCase()}${cost.slice(1)}.`,
    baselineText(plan),
    hiddenText(plan.hidden),
  ];
  return sentences.flatMap((sentence) => (sentence === undefined ? [] : [sentence]));
}

function guardBlock({ syncs }: PlanView): Block {
  const violations = syncs.flatMap((sync) => sync.violations ?? []);
  return {
    head: "> [!CAUTION]\n> A guard forbids to apply this plan.\n",
    rows: lazily(violations, (violation) => `>\n> Guard: ${prose(violation)}\n`),
    total: violations.length,
    more: (count) => `>\n> … and ${plural(count, "more guard")}.\n`,
    tail: "\n",
  };
}

function riskBlock(plan: PlanView): Block {
  const sentences = riskSentences(plan);
  return {
    head: "> [!WARNING]\n",
    rows: sentences.map((sentence) => `> ${sentence}\n`),
    total: sentences.length,
    more: () => "",
    tail: "\n",
  };
}

function countsBlock(syncs: readonly SyncPlanView[]): Block {
  return {
    head: [
      "| sync | object | create | update | unchanged | skipped | rejected | calls | time |\n",
      "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n",
    ].join(""),
    rows: lazily(syncs, ({ name, object, summary, calls, seconds }) => {
      const { create, update, unchanged, skip, reject } = summary;
      const all = calls.read + calls.write;
      return row([
        code(name, NAME),
        code(object, NAME),
        ...[create, update, unchanged, skip, reject, all].map(amount),
        all === 0 ? "–" : `about ${roughDuration(seconds)}`,
      ]);
    }),
    total: syncs.length,
    more: (count) => `\n… and ${plural(count, "more sync")}.\n`,
    tail: "\n",
  };
}

function missingText(blocks: number): string {
  return `… and ${plural(blocks, "more list")} that ${blocks === 1 ? "does" : "do"} not fit here.\n\n`;
}
