import type { PlanTally } from "../../engine/plan-tally.ts";
import { plural } from "../../report/text/amounts.ts";

/** On keys that a plan would create and that look damaged. No key stands in them: warnings are not hidden. */
export function oddKeyWarnings({ shortened, blank }: PlanTally["oddKeys"]): readonly string[] {
  return [
    ...(shortened === 0
      ? []
      : [
          `${plural(shortened, "new key is", "new keys are")} in scientific notation, such as 1.23457E+12, which is how spreadsheets write long numbers: the last digits are lost. Format the column as text in the spreadsheet, and export it again.`,
        ]),
    ...(blank === 0
      ? []
      : [
          `${plural(blank, "new key begins or ends", "new keys begin or end")} with a blank or an invisible character, which is part of the key: without it, it is another record. Wrap the key in $trim(…), or correct the source.`,
        ]),
  ];
}
