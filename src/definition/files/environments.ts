import { isJsonObject, type Json } from "../../model/json.ts";
import type { Path, PlacedFile } from "../../model/placed.ts";
import type { EnvironmentChoice } from "../../model/project.ts";
import { givenGuards } from "../given-guards.ts";
import { type Substitution, substitute, type Variables } from "./substitute.ts";

/** Chooses an environment where no option does. */
export const CHOICE_VARIABLE = "PLANHAT_SYNC_ENV";

const SECTION = "environments";

/** The names of a file's environments, in its order. `value` as written or with its variables put in. */
export function environmentNames(value: Json | undefined): readonly string[] {
  const environments = at(value, [SECTION]);
  return isJsonObject(environments) ? Object.keys(environments) : [];
}

/** Which environment is meant; undefined where the file has none and nobody asked for one. */
export function chooseEnvironment(
  value: Json | undefined,
  asked: string | undefined,
): EnvironmentChoice | undefined {
  const names = environmentNames(value);
  if (asked === undefined) return names.length === 0 ? undefined : { kind: "open", names };
  if (!names.includes(asked)) return { kind: "unknown", name: asked, names };
  const own = (key: string) => at(value, [SECTION, asked, key]);
  return {
    kind: "chosen",
    name: asked,
    isProtected: own("protected") === true,
    guards: givenGuards(own("guards")),
  };
}

/** Where an environment says what the path says for all; the path itself without an environment. */
export function inEnvironment(name: string | undefined, path: Path): Path {
  return name === undefined ? path : [SECTION, name, ...path];
}

/** The path whose value counts: the environment's own where it has one. */
export function pathThatCounts(value: Json, name: string | undefined, path: Path): Path {
  const own = inEnvironment(name, path);
  return at(value, own) === undefined ? path : own;
}

export interface EnvironmentVariables {
  /** What the definitions and the settings of the environment see: its own variables win, whatever a shell was left with. */
  readonly all: Variables;
  /** The names that the environment sets itself. */
  readonly own: ReadonlySet<string>;
  readonly substitution: Substitution | undefined;
}

/** The variables of an environment over those of the process. Its own are filled in from the process alone. */
export function environmentVariables(
  placed: PlacedFile,
  written: Json,
  env: Variables,
  { name, isInUse }: { readonly name: string | undefined; readonly isInUse: boolean },
): EnvironmentVariables {
  const path = inEnvironment(name, ["variables"]);
  const section = name === undefined ? undefined : at(written, path);
  if (!isJsonObject(section)) return { all: env, own: new Set(), substitution: undefined };
  const substitution = substitute(placed, section, env, { at: path, isMissed: () => isInUse });
  const broken = new Set(
    [...substitution.texts.values()].filter(({ complete }) => !complete).map((text) => text.path.at(-1)),
  );
  const all: Record<string, string | undefined> = Object.assign(Object.create(null), env);
  const own = Object.entries(substitution.value as object).filter(([key]) => !key.startsWith("PLANHAT_"));
  for (const [key, value] of own as readonly [string, Json][]) {
    // One that is not known stays unset: what the process has of that name is not what the file says.
    all[key] = broken.has(key) ? undefined : isJsonObject(value) ? undefined : String(value);
  }
  return { all, own: new Set(own.map(([key]) => key)), substitution };
}

/** The names that some environment sets: until one is chosen, nobody can say that they are missing. */
export function variablesOfEnvironments(value: Json): ReadonlySet<string> {
  return new Set(
    environmentNames(value).flatMap((name) => {
      const variables = at(value, inEnvironment(name, ["variables"]));
      return isJsonObject(variables) ? Object.keys(variables) : [];
    }),
  );
}

/**
 * Whether a text of the file says anything in this environment; without one, whether it may say something in any of
 * them. What the others say, and what an environment replaces, is not missed.
 */
export function isUsedIn(value: Json, name: string | undefined, path: Path): boolean {
  const [section, owner, ...rest] = path;
  if (section === SECTION) return owner === name && rest[0] !== "variables";
  const names = name === undefined ? environmentNames(value) : [name];
  return names.length === 0 || !names.every((one) => at(value, inEnvironment(one, path)) !== undefined);
}

export function at(value: Json | undefined, path: Path): Json | undefined {
  let node: Json | undefined = value;
  for (const step of path) node = isJsonObject(node) && Object.hasOwn(node, step) ? node[step] : undefined;
  return node;
}
