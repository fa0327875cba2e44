import { Argument, Command } from "commander";
import { SCHEMA_NAMES, type SchemaName } from "../../app/scaffold/schema-names.ts";
import { Stop } from "../../model/stop.ts";
import { FIELDS_FILE } from "../../model/tenant-fields.ts";
import type { RegisterCommand, Run } from "../command.ts";
import { print } from "../command-context.ts";
import { EXIT } from "../exit-code.ts";

export const schemaCommand: RegisterCommand = (wire) =>
  new Command("schema")
    .description(
      "print a JSON Schema: of a definition, the settings, the JSON that plan and apply print, or the file of the tenant's fields",
    )
    .addArgument(new Argument("[which]", "which schema").choices(SCHEMA_NAMES).default("sync"))
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

const schema: Run = async (context, [given], { tenant, write }) => {
  const which = given as SchemaName;
  const { SCHEMAS, tenantSchema, writeSchemas } = await import("../../app/scaffold/schemas.ts");
  if (write === true) {
    for (const path of await writeSchemas(context)) context.output.result(`  wrote  ${path}`);
    return EXIT.done;
  }
  if (tenant === true && which !== "sync") {
    throw new Stop("options-conflict", "--tenant is for the schema of a definition alone.", {
      fix: "Write `planhat-sync schema sync --tenant`.",
    });
  }
  await print(context, "schema", tenant === true ? await tenantSchema(context) : SCHEMAS[which]());
  return EXIT.done;
};
