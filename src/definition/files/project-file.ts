import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Json } from "../../model/json.ts";
import type { LintSettings, PlacedRegion } from "../../model/linter.ts";
import type { PlacedFile } from "../../model/placed.ts";
import type { ProjectSettings, Setting } from "../../model/project.ts";
import { secretsIn } from "../../model/secret-values.ts";
import { schemaDiagnostics } from "../schema/schema-diagnostics.ts";
import { hiddenCharacters } from "../yaml/hidden-characters.ts";
import { bareTree, placedFile } from "../yaml/source-tree.ts";
import { readYaml } from "../yaml/yaml-document.ts";
import { environmentProblems } from "./environment-problems.ts";
import {
  CHOICE_VARIABLE,
  chooseEnvironment,
  environmentNames,
  environmentVariables,
  isUsedIn,
  pathThatCounts,
  variablesOfEnvironments,
} from "./environments.ts";
import { outside, whyOutside } from "./paths-outside.ts";
import { withNumbers } from "./project-numbers.ts";
import { secretsOfVariables } from "./secrets.ts";
import { lintOf, secretsOfSettings, settingsOf } from "./settings-of.ts";
import { settingsProblems } from "./settings-problems.ts";
import type { SettingsView } from "./settings-view.ts";
import { substitute, type Variables } from "./substitute.ts";

export interface ReadProjectFile {
  /** Of the chosen environment; with defaults, also where the file is missing or has faults. */
  readonly settings: ProjectSettings;
  /** undefined where there is no file. */
  readonly placed: PlacedFile | undefined;
  readonly lint: LintSettings;
  readonly diagnostics: readonly Diagnostic[];
  /** Values that no output may contain: of every environment. */
  readonly secrets: readonly string[];
  /** What the definitions see: the variables of the environment over those of the process. */
  readonly variables: Variables;
  /** What an environment sets once it is chosen; undefined where nothing is open. */
  readonly awaited: ReadonlySet<string> | undefined;
  /** Where the token would go, and where that is written: of every environment. */
  readonly regions: readonly PlacedRegion[];
  /** Where records are kept: of every environment. */
  readonly states: readonly Setting[];
}

/**
 * The text of `planhat-sync.yaml`, or undefined where there is none → settings, and what there is to say. `asked` names
 * an environment; without it the variable PLANHAT_SYNC_ENV does. Pure.
 */
export function readProjectFile(
  file: string,
  text: string | undefined,
  env: Variables,
  asked: string | undefined = filled(env[CHOICE_VARIABLE]),
): ReadProjectFile {
  if (text === undefined) {
    return { ...assemble(placedFile(bareTree(file, "")), undefined, env, asked, []), placed: undefined };
  }
  const { tree, value, diagnostics } = readYaml(file, text);
  const placed = placedFile(tree);
  return assemble(placed, value, env, asked, diagnostics);
}

function assemble(
  placed: PlacedFile,
  written: Json | undefined,
  env: Variables,
  asked: string | undefined,
  found: readonly Diagnostic[],
): ReadProjectFile {
  const value = written ?? {};
  const names = environmentNames(value);
  const choice = chooseEnvironment(value, asked);
  const chosen = choice?.kind === "chosen" ? choice.name : undefined;
  const own = viewOf(placed, value, env, chosen);
  const others = names
    .filter((name) => name !== chosen)
    .map((name) => viewOf(placed, value, env, name, NOT_IN_USE));
  const environments = chosen === undefined ? others : [own, ...others];
  const views = names.length === 0 ? [own] : environments;
  const settings = settingsOf(own, choice);
  const checked = views.map((view) => ({
    view,
    settings: settingsOf(view, chooseEnvironment(value, view.environment)),
    pathOf: (path: readonly (string | number)[]) => pathThatCounts(value, view.environment, path),
    isInUse: view === own,
  }));
  const why = whyOutside(settings.syncs);
  return {
    settings,
    placed,
    lint: lintOf(own.value),
    diagnostics: distinct([
      ...found,
      ...own.diagnostics,
      ...others.flatMap((view) => view.diagnostics),
      ...(written === undefined
        ? []
        : schemaDiagnostics(placed, { schema: "project", value: own.value, texts: own.texts })),
      ...(written === undefined ? [] : hiddenCharacters(placed, written)),
      ...checked.flatMap((one) => [...settingsProblems(placed, one)]),
      ...(names.length === 0 ? [] : environmentProblems(placed, checked)),
      ...(why === undefined ? [] : [outside(placed, ["syncs"], why)]),
    ]),
    secrets: [
      ...new Set([
        ...checked.flatMap((one) => secretsOfSettings(one.settings)),
        ...[own, ...others].flatMap((view) => [
          ...secretsIn(view.value),
          ...secretsOfVariables(view.texts.values()),
        ]),
      ]),
    ],
    variables: own.env,
    awaited: choice?.kind === "open" ? variablesOfEnvironments(value) : undefined,
    regions: checked.flatMap(({ settings: { region }, pathOf }) =>
      region.kind === "value" ? [{ value: region.value, path: pathOf(["planhat", "region"]) }] : [],
    ),
    states: checked.map((one) => one.settings.state),
  };
}

/** Its variables need not be set: somebody else's job may hold them. */
const NOT_IN_USE = { isInUse: false };

/** The file as one environment reads it; without a name, as it stands outside of all. */
function viewOf(
  placed: PlacedFile,
  written: Json,
  env: Variables,
  name: string | undefined,
  { isInUse } = { isInUse: true },
): SettingsView {
  const variables = environmentVariables(placed, written, env, { name, isInUse });
  const { value, texts, diagnostics } = substitute(placed, written, variables.all, {
    isMissed: (path) => isInUse && isUsedIn(written, name, path),
  });
  const all = new Map([...texts, ...(variables.substitution?.texts ?? [])]);
  const found = [...diagnostics, ...(variables.substitution?.diagnostics ?? [])];
  return {
    environment: name,
    env: variables.all,
    ownVariables: variables.own,
    value: withNumbers(value, all),
    texts: all,
    diagnostics: found,
  };
}

/** What several environments have in common is told once. */
function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((one) => [JSON.stringify(one), one])).values()];
}

/** An empty variable counts as unset. */
function filled(value: string | undefined): string | undefined {
  return value === "" ? undefined : value;
}
