import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { editorSchema } from "../../definition/schema/editor-schema.ts";
import { tenantSyncSchema } from "../../definition/schema/tenant-sync-schema.ts";
import { fieldsSchema } from "../../model/generated/fields.ts";
import { OBJECT_TYPES } from "../../model/generated/objects.ts";
import { planSchema } from "../../model/generated/plan.ts";
import { projectSchema } from "../../model/generated/project.ts";
import { reportSchema } from "../../model/generated/report.ts";
import { Stop } from "../../model/stop.ts";
import { FIELDS_FILE } from "../../model/tenant-fields.ts";
import { SOURCE_KINDS } from "../../sources/index.ts";
import type { Context } from "../context.ts";
import { load } from "../load.ts";
import { ALL_RULES } from "../rules.ts";
import { editorSchemas } from "./editor-schemas.ts";
import type { SchemaName } from "./schema-names.ts";

/** The JSON Schemas of what is written and of what is printed. */
export const SCHEMAS = {
  sync: () => editorSchema(OBJECT_TYPES, ALL_RULES, SOURCE_KINDS),
  project: () => projectSchema,
  plan: () => planSchema,
  report: () => reportSchema,
  fields: () => fieldsSchema,
} as const satisfies Readonly<Record<SchemaName, () => object>>;

/** The schema of a definition with the custom fields of the project's tenant. */
export async function tenantSchema(context: Context): Promise<object> {
  const { tenantFields } = await load(context);
  if (tenantFields !== undefined) return tenantSyncSchema(tenantFields, SCHEMAS.sync());
  throw new Stop(
    "tenant-fields-unknown",
    `The tenant's custom fields are not known: ${FIELDS_FILE} is missing or has faults.`,
    {
      fix: "Run `planhat-sync introspect`, which writes it.",
    },
  );
}

/** Writes the schemas that editors use into the project; answers their paths. */
export async function writeSchemas(context: Context): Promise<readonly string[]> {
  const { tenantFields } = await load(context);
  const schemas = editorSchemas(tenantFields);
  for (const [path, text] of schemas) {
    const file = join(context.projectDir, path);
    try {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    } catch (cause) {
      throw new Stop("file-unwritable", `${path} could not be written.`, {
        fix: `Check the folder ${dirname(file)}: it must be a folder that you may write to.`,
        cause,
      });
    }
  }
  return [...schemas.keys()];
}
