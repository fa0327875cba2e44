import { Argument, Command } from "commander";
import { FIELDS_FILE } from "../../definition/fields-file.ts";
import { tenantSyncSchema } from "../../definition/tenant-sync-schema.ts";
import { fieldsSchema } from "../../model/generated/fields.ts";
import { planSchema } from "../../model/generated/plan.ts";
import { projectSchema } from "../../model/generated/project.ts";
import { reportSchema } from "../../model/generated/report.ts";
import { syncSchema } from "../../model/generated/sync.ts";
import { Stop } from "../../model/stop.ts";
import type { RegisterCommand, Run } from "../command.ts";
import { type Context, load } from "../context.ts";
import { EXIT } from "../exit-code.ts";

const SCHEMAS: Readonly<Record<string, object>> = {
  sync: syncSchema,
  project: projectSchema,
  plan: planSchema,
  report: reportSchema,
  fields: fieldsSchema,
};

export const schemaCommand: RegisterCommand = (wire) =>
  new Command("schema")
    .description(
      "print a JSON Schema: of a definition, the settings, the JSON that plan and apply print, or the file of the tenant's fields",
    )
    .addArgument(new Argument("[which]", "which schema").choices(Object.keys(SCHEMAS)).default("sync"))
    .option("--tenant", `of a definition, with the custom fields of ${FIELDS_FILE} as completions`)
    .addHelpText(
      "after",
      "\nExamples:\n  $ planhat-sync schema plan\n  $ planhat-sync schema sync --tenant > .planhat-sync/sync.schema.json",
    )
    .action(wire(schema));

const schema: Run = async (context, [which], options) => {
  const printed =
    options["tenant"] === true ? await ofTenant(context, which as string) : SCHEMAS[which as string];
  context.output.result(JSON.stringify(printed, null, 2));
  return EXIT.done;
};

async function ofTenant(context: Context, which: string): Promise<object> {
  if (which !== "sync") {
    throw new Stop("usage", "--tenant is for the schema of a definition alone.", {
      hint: "Write `planhat-sync schema sync --tenant`.",
    });
  }
  const { tenantFields } = await load(context);
  if (tenantFields !== undefined) return tenantSyncSchema(tenantFields);
  throw new Stop(
    "definition",
    `The tenant's custom fields are not known: ${FIELDS_FILE} is missing or has faults.`,
    {
      hint: "Run `planhat-sync introspect`, which writes it.",
    },
  );
}
