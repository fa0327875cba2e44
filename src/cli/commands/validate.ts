import { Command } from "commander";
import type { RegisterCommand, Run } from "../command.ts";
import { print } from "../command-context.ts";
import { EXIT } from "../exit-code.ts";
import type { Format } from "../formats/format.ts";
import { appendStepSummary, hasStepSummary } from "../github.ts";

export const validateCommand: RegisterCommand = (wire) =>
  new Command("validate")
    .description("find the mistakes in the definitions, without network")
    .argument("[sync...]", "names of syncs; all by default")
    .option("--strict", "treat warnings as errors, except for fields that other tools map by default")
    .option("--fix", "fix what has one right answer in the files, and show what is left")
    .addHelpText(
      "after",
      "\nExamples:\n  $ planhat-sync validate\n  $ planhat-sync validate crm-companies --strict\n  $ planhat-sync validate --fix\n  $ planhat-sync validate --format sarif > planhat-sync.sarif",
    )
    .action(wire(validate));

/** Formats that have no place for what was corrected: it is told beside them. */
const WITHOUT_FIXES: ReadonlySet<Format> = new Set(["github", "sarif"]);

const validate: Run = async (context, [names], options) => {
  const { io, output } = context;
  const { validateProject } = await import("../../app/validate-project.ts");
  const found = await validateProject(context, {
    names: names as readonly string[],
    strict: options["strict"] === true,
    fix: options["fix"] === true,
  });
  const [diagnostics, fixed] = [output.clean(found.diagnostics), output.clean(found.fixed)];
  if (diagnostics.length > 0 && hasStepSummary(io)) {
    const { diagnosticsMarkdown } = await import("../../report/diagnostics/diagnostics-markdown.ts");
    await appendStepSummary(io, output, diagnosticsMarkdown(diagnostics));
  }
  if (WITHOUT_FIXES.has(context.options.format)) {
    const { fixesText } = await import("../../report/diagnostics/fixes-text.ts");
    output.remark(fixesText(fixed ?? [], { colour: output.errColour }));
  }
  await print(context, "validate", { project: found.project, diagnostics, fixed });
  return diagnostics.some(({ severity }) => severity === "error") ? EXIT.definition : EXIT.done;
};
