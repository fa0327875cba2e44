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
    env:
      PLANHAT_SYNC_STATE: \${{ secrets.PLANHAT_SYNC_STATE }}
    steps:
      - uses: actions/checkout@v4
      - run: npx planhat-sync@0.1.0 apply --auto-approve

# syncs/accounts.yaml
${example()}`;
