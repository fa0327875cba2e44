import type { SourceScaffold } from "../../model/source-kind.ts";
import { editorSchemas } from "./editor-schemas.ts";
import { environmentsText, environmentsVariables } from "./environments-files.ts";
import type { ProgramSource } from "./program-source.ts";
import type { Target } from "./target.ts";
import { workflowFiles } from "./workflow-files.ts";

/** The files of a new project that are the same for every sync, by path. */
export function projectFiles(
  source: SourceScaffold,
  { target, hasEnvironments }: { readonly target: Target; readonly hasEnvironments: boolean },
  program: ProgramSource,
): ReadonlyMap<string, string> {
  return new Map([
    ["planhat-sync.yaml", hasEnvironments ? environmentsText(source) : settingsText(source)],
    [".env", hasEnvironments ? environmentsVariables(source, target) : environment(source, target)],
    [".gitignore", ".planhat-sync/\n.env\n"],
    ...workflowFiles(program, { hasEnvironments }),
    ...editorSchemas(),
  ]);
}

/** `planhat-sync.yaml`. */
export function settingsText({ settings = "" }: SourceScaffold): string {
  return `# yaml-language-server: $schema=schemas/project.schema.json
version: 1
planhat:
  token: \${PLANHAT_API_TOKEN}           # of a Private App: Planhat, Settings > Private Apps
  region: \${PLANHAT_REGION:-}           # us1 for app-us1.planhat.com; empty for app.planhat.com
state: \${PLANHAT_SYNC_STATE:-.planhat-sync/state.db}   # CI: one that stays, postgres://…
${settings}`;
}

/** Git-ignored: what is different on every machine, and secret. */
function environment({ environment: more = "" }: SourceScaffold, target: Target): string {
  const planhat =
    target === "sandbox"
      ? `# A Planhat of this project's own, kept in .planhat-sync/sandbox. For the real one, delete the line of PLANHAT_API_URL
# and put in the token of a Private App (Planhat: Settings > Private Apps); metrics and user activities need the
# tenant's UUID too (Planhat: Settings > Developer).
PLANHAT_API_URL=sandbox
PLANHAT_API_TOKEN=sandbox-token
PLANHAT_TENANT_UUID=sandbox-tenant
`
      : `# The token of a Private App (Planhat: Settings > Private Apps); give it only the object types that you sync.
PLANHAT_API_TOKEN=
# us1 for app-us1.planhat.com; nothing for app.planhat.com
PLANHAT_REGION=
# Only for metrics and user activities (Planhat: Settings > Developer).
PLANHAT_TENANT_UUID=
`;
  return `${planhat}${more}`;
}
