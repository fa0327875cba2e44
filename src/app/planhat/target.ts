// Which Planhat a project writes to. Apart from the connection, so that a command that makes no call loads no HTTP client.
import { sha256 } from "../../model/fingerprint.ts";
import type { Target } from "../../model/plan-view.ts";
import type { Project } from "../../model/project.ts";
import { analyticsOrigin, apiOrigin, OWN_SANDBOX } from "../../planhat/api/hosts.ts";
import { settingValue } from "../settings.ts";

/** Where the token would go. */
export function targetOrigin({ settings }: Project): string {
  return apiOrigin({ ...settings, region: settingValue(settings.region, "planhat.region") });
}

/** What people are told of a target's identity. */
export function targetName(identity: string): string {
  const [origin = ""] = identity.split("#");
  return origin === OWN_SANDBOX ? "sandbox" : origin;
}

/** The Planhat that a project writes to, as plans and reports name it. */
export function targetOf(project: Project): Target {
  return { target: targetName(targetIdentity(project)), ...environmentOf(project) };
}

/** Where a run wrote, for its report: what there is only one of needs no name. */
export function namedTarget(project: Project): Partial<Target> {
  return project.settings.environment === undefined ? {} : targetOf(project);
}

/** The chosen environment, for whatever names it; nothing in a project without environments. */
export function environmentOf({ settings: { environment } }: Project): Pick<Target, "environment"> {
  return environment?.kind === "chosen" ? { environment: environment.name } : {};
}

/** What the state is kept apart by: another host or tenant has accepted nothing of this. */
export function targetIdentity(project: Project): string {
  const { tenantUuid, analyticsUrl = "" } = project.settings;
  const tenant = tenantUuid.kind === "value" ? tenantUuid.value : "";
  const api = targetOrigin(project);
  // Another place for points and events has accepted none of those that went to Planhat's own.
  const other = analyticsUrl === "" ? api : analyticsOrigin(project.settings);
  const origin = other === api ? api : `${api} ${other}`;
  // Whoever has the tenant's UUID may write its metrics: the state holds only a digest of it.
  return tenant === "" ? origin : `${origin}#${sha256(tenant).slice(0, 16)}`;
}
