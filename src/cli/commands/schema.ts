import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Argument, Command } from "commander";
import { editorSchema } from "../../definition/editor-schema.ts";
import { OBJECT_TYPES } from "../../model/generated/objects.ts";
import { planSchema } from "../../model/generated/plan.ts";
import { projectSchema } from "../../model/generated/project.ts";
import { reportSchema } from "../../model/generated/report.ts";
import { Stop } from "../../model/stop.ts";
import type { RegisterCommand, Run } from "../command.ts";
import type { Context } from "../context.ts";
import { editorSchemas } from "../editor-schemas.ts";
import { EXIT } from "../exit-code.ts";

const SCHEMAS: Readonly<Record<string, () => object>> = {
  sync: () => editorSchema(OBJECT_TYPES),
  project: () => projectSchema,
  plan: () => planSchema,
  report: () => reportSchema,
};

export const schemaCommand: RegisterCommand = (wire) =>
  new Command("schema")
    .description("print a JSON Schema: of a definition, the settings, or the JSON that plan and apply print")
    .addArgument(new Argument("[which]", "which schema").choices(Object.keys(SCHEMAS)).default("sync"))
    .option("--write", "write those that editors use into the project's schemas/, as init does")
    .addHelpText(
      "after",
      "\nExamples:\n  $ planhat-sync schema > sync.schema.json\n  $ planhat-sync schema report\n  $ planhat-sync schema --write",
    )
    .action(wire(schema));

const schema: Run = async (context, [which], { write }) => {
  if (write === true) return writeSchemas(context);
  context.output.result(JSON.stringify(SCHEMAS[which as string]?.(), null, 2));
  return EXIT.done;
};

async function writeSchemas({ output, projectDir }: Context): Promise<number> {
  for (const [path, text] of editorSchemas()) {
    const file = join(projectDir, path);
    try {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    } catch (cause) {
      throw new Stop("environment", `${path} could not be written.`, {
        hint: `Check the folder ${dirname(file)}: it must be a folder that you may write to.`,
        cause,
      });
    }
    output.result(`  wrote  ${path}`);
  }
  return EXIT.done;
}
