import { exampleOf, type LoadRule, loadRules } from "../../model/load-rule.ts";

/** What filling in variables and secrets reports. */
export const VARIABLE_RULES: readonly LoadRule[] = loadRules([
  {
    id: "variable-unset",
    family: "project",
    severity: "warning",
    description:
      "An environment variable that a setting names is not set, or empty, and has no default. Checking a definition needs no secret; a command that needs the value ends with exit code 4.",
    bad: exampleOf("  externalId: account_id", { path: `\${ACCOUNTS_FILE}` }),
    good: exampleOf("  externalId: account_id", { path: `\${ACCOUNTS_FILE:-accounts.csv}` }),
  },
  {
    id: "variable-refused",
    family: "project",
    severity: "error",
    description:
      "A setting names a variable that belongs to the machine, the CI or a cloud account. A sync gets variables of its own, so that a stranger's pull request cannot carry others away.",
    bad: exampleOf("  externalId: account_id", { path: `\${GITHUB_TOKEN}` }),
    good: exampleOf("  externalId: account_id", { path: `\${ACCOUNTS_FILE:-accounts.csv}` }),
  },
  {
    id: "variable-syntax",
    family: "project",
    severity: "error",
    description: `A \${ is not followed by a name and a }. Defaults do not nest. A literal \${ is written $\${.`,
    bad: exampleOf("  externalId: account_id", { path: `"\${ACCOUNTS FILE}"` }),
    good: exampleOf("  externalId: account_id", { path: `"\${ACCOUNTS_FILE:-accounts.csv}"` }),
  },
  {
    id: "secret-short",
    family: "secret",
    severity: "error",
    description:
      "A secret of fewer than 6 characters cannot be kept out of the output: every word that contains it would be blotted out. An API token of Planhat is longer.",
    bad: `${exampleOf("  externalId: account_id")}# planhat-sync.yaml: with PLANHAT_API_TOKEN=abc\n`,
    good: `${exampleOf("  externalId: account_id")}# planhat-sync.yaml: with the whole token\n`,
  },
  {
    id: "token-malformed",
    family: "secret",
    severity: "error",
    description:
      "The API token, or the UUID of the tenant, is none as it stands: it has quotes around it, a line end or a blank in it, or `Bearer` in front. Sent like that, the request would fail on the way, or Planhat would refuse it, and neither would say why. Correct the variable that holds it. Checking a definition needs no token; a command that needs it ends with exit code 4.",
    bad: `${exampleOf("  externalId: account_id")}# planhat-sync.yaml: with PLANHAT_API_TOKEN='"the whole token"'\n`,
    good: `${exampleOf("  externalId: account_id")}# planhat-sync.yaml: with the token alone\n`,
  },
  {
    id: "env-file",
    family: "project",
    severity: "error",
    description:
      "A line of `.env` does not say what it seems to: a quote is not closed, or there is more behind it. It warns of a # within a value that is not in quotes (here it belongs to the value, other programs cut there), of a variable that is set twice, and of a line that sets none.",
    bad: `${exampleOf("  externalId: account_id")}# .env: PLANHAT_API_TOKEN="abcdefgh\n`,
    good: `${exampleOf("  externalId: account_id")}# .env: PLANHAT_API_TOKEN="abcdefgh"\n`,
  },
]);
