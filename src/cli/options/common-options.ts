import type { Format } from "../formats/format.ts";
import { FORMATS } from "../formats/formats.ts";
import { FLAG, type GivenOptions, oneOf, optional, readOptions, TEXT } from "./read-options.ts";

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

/** From all options of a command, its own included. */
export function commonOptions(given: GivenOptions): CommonOptions {
  const {
    color = true,
    quiet = false,
    verbose = false,
    ...needed
  } = readOptions<Written>(given, {
    project: TEXT,
    envFile: optional(TEXT),
    env: optional(TEXT),
    format: oneOf(...FORMATS),
    color: FLAG,
    quiet: FLAG,
    verbose: FLAG,
  });
  return { ...needed, color, quiet, verbose };
}

type Flag = "color" | "quiet" | "verbose";
type Written = Omit<CommonOptions, Flag> & Partial<Pick<CommonOptions, Flag>>;
