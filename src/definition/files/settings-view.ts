import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Json } from "../../model/json.ts";
import type { SubstitutedText, Variables } from "./substitute.ts";

/** `planhat-sync.yaml` as one of its environments reads it. */
export interface SettingsView {
  /** undefined: outside of all. */
  readonly environment: string | undefined;
  /** Its own variables over those of the process. */
  readonly env: Variables;
  /** Names of those that the file sets for it. */
  readonly ownVariables: ReadonlySet<string>;
  /** The whole file, with the variables put in. */
  readonly value: Json;
  readonly texts: ReadonlyMap<string, SubstitutedText>;
  readonly diagnostics: readonly Diagnostic[];
}
