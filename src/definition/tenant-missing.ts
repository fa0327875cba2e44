import { diagnose } from "../model/diagnose.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { PlacedSync } from "../model/placed.ts";
import type { ProjectSettings } from "../model/project.ts";

/**
 * Points and events go where no API token is taken: only the tenant's UUID says whose they are. A warning, like every
 * variable that is not set: checking a definition needs no secret.
 */
export function* tenantMissing(
  syncs: readonly PlacedSync[],
  { tenantUuid }: ProjectSettings,
): Iterable<Diagnostic> {
  if (tenantUuid.kind === "value" && tenantUuid.value !== "") return;
  for (const sync of syncs) {
    if (sync.objectType?.stream === undefined) continue;
    const found = diagnose(sync.file, sync.place(["target", "object"]), {
      rule: "tenant-missing",
      severity: "warning",
      message: `A sync of ${sync.objectType.plural} needs the tenant's UUID, which is not set. Planhat takes them by it, and not by the API token.`,
      hint: "set PLANHAT_TENANT_UUID; it stands in the Developer section of Planhat's settings",
    });
    yield { ...found, sync: sync.name };
  }
}
