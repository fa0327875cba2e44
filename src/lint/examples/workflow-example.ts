import { example } from "./definition-example.ts";

/** A workflow that breaks no rule, and a definition beside it. */
export const WORKFLOW = `# .github/workflows/planhat.yml
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
${example()}`;
