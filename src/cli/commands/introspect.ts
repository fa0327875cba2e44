import { Command } from "commander";
import { load } from "../../app/load.ts";
import { fieldsFileFaults, introspect, requireIntactFields } from "../../app/planhat/introspect.ts";
import { FIELDS_FILE } from "../../model/tenant-fields.ts";
import { diagnosticsText } from "../../report/diagnostics/diagnostics-text.ts";
import type { RegisterCommand, Run } from "../command.ts";
import { print } from "../command-context.ts";
import { EXIT } from "../exit-code.ts";
import { interruptible } from "../interruption.ts";
import { progressFor } from "../progress.ts";

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
  const project = await load(context);
  const faults = check ? fieldsFileFaults(project) : [];
  if (faults.length > 0) {
    const { texts, syncs } = project;
    const layout = { texts, colour: output.errColour, syncs: syncs.length, files: texts.size };
    output.remark(diagnosticsText(faults, layout));
    requireIntactFields(project);
  }
  return interruptible(context, async ({ signal }) => {
    const progress = progressFor(context);
    try {
      const view = await introspect(context, project, { check, onProgress: progress.on, signal });
      progress.stop();
      print(context, "introspect", output.clean(view));
      return view.outcome === "moved" || view.outcome === "missing" ? EXIT.changes : EXIT.done;
    } finally {
      progress.stop();
    }
  });
};
