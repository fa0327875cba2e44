import { exampleOf, type LoadRule, loadRules } from "../model/load-rule.ts";

/** What the linter reports of its own settings and comments. */
export const LINT_RULES: readonly LoadRule[] = loadRules([
  {
    id: "lint-rule-unknown",
    severity: "error",
    description:
      "`lint.rules` of the project file names a rule that does not exist, so the setting does nothing: a rule that was meant to be an error would be none.",
    bad: project("column-unknwon: warning"),
    good: project("column-unknown: warning"),
    family: "lint",
  },
  {
    id: "lint-rule-locked",
    severity: "error",
    description:
      "`lint.rules`, or a comment, wants to lower or suppress a rule that protects data or secrets, or without which a definition cannot run at all. Its errors stay errors; whether a rule is locked, `planhat-sync explain` says.",
    bad: project("secret-literal: warning"),
    good: project("secret-literal: error"),
    family: "lint",
  },
  {
    id: "suppression-malformed",
    severity: "error",
    description:
      "A comment that is to suppress a rule is misspelt, names no rule that exists, or gives no reason. It suppresses nothing. The forms are `# planhat-sync-disable-next-line RULE: reason`, `disable-line` behind the line itself, and `disable-file`.",
    bad: exampleOf("  # planhat-sync-disable-next-line column-hyphen\n  externalId: account_id"),
    good: exampleOf("  externalId: account_id"),
    family: "lint",
  },
  {
    id: "suppression-unused",
    severity: "warning",
    description:
      "A comment suppresses a rule that nothing breaks there any more. It would hide the next fault of that kind.",
    bad: exampleOf(
      "  # planhat-sync-disable-next-line column-hyphen: the export calls it so\n  externalId: account_id",
    ),
    good: exampleOf("  externalId: account_id"),
    family: "lint",
  },
]);

/** A project file beside a definition, in one text: a comment with a path begins each. */
function project(rule: string): string {
  return `# planhat-sync.yaml
version: 1
lint:
  rules:
    ${rule}

# syncs/companies.yaml
${exampleOf("  externalId: account_id")}`;
}
