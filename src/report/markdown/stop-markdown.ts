import type { Reason } from "../../model/reason.ts";
import { type Block, fitBlock } from "./fit-block.ts";
import { lazily } from "./markdown-blocks.ts";
import { fixMarkdown, statementMarkdown } from "./reason-markdown.ts";

/** Why a command ended before its time, for the summary of a job. */
export function stopMarkdown(reason: Reason): string {
  return `### planhat-sync: stopped\n\n${fitBlock(stopBlock(reason), ROOM) ?? ""}`;
}

export function stopBlock(reason: Reason): Block {
  const sentences = [
    `Error: ${statementMarkdown(reason, LONGEST)}`,
    ...(reason.fix === undefined ? [] : [`Hint: ${fixMarkdown(reason.fix, LONGEST)}`]),
  ];
  return {
    head: "> [!CAUTION]\n> It stopped before its end.\n",
    rows: lazily(sentences, (sentence) => `>\n> ${sentence}\n`),
    total: sentences.length,
    more: () => ">\n> The log says why.\n",
    tail: "\n",
  };
}

const LONGEST = 1000;
const ROOM = 50_000;
