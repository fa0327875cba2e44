import { inspect } from "node:util";
import { escapeText } from "./escape-text.ts";
import { makePalette } from "./palette.ts";
import type { TextOptions } from "./text-options.ts";

/** Something was thrown that nobody expected: the whole of it, with its causes, for a report. */
export function bugText(error: unknown, options: TextOptions): string {
  const palette = makePalette(options.colour);
  const details = chain(error).flatMap((link, index) => {
    const lines = describe(link).split("\n").map(escapeText);
    return index === 0 ? lines : [`caused by ${lines[0] ?? ""}`, ...lines.slice(1)];
  });
  return [
    `${palette.bad("bug:")} planhat-sync met an error that it should have foreseen.`,
    "The fault is not in your project. Please report it with the lines below and the output of `planhat-sync doctor`.",
    "",
    ...details.map((line) => palette.faint(`  ${line}`)),
    "",
  ].join("\n");
}

/** The error and its causes; an end is put to a chain that bites its tail. */
function chain(error: unknown): readonly unknown[] {
  const links: unknown[] = [];
  let link = error;
  while (link !== undefined && !links.includes(link) && links.length < LONGEST_CHAIN) {
    links.push(link);
    link = link instanceof Error ? link.cause : undefined;
  }
  return links.length > 0 ? links : [error];
}

function describe(thrown: unknown): string {
  if (!(thrown instanceof Error)) return `thrown: ${inspect(thrown)}`;
  return thrown.stack ?? `${thrown.name}: ${thrown.message}`;
}

const LONGEST_CHAIN = 10;
