import type { Readable, Writable } from "node:stream";
import { SOURCE_CHOICES } from "../app/scaffold/source-choices.ts";
import type { Target } from "../app/scaffold/target.ts";
import { OBJECT_TYPES } from "../model/generated/objects.ts";
import { Stop } from "../model/stop.ts";
import type { CommandContext } from "./command-context.ts";

/** What a new project is about; undefined where nobody has said so yet. */
export interface ProjectChoices {
  readonly object: string | undefined;
  /** Its kind. */
  readonly source: string | undefined;
  readonly target: Target | undefined;
}

export type ProjectAnswers = {
  readonly [name in keyof ProjectChoices]: Exclude<ProjectChoices[name], undefined>;
};

const DEFAULTS: ProjectAnswers = {
  object: "Company",
  source: SOURCE_CHOICES[0]?.kind ?? "",
  target: "sandbox",
};

/** Asks, on a terminal, for what is open; elsewhere the defaults fill it. Throws a Stop when somebody presses Ctrl-C. */
export async function askProject(
  context: CommandContext,
  given: ProjectChoices,
  { ask }: { readonly ask: boolean },
): Promise<ProjectAnswers> {
  const { io, output } = context;
  if (!ask || io.stdin.isTTY !== true || !output.interactive) return withDefaults(given);
  const { select, isCancel } = await import("@clack/prompts");
  const streams = { input: io.stdin as Readable, output: io.stderr as unknown as Writable };
  const choose = async <T extends string>(
    value: T | undefined,
    message: string,
    options: readonly { readonly value: T; readonly hint: string }[],
  ): Promise<T> => {
    if (value !== undefined) return value;
    const chosen = await select<string>({ message, options: [...options], maxItems: 10, ...streams });
    if (isCancel(chosen)) throw new Stop("interrupted", "Interrupted: nothing was written.");
    return chosen as T;
  };
  return {
    object: await choose(given.object, "What do you want to keep in step with Planhat?", OBJECTS),
    source: await choose(given.source, "Where do the rows come from?", SOURCES),
    target: await choose(given.target, "Where should records be written?", TARGETS),
  };
}

function withDefaults({ object, source, target }: ProjectChoices): ProjectAnswers {
  return {
    object: object ?? DEFAULTS.object,
    source: source ?? DEFAULTS.source,
    target: target ?? DEFAULTS.target,
  };
}

const OBJECTS = OBJECT_TYPES.map(({ name, plural }) => ({ value: name, hint: plural })).sort(
  (a, b) => rank(a.value) - rank(b.value),
);

/** Companies come first: everything else refers to them. */
function rank(name: string): number {
  return ["Company", "Enduser"].includes(name) ? 0 : 1;
}

const SOURCES = SOURCE_CHOICES.map(({ kind, hint }) => ({ value: kind, hint }));

const TARGETS: readonly { readonly value: Target; readonly hint: string }[] = [
  { value: "sandbox", hint: "one of your own on this machine; needs no account" },
  { value: "tenant", hint: "your company's; needs the token of a Private App" },
];
