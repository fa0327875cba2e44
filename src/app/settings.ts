import type { CompiledSync } from "../model/compiled-sync.ts";
import type { Setting } from "../model/project.ts";
import { Stop } from "../model/stop.ts";
import { amount } from "../report/text/amounts.ts";

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
