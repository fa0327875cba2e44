import { isJsonObject, type Json } from "../../model/json.ts";
import type { Finding, Rule, RuleContext } from "../rule.ts";

export const ciTlsOff: Rule = {
  id: "ci-tls-off",
  severity: "error",
  family: "secret",
  description:
    "A workflow turns off the check of certificates with `NODE_TLS_REJECT_UNAUTHORIZED`. Whoever is on the way could read the token and change the data. planhat-sync refuses to talk to Planhat like that.",
  bad: `# .github/workflows/planhat.yml
on:
  push: { branches: [main] }
permissions: { contents: read }
concurrency: planhat
jobs:
  sync:
    runs-on: ubuntu-latest
    env: { NODE_TLS_REJECT_UNAUTHORIZED: "0" }
    steps:
      - uses: actions/checkout@v4
      - uses: actions/cache@v4
        with: { path: .planhat-sync, key: "planhat-\${{ github.run_id }}", restore-keys: planhat- }
      - run: npx planhat-sync@0.1.0 apply --auto-approve

# syncs/accounts.yaml
version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: name
`,
  good: `# .github/workflows/planhat.yml
on:
  push: { branches: [main] }
permissions: { contents: read }
concurrency: planhat
jobs:
  sync:
    runs-on: ubuntu-latest
    env: { NODE_EXTRA_CA_CERTS: certs/proxy.pem }
    steps:
      - uses: actions/checkout@v4
      - uses: actions/cache@v4
        with: { path: .planhat-sync, key: "planhat-\${{ github.run_id }}", restore-keys: planhat- }
      - run: npx planhat-sync@0.1.0 apply --auto-approve

# syncs/accounts.yaml
version: 1
source:
  csv: { path: accounts.csv }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: name
`,
  *check({ workflows }: RuleContext): Iterable<Finding> {
    for (const workflow of workflows) {
      const match = /NODE_TLS_REJECT_UNAUTHORIZED["']?\s*[:=]\s*["']?0/.exec(workflow.text);
      if (match === null) continue;
      const scalar = workflow.scalars.find(({ path, raw }) => path.at(-1) === NAME || raw.includes(NAME));
      const offset = scalar?.raw.indexOf(NAME) ?? -1;
      yield {
        in: workflow,
        path: scalar?.path ?? pathOfKey(workflow.value) ?? [],
        at: offset >= 0 ? { span: { offset, length: NAME.length } } : { part: "key" },
        message:
          "Without the check of certificates anybody on the way can read the token and change the data.",
        hint: "remove it; for a certificate of your own name its file in NODE_EXTRA_CA_CERTS",
      };
    }
  },
};

const NAME = "NODE_TLS_REJECT_UNAUTHORIZED";

/** Where the variable is set to a number, which is no text. */
function pathOfKey(value: Json): readonly string[] | undefined {
  if (!isJsonObject(value)) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (key === NAME) return [key];
    const below = pathOfKey(inner);
    if (below !== undefined) return [key, ...below];
  }
  return undefined;
}
