import type { RuleDoc } from "../model/rule.ts";
import { displayWidth, padToWidth } from "./display-width.ts";
import { makePalette, type Palette } from "./palette.ts";
import { DEFAULT_WIDTH, type TextOptions } from "./text-options.ts";
import { wrapText } from "./wrap-text.ts";

/** What a rule means, a definition that breaks it and the same one mended; the lines that differ are marked. */
export function ruleText(rule: RuleDoc, options: TextOptions): string {
  const palette = makePalette(options.colour);
  const width = options.width ?? DEFAULT_WIDTH;
  return `${[
    `${palette.title(rule.id)}  ${severityText(rule, palette)}`,
    wrapText(rule.description, width).join("\n"),
    ...examples(rule, palette),
  ].join("\n\n")}\n`;
}

function examples({ bad, good }: RuleDoc, palette: Palette): readonly string[] {
  if (bad === undefined || good === undefined) return [];
  return [
    `${palette.bad("Breaks the rule:")}\n\n${exampleLines(bad, good, palette.bad)}`,
    `${palette.good("Keeps it:")}\n\n${exampleLines(good, bad, palette.good)}`,
  ];
}

/** Every rule with its severity and what it finds. */
export function ruleListText(rules: readonly RuleDoc[], options: TextOptions = { colour: false }): string {
  const palette = makePalette(options.colour);
  const idWidth = Math.max(0, ...rules.map(({ id }) => displayWidth(id)));
  const indent = idWidth + 2 + SEVERITY_WIDTH + 2;
  const room = Math.max(30, (options.width ?? DEFAULT_WIDTH) - indent);
  const lines = rules.flatMap((rule) => {
    const [first = "", ...rest] = wrapText(firstSentence(rule.description), room);
    const id = palette.title(rule.id) + " ".repeat(idWidth - displayWidth(rule.id));
    const severity = severityText(rule, palette) + padToWidth("", SEVERITY_WIDTH - rule.severity.length);
    return [`${id}  ${severity}  ${first}`, ...rest.map((text) => " ".repeat(indent) + text)];
  });
  return `${[...lines, "", "planhat-sync explain RULE shows one of them with a bad and a good example."].join("\n")}\n`;
}

function severityText({ severity }: RuleDoc, palette: Palette): string {
  return severity === "error" ? palette.bad(severity) : palette.warning(severity);
}

function exampleLines(example: string, other: string, colour: (text: string) => string): string {
  const same = new Set(other.split("\n"));
  return example
    .trimEnd()
    .split("\n")
    .map((line) => (same.has(line) ? `    ${line}`.trimEnd() : colour(`  > ${line}`)))
    .join("\n");
}

function firstSentence(description: string): string {
  return /^.*?[.:](?=\s|$)/s.exec(description)?.[0].replace(/:$/, ".") ?? description;
}

const SEVERITY_WIDTH = "warning".length;
