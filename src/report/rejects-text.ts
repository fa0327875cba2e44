import { nestCustom } from "../model/record-body.ts";
import type { StoredReject } from "../model/state-store.ts";
import { amount, plural } from "./amounts.ts";
import { escapeText } from "./escape-text.ts";
import { groupBySync } from "./group-by-sync.ts";
import { makePalette, type Palette } from "./palette.ts";
import { reasonTitle, rejectionPlace, splitReason } from "./rejection-text.ts";
import { DEFAULT_WIDTH, type TextOptions } from "./text-options.ts";
import { valueText } from "./value-text.ts";

/** The records that did not get in, by sync, each with its reason, what to do and as much of it as could be built. */
export function rejectsText(rejects: readonly StoredReject[], options: TextOptions): string {
  const palette = makePalette(options.colour);
  if (rejects.length === 0)
    return `${palette.good("No rejects: every record of the last applies got in.")}\n`;
  const width = options.width ?? DEFAULT_WIDTH;
  const blocks = [...groupBySync(rejects, ({ rejection }) => rejection.sync)].map(([sync, own]) => [
    `${palette.title(escapeText(sync))}  ${amount(own.length)} rejected`,
    "",
    ...own.flatMap((reject) => rejectLines(reject, width, palette)),
  ]);
  const end = [
    `${palette.bad(`${plural(rejects.length, "record")} did not get in.`)}`,
    "Mend the rows or the definition: the next apply takes them up again.",
  ];
  return `${[...blocks, end].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function rejectLines({ rejection, run, attempts }: StoredReject, width: number, palette: Palette): string[] {
  const reason = splitReason(rejection.message);
  const record = valueText(nestCustom(rejection.record), Math.max(20, width - RECORD.length));
  return [
    `  ${palette.bad("!")} ${rejectionPlace(rejection)}  ${reasonTitle(reason, rejection.rule, palette)}`,
    ...(reason.rest === undefined ? [] : [`      ${reason.rest}`]),
    palette.faint(`${RECORD}${record}`),
    palette.faint(`      met by ${plural(attempts, "apply", "applies")}, last by run ${escapeText(run)}`),
  ];
}

const RECORD = "      record: ";
