import { RULE_FAMILIES, type RuleDoc, type RuleFamily } from "../../model/rule.ts";
import { displayWidth, padToWidth } from "../text/display-width.ts";
import { makePalette, type Palette } from "../text/palette.ts";
import { DEFAULT_WIDTH, type TextOptions } from "../text/text-options.ts";
import { wrapText } from "../text/wrap-text.ts";

/** What a rule means, a definition that breaks it and the same one mended; the lines that differ are marked. */
export function ruleText(rule: RuleDoc, options: TextOptions): string {
  const palette = makePalette(options.colour);
  const width = options.width ?? DEFAULT_WIDTH;
  return `${[
    `${palette.title(rule.id)}  ${severityText(rule, palette)}`,
    wrapText(rule.description, width).join("\n"),
    ...examples(rule, palette),
    ...standing(rule).map((text) => wrapText(text, width).join("\n")),
  ].join("\n\n")}\n`;
}

function examples({ bad, good }: RuleDoc, palette: Palette): readonly string[] {
  if (bad === undefined || good === undefined) return [];
  return [
    `${palette.bad("Breaks the rule:")}\n\n${exampleLines(bad, good, palette.bad)}`,
    `${palette.good("Keeps it:")}\n\n${exampleLines(good, bad, palette.good)}`,
  ];
}

/** What the project's settings can do to it. */
export function standing({ id, locked, optional, family }: RuleDoc): readonly string[] {
  if (family === "run") return [];
  if (optional) return [];
  return [
    locked
      ? "Its errors can be neither lowered nor suppressed."
      : `Set it in planhat-sync.yaml, lint: { rules: { ${id}: off } }, or suppress it where it does not apply: # planhat-sync-disable-next-line ${id}: reason.`,
  ];
}

/** Every rule with its severity and what it finds, by what it is about. */
export function ruleListText(rules: readonly RuleDoc[], options: TextOptions = { colour: false }): string {
  const palette = makePalette(options.colour);
  const idWidth = Math.max(0, ...rules.map(({ id }) => displayWidth(id)));
  const indent = idWidth + 2 + SEVERITY_WIDTH + 2;
  const room = Math.max(30, (options.width ?? DEFAULT_WIDTH) - indent);
  const ruleLines = (rule: RuleDoc): readonly string[] => {
    const [first = "", ...rest] = wrapText(firstSentence(rule.description), room);
    const id = palette.title(rule.id) + " ".repeat(idWidth - displayWidth(rule.id));
    const severity = severityText(rule, palette) + padToWidth("", SEVERITY_WIDTH - severityWord(rule).length);
    return [`${id}  ${severity}  ${first}`, ...rest.map((text) => " ".repeat(indent) + text)];
  };
  const blocks = rulesByFamily(rules).map(([family, own]) =>
    [palette.faint(FAMILY_TITLES[family]), ...own.flatMap(ruleLines)].join("\n"),
  );
  return `${[...blocks, "planhat-sync explain RULE shows one of them with a bad and a good example."].join("\n\n")}\n`;
}

/** The families that have rules, in their order. */
export function rulesByFamily(
  rules: readonly RuleDoc[],
): readonly (readonly [RuleFamily, readonly RuleDoc[]])[] {
  return RULE_FAMILIES.map(
    (family) => [family, rules.filter((rule) => (rule.family ?? "field") === family)] as const,
  ).filter(([, own]) => own.length > 0);
}

export const FAMILY_TITLES: Readonly<Record<RuleFamily, string>> = {
  file: "Files and their shape",
  key: "Keys",
  field: "Fields and their values",
  expression: "Expressions",
  reference: "References",
  source: "Sources",
  limit: "Limits and guards",
  test: "Tests",
  project: "The project",
  secret: "Secrets",
  ci: "Workflows of the CI",
  lint: "The linter's own settings",
  run: "Rows and records that a run rejects",
};

function severityWord({ severity, optional }: RuleDoc): string {
  return optional ? "off" : severity;
}

function severityText(rule: RuleDoc, palette: Palette): string {
  const word = severityWord(rule);
  return word === "error" ? palette.bad(word) : palette.warning(word);
}

function exampleLines(example: string, other: string, colour: (text: string) => string): string {
  const same = new Set(other.split("\n"));
  return example
    .trimEnd()
    .split("\n")
    .map((line) => (same.has(line) ? `    ${line}`.trimEnd() : colour(`  > ${line}`)))
    .join("\n");
}

export function firstSentence(description: string): string {
  return /^.*?[.:](?=\s|$)/s.exec(description)?.[0].replace(/:$/, ".") ?? description;
}

const SEVERITY_WIDTH = "warning".length;
