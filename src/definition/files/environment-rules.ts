import { exampleOf, type LoadRule, loadRules } from "../../model/load-rule.ts";

/** What reading `environments` reports. */
export const ENVIRONMENT_RULES: readonly LoadRule[] = loadRules([
  {
    id: "environment-shared",
    family: "project",
    severity: "warning",
    description:
      "Two environments share a state or a token. With one state, a record that was written to one Planhat would count as accepted by the other; with one token, both write to the same tenant. An environment that gives neither takes them from the top of the file.",
    bad: project(`production: { planhat: { token: "\${STAGING_TOKEN}" } }`),
    good: project(`production: { planhat: { token: "\${PRODUCTION_TOKEN}" } }`),
  },
  {
    id: "environment-address",
    family: "secret",
    severity: "error",
    description:
      "An environment names a host that is neither Planhat's nor this machine's. The token would be sent there, and the file comes with every pull request: such an address has to come from an environment variable. `sandbox`, addresses on this machine and hosts below planhat.com may be written out.",
    bad: project(
      `production: { planhat: { token: "\${PRODUCTION_TOKEN}", apiUrl: "https://planhat.example.com" } }`,
    ),
    good: project(
      `production: { planhat: { token: "\${PRODUCTION_TOKEN}", apiUrl: "\${PRODUCTION_API_URL:-}" } }`,
    ),
  },
]);

/** A project file beside a definition, in one text: a comment with a path begins each. */
function project(production: string): string {
  return `# planhat-sync.yaml
version: 1
environments:
  staging: { planhat: { token: "\${STAGING_TOKEN}" } }
  ${production}

# syncs/accounts.yaml
${exampleOf("  externalId: account_id")}`;
}
