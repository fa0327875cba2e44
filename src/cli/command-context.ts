import { resolve } from "node:path";
import type { AppEvent } from "../app/app-event.ts";
import { type Context, makeContext } from "../app/context.ts";
import { holderText } from "../app/state/holder-text.ts";
import { given } from "../model/given.ts";
import type { Project } from "../model/project.ts";
import { diagnosticsGithub } from "../report/diagnostics/diagnostics-github.ts";
import { diagnosticsText } from "../report/diagnostics/diagnostics-text.ts";
import type { CommandName, Views } from "./formats/views.ts";
import { repositoryFolder } from "./github.ts";
import type { Io } from "./io.ts";
import type { CommonOptions } from "./options/common-options.ts";
import type { Output } from "./output.ts";

/** What a command works with: that of the use cases, and what belongs to the command line alone. */
export interface CommandContext extends Context {
  readonly io: Io;
  readonly output: Output;
  readonly options: CommonOptions;
}

export function makeCommandContext(io: Io, output: Output, options: CommonOptions): CommandContext {
  const projectDir = resolve(io.cwd(), options.project);
  const { envFile: name } = options;
  const context = makeContext({
    projectDir,
    env: io.env,
    stdin: io.stdin,
    machine: { pid: io.pid, platform: process.platform, nodeVersion: process.versions.node },
    redaction: output,
    verbose: options.verbose,
    tell: (event) => show(event, io, output, { ...options, projectDir }),
    ...given({
      environment: options.env,
      envFile: name === undefined ? undefined : { name, path: resolve(io.cwd(), name) },
      ...{ clock: io.clock, random: io.random, statfs: io.statfs, onCheckpoint: io.onCheckpoint },
    }),
  });
  return { ...context, io, output, options };
}

/** Prints what a command found, in the format that was asked for. `view` holds no secrets any more. */
export async function print<C extends CommandName>(
  context: CommandContext,
  command: C,
  view: Views[C],
): Promise<void> {
  const { rendered } = await import("./formats/renderers.ts");
  const { io, output, options } = context;
  const layout = {
    colour: output.colour,
    width: output.width,
    folder: repositoryFolder(io, context.projectDir),
  };
  output.result(rendered(command, options.format, view, layout));
}

type Showing = Pick<CommonOptions, "quiet" | "format"> & { readonly projectDir: string };

function show(event: AppEvent, io: Io, output: Output, options: Showing): void {
  switch (event.kind) {
    case "loaded":
      showDiagnostics(event.project, io, output, options);
      return;
    case "warning":
      output.remark(`warning: ${event.text}`);
      return;
    case "notice":
      if (!options.quiet) output.remark(`warning: ${event.text}`);
      return;
    case "waiting":
      if (!options.quiet) output.remark(`Waiting for another apply to end: ${holderText(event.holder)}.`);
      return;
    case "detail":
      output.remark(event.text);
      return;
    default:
      event satisfies never;
  }
}

/** Warnings are shown before a run; errors alone where they end it. */
function showDiagnostics(
  { diagnostics, texts, syncs }: Project,
  io: Io,
  output: Output,
  { quiet, format, projectDir }: Showing,
): void {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const shown = errors.length > 0 ? errors : quiet ? [] : diagnostics;
  if (format === "github" && errors.length > 0) {
    output.result(diagnosticsGithub(output.clean(errors), { folder: repositoryFolder(io, projectDir) }));
  }
  if (shown.length === 0) return;
  const layout = { texts, colour: output.errColour, syncs: syncs.length, files: texts.size };
  output.remark(diagnosticsText(output.clean(shown), layout));
}
