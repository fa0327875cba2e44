import { Command } from "commander";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { diagnosticsGithub } from "../../report/diagnostics-github.ts";
import { diagnosticsJson } from "../../report/diagnostics-json.ts";
import { diagnosticsMarkdown } from "../../report/diagnostics-markdown.ts";
import { diagnosticsText } from "../../report/diagnostics-text.ts";
import { redacted } from "../../report/redacted.ts";
import type { RegisterCommand, Run } from "../command.ts";
import { load } from "../context.ts";
import { EXIT } from "../exit-code.ts";
import { appendStepSummary, repositoryFolder } from "../github.ts";
import { requireKnown } from "../selection.ts";
import { columnsOf, OFFLINE } from "../source-columns.ts";

export const validateCommand: RegisterCommand = (wire) =>
  new Command("validate")
    .description("find the mistakes in the definitions, without network")
    .argument("[sync...]", "names of syncs; all by default")
    .option("--strict", "take warnings for errors")
    .addHelpText(
      "after",
      "\nExamples:\n  $ planhat-sync validate\n  $ planhat-sync validate crm-companies --strict\n  $ planhat-sync validate --format json",
    )
    .action(wire(validate));

const validate: Run = async (context, [names], options) => {
  const { output } = context;
  const project = await load(context, columnsOf(context, { kinds: OFFLINE }));
  const wanted = names as readonly string[];
  requireKnown(project, wanted);
  const diagnostics = project.diagnostics
    .filter(({ sync }) => wanted.length === 0 || sync === undefined || wanted.includes(sync))
    .map(
      (diagnostic): Diagnostic =>
        options["strict"] === true ? { ...diagnostic, severity: "error" } : diagnostic,
    );
  const { texts, syncs } = project;
  const summary = diagnosticsMarkdown(diagnostics.map((one) => redacted(one, output.redact)));
  if (diagnostics.length > 0) await appendStepSummary(context.io, output, summary);
  switch (context.options.format) {
    case "json":
      output.result(diagnosticsJson(diagnostics));
      break;
    case "github":
      output.result(diagnosticsGithub(diagnostics, { folder: repositoryFolder(context) }));
      break;
    case "markdown":
      output.result(summary);
      break;
    default:
      output.result(
        diagnosticsText(diagnostics, {
          texts,
          colour: output.colour,
          syncs: syncs.length,
          files: texts.size,
        }),
      );
  }
  return diagnostics.some(({ severity }) => severity === "error") ? EXIT.definition : EXIT.done;
};
