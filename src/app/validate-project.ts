import { join } from "node:path";
import { fixProject } from "../definition/fix-project.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Project } from "../model/project.ts";
import type { Context } from "./context.ts";
import { load } from "./load.ts";
import { replaceFile } from "./replace-file.ts";
import { requireKnown } from "./selection.ts";
import { columnsOf, OFFLINE } from "./source/source-columns.ts";

export interface ValidateOptions {
  /** Names of syncs; all where there are none. */
  readonly names: readonly string[];
  /** Takes warnings for errors. */
  readonly strict: boolean;
  /** Corrects in the files what has one right answer. */
  readonly fix: boolean;
}

export interface Validated {
  /** The project with the syncs and the files that were asked for. */
  readonly project: Project;
  readonly diagnostics: readonly Diagnostic[];
  /** undefined where nothing was to be corrected. */
  readonly fixed: readonly Diagnostic[] | undefined;
}

/** Finds the mistakes in the definitions, without network. */
export async function validateProject(
  context: Context,
  { names, strict, fix: fixes }: ValidateOptions,
): Promise<Validated> {
  const wants = ({ sync }: Diagnostic) => names.length === 0 || sync === undefined || names.includes(sync);
  const { project, fixed } = await (fixes ? fix(context, wants) : look(context));
  requireKnown(project, names);
  const diagnostics = project.diagnostics
    .filter(wants)
    .map((diagnostic) => (strict ? strictly(diagnostic) : diagnostic));
  return { project: asked(project, names), diagnostics, fixed };
}

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

/** What other tools map by default has to pass: `mr`, `industry`. */
function strictly(diagnostic: Diagnostic): Diagnostic {
  return diagnostic.lenient === true ? diagnostic : { ...diagnostic, severity: "error" };
}
