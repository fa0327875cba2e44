import { dirname, join, resolve } from "node:path";
import type { Project } from "../../model/project.ts";
import { isStateUrl, parseStateUrl } from "../../state/postgres/state-url.ts";
import type { Context } from "../context.ts";
import { settingValue } from "../settings.ts";

/** Where the state is kept: an absolute path, or a URL with its password. */
export type StateLocation =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "postgres"; readonly url: string };

export function stateLocation({ projectDir }: Context, { settings }: Project): StateLocation {
  const value = settingValue(settings.state, "state");
  return isStateUrl(value)
    ? { kind: "postgres", url: value }
    : { kind: "file", path: resolve(projectDir, value) };
}

/** As it is shown: without user and password. */
export function statePlace(context: Context, project: Project): string {
  const location = stateLocation(context, project);
  return location.kind === "file" ? location.path : parseStateUrl(location.url).place;
}

/** The folder for what this machine alone keeps or needs: beside the state's file, or where that would be. */
export function localFolder({ projectDir }: Context, { settings: { state } }: Project): string {
  // A state that is not set is no matter of commands that do without one.
  if (state.kind !== "value" || isStateUrl(state.value)) return join(projectDir, ".planhat-sync");
  return dirname(resolve(projectDir, state.value));
}
