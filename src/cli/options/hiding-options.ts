import { Option } from "commander";
import type { Hiding } from "../../model/plan-view.ts";
import { Stop } from "../../model/stop.ts";
import type { CommonOptions } from "./common-options.ts";
import { FLAG } from "./read-options.ts";

export interface HidingOptions {
  readonly hideValues?: boolean;
  readonly hideKeys?: boolean;
}

/** For whatever prints records where others may read them: logs, comments, pages. */
export function hideValuesOption(): Option {
  return new Option("--hide-values", "keep the values of records out of what is printed");
}

export function hideKeysOption(): Option {
  return new Option("--hide-keys", "show a digest in place of each record's key");
}

/** Throws a Stop where another option would print what this one hides. */
export function hidingOf(
  { hideValues = false, hideKeys = false }: HidingOptions,
  common: CommonOptions,
): Hiding {
  if (hideKeys && common.verbose) {
    throw new Stop(
      "options-conflict",
      "--verbose prints the address of every call, and an address may hold a key.",
      {
        fix: "Leave out --verbose, or --hide-keys.",
      },
    );
  }
  return { values: hideValues, keys: hideKeys };
}

export const HIDING_READERS = { hideValues: FLAG, hideKeys: FLAG };
