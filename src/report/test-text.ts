import type { Json } from "../model/json.ts";
import { nestCustom } from "../model/record-body.ts";
import type { FieldDifference, TestResult } from "../model/test-result.ts";
import { plural } from "./amounts.ts";
import { cutToWidth, displayWidth, padToWidth } from "./display-width.ts";
import { escapeText } from "./escape-text.ts";
import { groupBySync } from "./group-by-sync.ts";
import { makePalette, type Palette } from "./palette.ts";
import { reasonTitle, splitReason } from "./rejection-text.ts";
import { DEFAULT_WIDTH, type TextOptions } from "./text-options.ts";
import { valueText } from "./value-text.ts";

/** The results of the definitions' tests, by sync, each failure with what was expected and what came out. */
export function testText(results: readonly TestResult[], options: TextOptions): string {
  const palette = makePalette(options.colour);
  const width = options.width ?? DEFAULT_WIDTH;
  if (results.length === 0) {
    return "No tests: add tests: with a row and what to expect of it to a definition.\n";
  }
  const syncs = groupBySync(results, ({ sync }) => sync);
  const blocks = [...syncs].map(([sync, own]) => [
    palette.title(escapeText(sync)),
    ...own.flatMap((result) => testLines(result, width, palette)),
  ]);
  const end = [lastLine(results, syncs.size, palette)];
  return `${[...blocks, end].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

export function testLines(result: TestResult, width: number, palette: Palette): string[] {
  const name = escapeText(result.test);
  if (result.ok) return [`  ${palette.good("✓")} ${name}`];
  const place = palette.faint(escapeText(`${result.file}:${result.line}`));
  return [`  ${palette.bad("✗")} ${name}  ${place}`, ...failureLines(result, width, palette)];
}

function failureLines(
  result: TestResult & { readonly ok: false },
  width: number,
  palette: Palette,
): string[] {
  switch (result.problem) {
    case "differs":
      return diffLines(result.diff, width, palette);
    case "rejected":
      return [`${INDENT}- a record`, ...rejectionLines(result.rejection, palette)];
    case "accepted": {
      const record = valueText(nestCustom(result.record), Math.max(20, width - displayWidth(GOT_RECORD)));
      return [
        `${INDENT}- a rejection ${palette.faint(`(${escapeText(result.expectedRule)})`)}`,
        `${GOT_RECORD}${record}`,
      ];
    }
    case "otherRule":
      return [
        `${INDENT}- a rejection ${palette.faint(`(${escapeText(result.expectedRule)})`)}`,
        ...rejectionLines(result.rejection, palette),
      ];
    default:
      return result satisfies never;
  }
}

function rejectionLines(
  rejection: { readonly rule: string; readonly message: string },
  palette: Palette,
): string[] {
  const reason = splitReason(rejection.message);
  const title = `${INDENT}+ a rejection: ${reasonTitle(reason, rejection.rule, palette)}`;
  return reason.rest === undefined ? [title] : [title, `${INDENT}  ${reason.rest}`];
}

function diffLines(diff: readonly FieldDifference[], width: number, palette: Palette): string[] {
  const names = diff.map(({ field }) => `${cutToWidth(escapeText(field), 40)}:`);
  const column = Math.max(0, ...names.map(displayWidth));
  const room = Math.max(20, width - INDENT.length - column - 3);
  return diff.flatMap(({ expected, actual }, index) => {
    const name = padToWidth(names[index] ?? "", column);
    return [
      palette.good(`${INDENT}- ${name} ${sideText(expected, room)}`),
      palette.bad(`${INDENT}+ ${name} ${sideText(actual, room)}`),
    ];
  });
}

function sideText(value: Json | undefined, room: number): string {
  return value === undefined ? "(no value)" : valueText(value, room);
}

function lastLine(results: readonly TestResult[], syncs: number, palette: Palette): string {
  const failed = results.filter((result) => !result.ok).length;
  const where = `${plural(results.length, "test")} in ${plural(syncs, "sync", "syncs")}`;
  if (failed === 0) return palette.good(`${where}, all passed.`);
  return `${palette.bad(`${where}, ${failed} failed`)} (- expected, + got).`;
}

const INDENT = "      ";
const GOT_RECORD = `${INDENT}+ a record: `;
