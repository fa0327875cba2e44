import { join } from "node:path";
import { Command } from "commander";
import { type Context, load } from "../../app/context.ts";
import { replaceFile } from "../../app/replace-file.ts";
import { requireKnown } from "../../app/selection.ts";
import { columnsOf, OFFLINE } from "../../app/source/source-columns.ts";
import { fixProject } from "../../definition/fix-project.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Project } from "../../model/project.ts";
import { diagnosticsGithub } from "../../report/diagnostics/diagnostics-github.ts";
import { diagnosticsJson } from "../../report/diagnostics/diagnostics-json.ts";
import { diagnosticsMarkdown } from "../../report/diagnostics/diagnostics-markdown.ts";
import { diagnosticsSarif } from "../../report/diagnostics/diagnostics-sarif.ts";
import { diagnosticsText } from "../../report/diagnostics/diagnostics-text.ts";
import { fixesText } from "../../report/diagnostics/fixes-text.ts";
import type { RegisterCommand, Run } from "../command.ts";
import { EXIT } from "../exit-code.ts";
import { appendStepSummary, repositoryFolder } from "../github.ts";
import { VERSION } from "../version.ts";
import { ALL_RULES } from "./explain.ts";

export const validateCommand: RegisterCommand = (wire) =>
  new Command("validate")
    .description("find the mistakes in the definitions, without network")
    .argument("[sync...]", "names of syncs; all by default")
    .option("--strict", "take warnings for errors")
    .option("--fix", "mend in the files what has one right answer, and show what is left")
    .addHelpText(
      "after",
      "\nExamples:\n  $ planhat-sync validate\n  $ planhat-sync validate crm-companies --strict\n  $ planhat-sync validate --fix\n  $ planhat-sync validate --format sarif > planhat-sync.sarif",
    )
    .action(wire(validate));

const validate: Run = async (context, [names], options) => {
  const wanted = names as readonly string[];
  const wants = ({ sync }: Diagnostic) => wanted.length === 0 || sync === undefined || wanted.includes(sync);
  const { project, fixed } = await (options["fix"] === true ? fix(context, wants) : look(context));
  requireKnown(project, wanted);
  const strict = options["strict"] === true;
  const diagnostics = project.diagnostics
    .filter(wants)
    .map((diagnostic): Diagnostic => (strict ? { ...diagnostic, severity: "error" } : diagnostic));
  const summary = diagnosticsMarkdown(context.output.clean(diagnostics));
  if (diagnostics.length > 0) await appendStepSummary(context.io, context.output, summary);
  if (context.options.format === "markdown") context.output.result(summary);
  else print(context, asked(project, wanted), context.output.clean(diagnostics), context.output.clean(fixed));
  return diagnostics.some(({ severity }) => severity === "error") ? EXIT.definition : EXIT.done;
};

/** The project with the syncs and the files that were asked for: what the last line counts. */
function asked(project: Project, wanted: readonly string[]): Project {
  if (wanted.length === 0) return project;
  const syncs = project.syncs.filter(({ name }) => wanted.includes(name));
  const files = new Set([
    ...syncs.map(({ file }) => file),
    ...project.diagnostics.flatMap(({ sync, file }) =>
      sync === undefined || wanted.includes(sync) ? [file] : [],
    ),
  ]);
  return { ...project, syncs, texts: new Map([...project.texts].filter(([file]) => files.has(file))) };
}

interface Looked {
  readonly project: Project;
  /** undefined without `--fix`. */
  readonly fixed: readonly Diagnostic[] | undefined;
}

async function look(context: Context): Promise<Looked> {
  return { project: await load(context, columnsOf(context, { costs: OFFLINE })), fixed: undefined };
}

async function fix(context: Context, wants: (diagnostic: Diagnostic) => boolean): Promise<Looked> {
  const columns = columnsOf(context, { costs: OFFLINE });
  const before = await load(context, columns);
  const { project, texts, fixed } = await fixProject({
    load: (changed) =>
      changed.size === 0 ? Promise.resolve(before) : load(context, columns, { texts: changed }),
    wants,
  });
  for (const [file, text] of texts) {
    await replaceFile(join(context.projectDir, file), before.texts.get(file) ?? "", text);
  }
  return { project, fixed };
}

function print(
  context: Context,
  { texts, syncs }: Project,
  diagnostics: readonly Diagnostic[],
  fixed: readonly Diagnostic[] | undefined,
): void {
  const { output } = context;
  const colour = output.colour;
  const folder = repositoryFolder(context);
  switch (context.options.format) {
    case "json":
      output.result(diagnosticsJson(diagnostics, fixed));
      return;
    case "github":
      output.remark(fixesText(fixed ?? [], { colour: output.errColour }));
      output.result(diagnosticsGithub(diagnostics, { folder }));
      return;
    case "sarif":
      output.remark(fixesText(fixed ?? [], { colour: output.errColour }));
      output.result(diagnosticsSarif(diagnostics, { rules: ALL_RULES, version: VERSION, folder }));
      return;
    default:
      output.result(
        fixesText(fixed ?? [], { colour }) +
          diagnosticsText(diagnostics, { texts, colour, syncs: syncs.length, files: texts.size }),
      );
  }
}
