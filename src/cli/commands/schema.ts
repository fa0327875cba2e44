import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Argument, Command } from "commander";
import { type Context, load } from "../../app/context.ts";
import { editorSchemas } from "../../app/scaffold/editor-schemas.ts";
import { FIELDS_FILE } from "../../definition/files/fields-file.ts";
import { editorSchema } from "../../definition/schema/editor-schema.ts";
import { tenantSyncSchema } from "../../definition/schema/tenant-sync-schema.ts";
import { fieldsSchema } from "../../model/generated/fields.ts";
import { OBJECT_TYPES } from "../../model/generated/objects.ts";
import { planSchema } from "../../model/generated/plan.ts";
import { projectSchema } from "../../model/generated/project.ts";
import { reportSchema } from "../../model/generated/report.ts";
import { Stop } from "../../model/stop.ts";
import { SOURCE_KINDS } from "../../sources/index.ts";
import type { RegisterCommand, Run } from "../command.ts";
import { EXIT } from "../exit-code.ts";

const SCHEMAS: Readonly<Record<string, () => object>> = {
  sync: () => editorSchema(OBJECT_TYPES, SOURCE_KINDS),
  project: () => projectSchema,
  plan: () => planSchema,
  report: () => reportSchema,
  fields: () => fieldsSchema,
};

export const schemaCommand: RegisterCommand = (wire) =>
  new Command("schema")
    .description(
      "print a JSON Schema: of a definition, the settings, the JSON that plan and apply print, or the file of the tenant's fields",
    )
    .addArgument(new Argument("[which]", "which schema").choices(Object.keys(SCHEMAS)).default("sync"))
    .option("--tenant", `of a definition, with the custom fields of ${FIELDS_FILE} as completions`)
    .option(
      "--write",
      `write those that editors use into the project's schemas/, with the custom fields where ${FIELDS_FILE} is there`,
    )
    .addHelpText(
      "after",
      "\nExamples:\n  $ planhat-sync schema plan\n  $ planhat-sync schema sync > sync.schema.json\n  $ planhat-sync schema --write",
    )
    .action(wire(schema));

const schema: Run = async (context, [which], { tenant, write }) => {
  if (write === true) return writeSchemas(context);
  const printed = tenant === true ? await ofTenant(context, which as string) : SCHEMAS[which as string]?.();
  context.output.result(JSON.stringify(printed, null, 2));
  return EXIT.done;
};

async function ofTenant(context: Context, which: string): Promise<object> {
  if (which !== "sync") {
    throw new Stop("options-conflict", "--tenant is for the schema of a definition alone.", {
      fix: "Write `planhat-sync schema sync --tenant`.",
    });
  }
  const { tenantFields } = await load(context);
  if (tenantFields !== undefined)
    return tenantSyncSchema(tenantFields, editorSchema(OBJECT_TYPES, SOURCE_KINDS));
  throw new Stop(
    "tenant-fields-unknown",
    `The tenant's custom fields are not known: ${FIELDS_FILE} is missing or has faults.`,
    {
      fix: "Run `planhat-sync introspect`, which writes it.",
    },
  );
}

async function writeSchemas(context: Context): Promise<number> {
  const { output, projectDir } = context;
  const { tenantFields } = await load(context);
  for (const [path, text] of editorSchemas(tenantFields)) {
    const file = join(projectDir, path);
    try {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    } catch (cause) {
      throw new Stop("file-unwritable", `${path} could not be written.`, {
        fix: `Check the folder ${dirname(file)}: it must be a folder that you may write to.`,
        cause,
      });
    }
    output.result(`  wrote  ${path}`);
  }
  return EXIT.done;
}
