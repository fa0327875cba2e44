import type { CompiledSync } from "../model/compiled-sync.ts";
import { nearest } from "../model/nearest.ts";
import type { ProjectSettings, Setting } from "../model/project.ts";
import { Stop } from "../model/stop.ts";
import { amount } from "../report/text/amounts.ts";

/** The value of a setting that a command cannot do without. */
export function settingValue(setting: Setting, what: string): string {
  if (setting.kind === "value") return setting.value;
  if (setting.kind === "open") throw noneChosen(setting.environments);
  const names = named(setting.variables);
  throw new Stop("variable-missing", `${what} needs the environment variable ${names}, which is not set.`, {
    fix: `Set ${names}, or write it into the file .env beside planhat-sync.yaml.`,
  });
}

/** Throws where the project has environments and none is chosen, or one that it does not have. */
export function requireEnvironment(settings: ProjectSettings): void {
  const { environment } = settings;
  if (environment?.kind === "open") throw noneChosen(environment.names);
  requireKnownEnvironment(settings);
}

/** Throws where somebody asked for an environment that the project does not have. */
export function requireKnownEnvironment({ environment }: ProjectSettings): void {
  if (environment?.kind !== "unknown") return;
  const { name, names } = environment;
  const guess = nearest(name, names);
  throw new Stop("environment-unknown", `There is no environment named ${JSON.stringify(name)}.`, {
    fix:
      names.length === 0
        ? "planhat-sync.yaml has no environments: leave out --env and unset PLANHAT_SYNC_ENV, or add environments."
        : guess === undefined
          ? `The environments are: ${names.join(", ")}.`
          : `Did you mean ${guess}? The environments are: ${names.join(", ")}.`,
  });
}

function noneChosen(names: readonly string[]): Stop {
  const [first = "NAME"] = names;
  return new Stop(
    "environment-open",
    `This project has environments, and none is chosen: ${names.join(", ")}.`,
    {
      fix: `Choose one with --env ${first}, or with PLANHAT_SYNC_ENV=${first}.`,
    },
  );
}

/** Throws unless every variable that the sync's source names is set. */
export function requireVariables(sync: CompiledSync, settings: ProjectSettings): void {
  if (sync.missingVariables.length === 0) return;
  // An environment may set them.
  requireEnvironment(settings);
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
