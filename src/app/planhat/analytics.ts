import type { CompiledSync } from "../../model/compiled-sync.ts";
import type { Project, ProjectSettings } from "../../model/project.ts";
import { Stop } from "../../model/stop.ts";
import { analyticsOrigin } from "../../planhat/api/hosts.ts";
import { settingValue } from "../settings.ts";

const TENANT = /^[A-Za-z\d_-]{6,100}$/;

/** Whether a sync writes points or events: to another host, with the tenant's UUID in place of the API token. */
export function isStream({ objectType }: CompiledSync): boolean {
  return objectType.stream !== undefined;
}

/**
 * Throws unless it is known where points and events go, where one of the syncs writes them: the tenant, by which the
 * state is kept apart too, and the host.
 */
export function requireAnalytics({ settings }: Project, syncs: readonly CompiledSync[]): void {
  const [first] = syncs.filter(isStream);
  if (first === undefined) return;
  tenantOf(settings, `The sync ${first.name}`);
  analyticsOrigin(settings);
}

/** The tenant's UUID: a secret, since whoever has it can write. Throws a Stop that says where to find it. */
export function tenantOf({ tenantUuid }: ProjectSettings, who: string): string {
  // Throws where an environment has still to be chosen.
  const value = tenantUuid.kind === "missing" ? "" : settingValue(tenantUuid, "planhat.tenantUuid");
  if (TENANT.test(value)) return value;
  const names = tenantUuid.kind === "missing" ? tenantUuid.variables.join(" and ") : "PLANHAT_TENANT_UUID";
  const what = value === "" ? "which is not set" : "and what is set is none";
  throw new Stop("variable-missing", `${who} needs the tenant's UUID, ${what}.`, {
    fix: `Set ${names}: it stands in the Developer section of Planhat's settings. Keep it like a password.`,
  });
}
