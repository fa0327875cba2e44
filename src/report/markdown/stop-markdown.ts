import type { Stop } from "../../model/stop.ts";
import { type Block, fitBlock } from "./fit-block.ts";
import { lazily } from "./markdown-blocks.ts";
import { prose } from "./markdown-text.ts";

type Said = Pick<Stop, "message"> & Partial<Pick<Stop, "hint">>;

/** Why a command ended before its time, for the summary of a job. */
export function stopMarkdown(stop: Said): string {
  return `### planhat-sync: stopped\n\n${fitBlock(stopBlock(stop), ROOM) ?? ""}`;
}

export function stopBlock({ message, hint }: Said): Block {
  const sentences = [
    `Error: ${prose(message, LONGEST)}`,
    ...(hint === undefined ? [] : [`Hint: ${prose(hint, LONGEST)}`]),
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
