import type { Reason } from "../../model/reason.ts";
import { nestCustom } from "../../model/record-body.ts";
import { type RejectCause, rejectCauses } from "../../model/reject-causes.ts";
import type { StoredReject } from "../../model/state-store.ts";
import { amount, plural } from "../text/amounts.ts";
import { environmentLines } from "../text/environment-text.ts";
import { escapeMessage, escapeText } from "../text/escape-text.ts";
import { groupBySync } from "../text/group-by-sync.ts";
import { makePalette, type Palette } from "../text/palette.ts";
import { sentence } from "../text/reason-text.ts";
import { reasonTitle, rejectionPlace } from "../text/rejection-text.ts";
import { DEFAULT_WIDTH, type TextOptions } from "../text/text-options.ts";
import { valueText } from "../text/value-text.ts";
import { LISTED_REJECTS } from "./listed-rejects.ts";

export interface RejectsTextOptions extends TextOptions {
  /** Records listed of each cause. */
  readonly limit?: number;
  /** How many more there are than the state keeps. */
  readonly leftOut?: number;
  /** Nothing was applied so far. */
  readonly isNew?: boolean;
  /** Absent in a project without environments. */
  readonly environment?: string;
}

/** Why records did not get in, by sync and cause, the most frequent first: what to do, and which records they are. */
export function rejectsText(rejects: readonly StoredReject[], options: RejectsTextOptions): string {
  const palette = makePalette(options.colour);
  const { leftOut = 0, isNew = false } = options;
  const where = environmentLines(options.environment, palette);
  if (rejects.length === 0) {
    const why = isNew ? "nothing was applied yet" : "every record of the last applies got in";
    return `${[...where, palette.good(`No rejects: ${why}.`)].join("\n")}\n`;
  }
  const blocks = [...groupBySync(rejects, ({ rejection }) => rejection.sync)].flatMap(([sync, own]) => [
    [`${palette.title(escapeText(sync))}  ${amount(own.length)} rejected`],
    ...rejectCauses(own.map(({ rejection }) => rejection)).map((cause) =>
      causeLines(
        cause,
        own.filter(({ rejection: { rule, field } }) => rule === cause.rule && field === cause.field),
        options,
        palette,
      ),
    ),
  ]);
  const end = [
    palette.bad(`${plural(rejects.length + leftOut, "record")} did not get in.`),
    ...(leftOut > 0 ? [`${amount(leftOut)} of them are only counted: the state does not keep more.`] : []),
    "Fix the rows or the definition: the next apply tries them again; `planhat-sync rejects retry` tries only these.",
  ];
  return `${[...(where.length > 0 ? [where] : []), ...blocks, end].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function causeLines(
  { example, rule, count }: RejectCause,
  rejects: readonly StoredReject[],
  { limit = LISTED_REJECTS, width = DEFAULT_WIDTH }: RejectsTextOptions,
  palette: Palette,
): readonly string[] {
  const shown = rejects.slice(0, limit);
  // What all have in common stands in front once; a value, or what Planhat says of one record, stands with it.
  const isCommon = (part: Part): boolean =>
    shown.every(({ rejection }) => rejection.reason[part] === example.reason[part]);
  const common = PARTS.filter((part) => part !== "what" && isCommon(part));
  const own = PARTS.filter((part) => !isCommon(part));
  const more = count - limit;
  return [
    `${palette.bad(`${amount(count)} ×`)} ${reasonTitle(example.reason, rule, palette)}`,
    ...partLines(example.reason, common, "    "),
    ...shown.flatMap((reject) => rejectLines(reject, own, width, palette)),
    ...(more > 0 ? [palette.faint(`    … and ${amount(more)} more (--limit, or --format csv for all)`)] : []),
  ];
}

function rejectLines(
  { rejection, run, attempts }: StoredReject,
  own: readonly Part[],
  width: number,
  palette: Palette,
): readonly string[] {
  const met = `seen in ${plural(attempts, "apply", "applies")}, last by run ${escapeText(run)}`;
  return [
    `    ${rejectionPlace(rejection)}  ${palette.faint(met)}`,
    ...partLines(rejection.reason, own, "      "),
    palette.faint(`      ${valueText(nestCustom(rejection.record), Math.max(20, width - 6))}`),
  ];
}

/** What a cause is told by, besides its title. */
const PARTS = ["what", "detail", "fix"] as const;
type Part = (typeof PARTS)[number];

/** A line with these parts of a reason; none where it has none of them. The title stands in front already. */
function partLines(reason: Reason, parts: readonly Part[], indent: string): readonly string[] {
  const texts = parts.flatMap((part) => reason[part] ?? []);
  return texts.length === 0 ? [] : [indent + texts.map((text) => escapeMessage(sentence(text))).join(" ")];
}
