import { resolve } from "node:path";
import { repositoryFolder } from "../cli/github.ts";
import type { CommonOptions } from "../cli/options.ts";
import type { Output } from "../cli/output.ts";
import { type LoadOptions, loadProject } from "../definition/load-project.ts";
import { compileExpression } from "../expression/compile-expression.ts";
import { RULES } from "../lint/rules/index.ts";
import type { Clock } from "../model/clock.ts";
import type { CompiledSync } from "../model/compiled-sync.ts";
import { OBJECT_TYPES } from "../model/generated/objects.ts";
import type { Project, Setting } from "../model/project.ts";
import type { SourceContext } from "../model/source.ts";
import { Stop } from "../model/stop.ts";
import { diagnosticsGithub } from "../report/diagnostics/diagnostics-github.ts";
import { diagnosticsText } from "../report/diagnostics/diagnostics-text.ts";
import { progressBar } from "../report/progress/progress-bar.ts";
import { progressLines } from "../report/progress/progress-lines.ts";
import type { ProgressReporter } from "../report/progress/progress-reporter.ts";
import { amount } from "../report/text/amounts.ts";
import { secretsOfEnvironment } from "./environment-secrets.ts";
import { HeapKeeper } from "./heap-keeper.ts";
import type { Io } from "./io.ts";
import { withoutSecretKeys } from "./secret-keys.ts";
import { systemClock } from "./system-clock.ts";

/** What a command works with. */
export interface Context {
  readonly io: Io;
  readonly output: Output;
  readonly options: CommonOptions;
  readonly clock: Clock;
  /** Absolute. */
  readonly projectDir: string;
  /** By sync: why its source could not be asked for its columns. Whoever is to read it fails of that, once. */
  readonly failedSources: Map<string, Stop>;
}

export function makeContext(io: Io, output: Output, options: CommonOptions): Context {
  return {
    io,
    output,
    options,
    clock: io.clock ?? systemClock,
    projectDir: resolve(io.cwd(), options.project),
    failedSources: new Map(),
  };
}

type ColumnsOf = NonNullable<LoadOptions["columnsOf"]>;

/** Reads the project; from now on no output contains its secrets. */
export async function load(
  context: Context,
  columnsOf?: ColumnsOf,
  more: Pick<LoadOptions, "memory" | "settingsInstead" | "texts"> = {},
): Promise<Project> {
  const { io, options, projectDir, output } = context;
  const project = await loadProject({
    dir: projectDir,
    env: io.env,
    ...(options.envFile === undefined ? {} : { envFile: resolve(io.cwd(), options.envFile) }),
    objectTypes: OBJECT_TYPES,
    compileExpression,
    rules: RULES,
    ...(columnsOf === undefined ? {} : { columnsOf }),
    ...more,
  });
  output.hide([...project.secrets, ...secretsOfEnvironment(io.env)]);
  return { ...project, syncs: project.syncs.map((sync) => withoutSecretKeys(sync, output.holdsSecret)) };
}

/** The project, if nothing in it is wrong: what a run needs. Warnings are shown, errors too, and end it. */
export async function loadForRun(context: Context, columnsOf?: ColumnsOf): Promise<Project> {
  const project = await load(context, columnsOf);
  const { diagnostics, texts, syncs } = project;
  const { output, options } = context;
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const shown = errors.length > 0 ? errors : options.quiet ? [] : diagnostics;
  if (options.format === "github" && errors.length > 0) {
    output.result(diagnosticsGithub(output.clean(errors), { folder: repositoryFolder(context) }));
  }
  if (shown.length > 0) {
    output.remark(
      diagnosticsText(output.clean(shown), {
        texts,
        colour: output.errColour,
        syncs: syncs.length,
        files: texts.size,
      }),
    );
  }
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

/** The value of a setting that a command cannot do without. */
export function settingValue(setting: Setting, what: string): string {
  if (setting.kind === "value") return setting.value;
  const names = named(setting.variables);
  throw new Stop("variable-missing", `${what} needs the environment variable ${names}, which is not set.`, {
    fix: `Set ${names}, or write it into the file .env beside planhat-sync.yaml.`,
  });
}

/** Throws unless every variable that the sync's source names is set. */
export function requireVariables(sync: CompiledSync): void {
  if (sync.missingVariables.length === 0) return;
  const names = named(sync.missingVariables);
  throw new Stop(
    "variable-missing",
    `The source of ${sync.name} needs the environment variable ${names}, which is not set.`,
    {
      fix: `Set ${names}, or write it into the file .env beside planhat-sync.yaml.`,
    },
  );
}

/** The first of the variables and how many more there are: a definition may name thousands. */
function named(variables: readonly string[]): string {
  const rest = variables.length - MOST_NAMED;
  return rest > 0
    ? `${variables.slice(0, MOST_NAMED).join(", ")} and ${amount(rest)} more`
    : variables.join(" and ");
}

const MOST_NAMED = 5;

/** What a source may use. */
export function sourceContext(context: Context, project: Project): SourceContext {
  const { io, clock, output, projectDir } = context;
  const connections: Record<string, string> = {};
  for (const [name, setting] of Object.entries(project.settings.connections)) {
    if (setting.kind === "value") connections[name] = setting.value;
  }
  return {
    projectDir,
    stdin: io.stdin,
    connections,
    clock,
    random: io.random ?? Math.random,
    compileExpression,
    warn: (message) => output.remark(`warning: ${message}`),
    redact: output.redact,
    hide: (secrets) => output.hide(secrets),
  };
}

/** A bar on a terminal, lines elsewhere, nothing with --quiet. Every event is also a moment to look after the heap. */
export function progressFor(context: Context): ProgressReporter {
  const heap = new HeapKeeper();
  const shown = reporterFor(context);
  return {
    on: (event) => {
      heap.keep();
      // A bar writes to the terminal by itself.
      shown.on(context.output.clean(event));
    },
    stop: () => shown.stop(),
  };
}

function reporterFor({ io, output, options, clock }: Context): ProgressReporter {
  if (options.quiet) return { on: () => undefined, stop: () => undefined };
  // With --verbose lines come in between, which a bar would garble.
  if (output.interactive && !options.verbose)
    return progressBar({ stream: io.stderr as NodeJS.WriteStream, clock });
  return progressLines({ write: (line) => output.remark(line), clock });
}
