import type { SourceScaffold } from "../../model/source-kind.ts";
import type { Target } from "./target.ts";

/** `planhat-sync.yaml` of a project with a staging and a production. */
export function environmentsText({ settings = "" }: SourceScaffold): string {
  return `# yaml-language-server: $schema=schemas/project.schema.json
version: 1
# --env NAME or PLANHAT_SYNC_ENV chooses one.
environments:
  staging:
    planhat:
      token: \${STAGING_TOKEN}           # of a Private App: Planhat, Settings > Private Apps
      region: \${STAGING_REGION:-}       # us1 for app-us1.planhat.com; empty for app.planhat.com
      tenantUuid: \${STAGING_TENANT_UUID:-}
      apiUrl: \${STAGING_API_URL:-}      # sandbox for one of this project's own; empty for Planhat itself
    state: \${STAGING_STATE:-.planhat-sync/staging.db}         # CI: one that stays, postgres://…
  production:
    planhat:
      token: \${PRODUCTION_TOKEN}
      region: \${PRODUCTION_REGION:-}
      tenantUuid: \${PRODUCTION_TENANT_UUID:-}
    state: \${PRODUCTION_STATE:-.planhat-sync/production.db}
    protected: true                    # takes saved plans only: planhat-sync plan --env production --out FILE
${settings}`;
}

/** Its `.env`: what is different on every machine, and secret. */
export function environmentsVariables({ environment: more = "" }: SourceScaffold, target: Target): string {
  const staging =
    target === "sandbox"
      ? `# A Planhat of this project's own, kept in .planhat-sync/sandbox-staging. For a real one, delete the line of
# STAGING_API_URL and put in the token of a Private App (Planhat: Settings > Private Apps).
STAGING_API_URL=sandbox
STAGING_TOKEN=sandbox-token
STAGING_TENANT_UUID=sandbox-tenant
`
      : `# The token of a Private App (Planhat: Settings > Private Apps); give it only the object types that you sync.
STAGING_TOKEN=
# us1 for app-us1.planhat.com; nothing for app.planhat.com
STAGING_REGION=
# Only for metrics and user activities (Planhat: Settings > Developer).
STAGING_TENANT_UUID=
`;
  return `# What commands without --env work with.
PLANHAT_SYNC_ENV=staging
${staging}# The same of production.
PRODUCTION_TOKEN=
PRODUCTION_REGION=
PRODUCTION_TENANT_UUID=
${more}`;
}
