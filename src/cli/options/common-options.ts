import type { Format } from "../formats/format.ts";

/** What every command takes; see `planhat-sync --help`. */
export interface CommonOptions {
  readonly project: string;
  readonly envFile?: string;
  /** Which of the project's environments is meant. */
  readonly env?: string;
  readonly format: Format;
  readonly color: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
}
