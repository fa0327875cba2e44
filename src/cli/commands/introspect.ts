import { Command } from "commander";
import { FIELDS_FILE } from "../../model/tenant-fields.ts";
import type { RegisterCommand, Run } from "../command.ts";
import { print } from "../command-context.ts";
import { EXIT } from "../exit-code.ts";

export const introspectCommand: RegisterCommand = (wire) =>
  new Command("introspect")
    .description(`read the tenant's custom fields into ${FIELDS_FILE}, for validate and for editors`)
    .option("--check", "write nothing; exit with 2 when the tenant has moved away from the file")
    .addHelpText(
      "after",
      `\nCommit ${FIELDS_FILE}. It holds names, types, list values and formulas of custom fields, no records.\n\nExamples:\n  $ planhat-sync introspect\n  $ planhat-sync introspect --check`,
    )
    .action(wire(run));

const run: Run = async (context, _args, options) => {
  const { output } = context;
  const check = options["check"] === true;
  const { load } = await import("../../app/load.ts");
  const { fieldsFileFaults, introspect, requireIntactFields } = await import(
    "../../app/planhat/introspect.ts"
  );
  const project = await load(context);
  const faults = check ? fieldsFileFaults(project) : [];
  if (faults.length > 0) {
    const { diagnosticsText } = await import("../../report/diagnostics/diagnostics-text.ts");
    const { texts, syncs } = project;
    const layout = { texts, colour: output.errColour, syncs: syncs.length, files: texts.size };
    output.remark(diagnosticsText(faults, layout));
    requireIntactFields(project);
  }
  const { interruptible } = await import("../interruption.ts");
  const { progressFor } = await import("../progress.ts");
  return interruptible(context, async ({ signal }) => {
    const progress = progressFor(context);
    try {
      const view = await introspect(context, project, { check, onProgress: progress.on, signal });
      progress.stop();
      await print(context, "introspect", output.clean(view));
      return view.outcome === "moved" || view.outcome === "missing" ? EXIT.changes : EXIT.done;
    } finally {
      progress.stop();
    }
  });
};
