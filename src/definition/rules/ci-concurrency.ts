import type { Finding, Rule, RuleContext } from "../rule.ts";
import { applies, at, callingJobs } from "./reading/workflow-steps.ts";

export const ciConcurrency: Rule = {
  id: "ci-concurrency",
  severity: "warning",
  family: "ci",
  description:
    "A workflow that applies does not say that one run waits for the other, or ends a run that is going on. Two applies at once wait for the same state, and the second ends with exit 4; an apply that is cancelled leaves the rest for the next one.",
  bad: `# .github/workflows/planhat.yml
on:
  push: { branches: [main] }
permissions: { contents: read }
jobs:
  sync:
    runs-on: ubuntu-latest
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
  *check(context: RuleContext): Iterable<Finding> {
    for (const job of callingJobs(context)) {
      if (!applies(job)) continue;
      const { workflow, path } = job;
      const own = job.job["concurrency"];
      const concurrency = own ?? at(workflow.value, "concurrency");
      const place = own === undefined ? ["concurrency"] : [...path, "concurrency"];
      if (concurrency === undefined) {
        yield {
          in: workflow,
          path,
          at: { part: "key" },
          message:
            "Two runs of this workflow may apply at once. The second finds the state locked and ends with exit 4.",
          hint: "write concurrency: planhat at the top of the workflow",
        };
      } else if (at(concurrency, "cancel-in-progress") === true) {
        yield {
          in: workflow,
          path: [...place, "cancel-in-progress"],
          message: "A later run ends an apply that is going on. What is left waits for the next one.",
          hint: "remove cancel-in-progress where planhat-sync applies",
        };
      }
    }
  },
};
