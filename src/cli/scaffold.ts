import { editorSchemas } from "./editor-schemas.ts";
import type { SourceKind } from "./scaffold/sample-source.ts";
import { VERSION } from "./version.ts";

export type Target = "sandbox" | "tenant";

/** The files of a new project that are the same for every sync, by path. */
export function projectFiles(source: SourceKind, target: Target): ReadonlyMap<string, string> {
  return new Map([
    ["planhat-sync.yaml", settings(source)],
    [".env", environment(source, target)],
    [".gitignore", ".planhat-sync/\n.env\n"],
    [".github/workflows/planhat.yml", workflow()],
    ...editorSchemas(),
  ]);
}

function settings(source: SourceKind): string {
  const connections = source === "postgres" ? `connections:\n  warehouse: \${WAREHOUSE_URL}\n` : "";
  return `# yaml-language-server: $schema=schemas/project.schema.json
version: 1
planhat:
  token: \${PLANHAT_API_TOKEN}           # of a Private App: Planhat, Settings > Private Apps
  region: \${PLANHAT_REGION:-}           # us1 for app-us1.planhat.com; empty for app.planhat.com
${connections}`;
}

/** Git-ignored: what is different on every machine, and secret. */
function environment(source: SourceKind, target: Target): string {
  const planhat =
    target === "sandbox"
      ? `# A Planhat of this project's own, kept in .planhat-sync/sandbox. For the real one, delete the first of these lines
# and put the token of a Private App into the second (Planhat: Settings > Private Apps).
PLANHAT_API_URL=sandbox
PLANHAT_API_TOKEN=sandbox-token
`
      : `# The token of a Private App (Planhat: Settings > Private Apps); give it only the object types that you sync.
PLANHAT_API_TOKEN=
# us1 for app-us1.planhat.com; nothing for app.planhat.com
PLANHAT_REGION=
`;
  switch (source) {
    case "csv":
      return planhat;
    case "postgres":
      return `${planhat}# postgres://user:password@host:5432/database; a user that may only read is enough.
WAREHOUSE_URL=
`;
    case "http":
      return `${planhat}# Where your API is; until then node sample-api.mjs stands in for it.
# API_URL=https://api.example.com
`;
    default:
      return source satisfies never;
  }
}

function workflow(): string {
  return `# The plan of every pull request in its log, an apply of every change on main.
name: planhat
on:
  pull_request:
  push:
    branches: [main]
concurrency: planhat
jobs:
  sync:
    runs-on: ubuntu-latest
    env:
      PLANHAT_API_TOKEN: \${{ secrets.PLANHAT_API_TOKEN }}
      PLANHAT_REGION: \${{ vars.PLANHAT_REGION }}
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with: { node-version: 20 }
      - run: npm install --global planhat-sync@${VERSION}
      - run: planhat-sync validate --format github
      - run: planhat-sync test
      # A pull request from a fork has no secrets: it is checked, and not planned.
      - if: github.event_name == 'pull_request' && env.PLANHAT_API_TOKEN != ''
        run: planhat-sync plan
      - if: github.event_name == 'push'
        run: planhat-sync apply --auto-approve
`;
}
