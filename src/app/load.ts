import { PROJECT_FILE } from "../definition/compile-project.ts";
import { type LoadOptions, loadProject } from "../definition/load-project.ts";
import { compileExpression } from "../expression/compile-expression.ts";
import type { CompiledSync, Guards } from "../model/compiled-sync.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { OBJECT_TYPES } from "../model/generated/objects.ts";
import { given } from "../model/given.ts";
import type { Project } from "../model/project.ts";
import { Stop } from "../model/stop.ts";
import { SOURCE_KINDS } from "../sources/index.ts";
import type { Context } from "./context.ts";
import { secretsOfEnvironment } from "./environment-secrets.ts";
import { projectLinter } from "./rules.ts";
import { withoutSecretKeys } from "./secret-keys.ts";
import { requireKnownEnvironment } from "./settings.ts";

type ColumnsOf = NonNullable<LoadOptions["columnsOf"]>;

/** Reads the project; from now on no output contains its secrets. */
export async function load(
  { env, envFile, environment, projectDir, redaction }: Context,
  columnsOf?: ColumnsOf,
  more: Pick<LoadOptions, "memory" | "settingsInstead" | "texts"> = {},
): Promise<Project> {
  const project = await loadProject({
    dir: projectDir,
    env,
    ...given({ envFile: envFile?.path, environment, columnsOf }),
    objectTypes: OBJECT_TYPES,
    sourceKinds: SOURCE_KINDS,
    compileExpression,
    linter: projectLinter(),
    ...more,
  });
  redaction.hide([...project.secrets, ...secretsOfEnvironment(env)]);
  // What a broken file says of its environments, nobody knows.
  if (!project.diagnostics.some(isFileError)) requireKnownEnvironment(project.settings);
  const own = project.settings.environment;
  const syncs = project.syncs.map((sync) => withoutSecretKeys(sync, redaction.holdsSecret));
  return {
    ...project,
    syncs: own?.kind === "chosen" ? syncs.map((sync) => guarded(sync, own.guards)) : syncs,
  };
}

function isFileError({ file, severity }: Diagnostic): boolean {
  return file === PROJECT_FILE && severity === "error";
}

/** The guards of an environment stand in place of the same ones of a definition. */
function guarded(sync: CompiledSync, guards: Guards): CompiledSync {
  if (Object.keys(guards).length === 0) return sync;
  const text = JSON.stringify(guards);
  const known = GUARDED.get(sync);
  // One sync gives one result, for whoever remembers by it.
  if (known?.text === text) return known.sync;
  const made = { ...sync, guards: { ...sync.guards, ...guards } };
  GUARDED.set(sync, { text, sync: made });
  return made;
}

const GUARDED = new WeakMap<CompiledSync, { readonly text: string; readonly sync: CompiledSync }>();

/** The project, if nothing in it is wrong: what a run needs. Its diagnostics are told; an error among them ends the run. */
export async function loadForRun(context: Context, columnsOf?: ColumnsOf): Promise<Project> {
  const project = await load(context, columnsOf);
  context.tell({ kind: "loaded", project });
  const errors = project.diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) {
    // A definition is not wrong because a variable is.
    const isElsewhere = errors.every(({ rule }) => OF_THE_ENVIRONMENT.has(rule));
    throw new Stop(
      isElsewhere ? "settings-invalid" : "definitions-invalid",
      `${isElsewhere ? "The environment has" : "The definitions have"} errors, so nothing was read and nothing was written.`,
      {
        fix: "Fix the errors above. `planhat-sync explain RULE` describes a rule.",
      },
    );
  }
  return project;
}

const OF_THE_ENVIRONMENT: ReadonlySet<string> = new Set(["env-file", "token-malformed"]);
