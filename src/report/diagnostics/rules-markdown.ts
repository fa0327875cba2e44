import type { RuleDoc } from "../../model/rule.ts";
import { FAMILY_TITLES, firstSentence, rulesByFamily, standing } from "./rule-text.ts";

/** Every rule on one page: a table of each family, and below it what each rule means, with its examples. */
export function rulesMarkdown(rules: readonly RuleDoc[]): string {
  return `${[...rulesByFamily(rules)]
    .flatMap(([family, own]) => [`## ${FAMILY_TITLES[family]}`, table(own), ...own.map(section)])
    .join("\n\n")}\n`;
}

function table(rules: readonly RuleDoc[]): string {
  const rows = rules.map(
    (rule) =>
      `| [\`${rule.id}\`](#${rule.id}) | ${severity(rule)} | ${cell(firstSentence(rule.description))} |`,
  );
  return ["| rule | severity | finds |", "| --- | --- | --- |", ...rows].join("\n");
}

function severity({ severity: word, optional, locked }: RuleDoc): string {
  return optional ? `off (${word})` : locked ? `${word}, locked` : word;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

function section(rule: RuleDoc): string {
  const { id, description, bad, good } = rule;
  const examples =
    bad === undefined || good === undefined
      ? []
      : ["Breaks the rule:", fenced(bad), "Keeps it:", fenced(good)];
  return [`### ${id}`, description, ...examples, ...standing(rule).map(code)].join("\n\n");
}

/** The comment in the sentence about suppression as code. */
function code(text: string): string {
  return text
    .replace(/lint: \{.*?\} \}/, "`$&`")
    .replace(/# planhat-sync-disable-next-line [\w-]+: reason/, "`$&`");
}

/** With control characters, which an example may hold, as escapes. */
function fenced(yaml: string): string {
  const shown = yaml
    .trimEnd()
    .replace(/[^\P{C}\n]/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `\`\`\`yaml\n${shown}\n\`\`\``;
}
