import { dressed, editorSchema } from "../../definition/schema/editor-schema.ts";
import { tenantSyncSchema } from "../../definition/schema/tenant-sync-schema.ts";
import { OBJECT_TYPES } from "../../model/generated/objects.ts";
import { projectSchema } from "../../model/generated/project.ts";
import type { TenantFields } from "../../model/tenant-fields.ts";
import { SOURCE_KINDS } from "../../sources/index.ts";
import { ALL_RULES } from "../rules.ts";

/**
 * The schemas that a project keeps for editors, by path: what the first line of each of its files names. They are part of
 * the project, so that they are found offline, in every clone, and wherever planhat-sync is installed. Where the tenant's
 * custom fields are known, they are in them.
 */
export function editorSchemas(tenantFields: TenantFields = {}): ReadonlyMap<string, string> {
  const sync = tenantSyncSchema(tenantFields, editorSchema(OBJECT_TYPES, ALL_RULES, SOURCE_KINDS));
  return new Map([
    ["schemas/sync.schema.json", `${JSON.stringify(sync)}\n`],
    ["schemas/project.schema.json", `${JSON.stringify(dressed(structuredClone(projectSchema)))}\n`],
  ]);
}
