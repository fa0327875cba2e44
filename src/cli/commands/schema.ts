import { Argument, Command } from "commander";
import { planSchema } from "../../model/generated/plan.ts";
import { projectSchema } from "../../model/generated/project.ts";
import { reportSchema } from "../../model/generated/report.ts";
import { syncSchema } from "../../model/generated/sync.ts";
import type { RegisterCommand, Run } from "../command.ts";
import { EXIT } from "../exit-code.ts";

const SCHEMAS: Readonly<Record<string, object>> = {
  sync: syncSchema,
  project: projectSchema,
  plan: planSchema,
  report: reportSchema,
};

export const schemaCommand: RegisterCommand = (wire) =>
  new Command("schema")
    .description("print a JSON Schema: of a definition, the settings, or the JSON that plan and apply print")
    .addArgument(new Argument("[which]", "which schema").choices(Object.keys(SCHEMAS)).default("sync"))
    .addHelpText(
      "after",
      "\nExamples:\n  $ planhat-sync schema > sync.schema.json\n  $ planhat-sync schema report",
    )
    .action(wire(schema));

const schema: Run = async ({ output }, [which]) => {
  output.result(JSON.stringify(SCHEMAS[which as string], null, 2));
  return EXIT.done;
};
