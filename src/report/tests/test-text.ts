import type { SyncCoverage } from "../../model/coverage.ts";
import { innerDifferences } from "../../model/inner-differences.ts";
import { nestCustom } from "../../model/record-body.ts";
import type { FieldDifference, RejectionReason, TestResult } from "../../model/test-result.ts";
import { plural } from "../text/amounts.ts";
import { cutToWidth, displayWidth, padToWidth } from "../text/display-width.ts";
import { escapeText } from "../text/escape-text.ts";
import { groupBySync } from "../text/group-by-sync.ts";
import { makePalette, type Palette } from "../text/palette.ts";
import { reasonRest, reasonTitle } from "../text/rejection-text.ts";
import { DEFAULT_WIDTH, type TextOptions } from "../text/text-options.ts";
import { valueLines, valueText } from "../text/value-text.ts";
import { coverageBlock } from "./coverage-text.ts";

/** The results of the definitions' tests, by sync, each failure with what was expected and what came out. */
export function testText(
  results: readonly TestResult[],
  options: TextOptions,
  coverage?: readonly SyncCoverage[],
): string {
  const palette = makePalette(options.colour);
  const width = options.width ?? DEFAULT_WIDTH;
  const covered = coverage === undefined ? [] : [coverageBlock(coverage, width, palette)];
  if (results.length === 0) {
    return `${[NO_TESTS, ...covered.map((lines) => lines.join("\n"))].join("\n\n")}\n`;
  }
  const syncs = groupBySync(results, ({ sync }) => sync);
  const blocks = [...syncs].map(([sync, own]) => [
    palette.title(escapeText(sync)),
    ...own.flatMap((result) => testLines(result, width, palette)),
  ]);
  const end = [lastLine(results, syncs.size, palette)];
  return `${[...blocks, ...covered, end].map((lines) => lines.join("\n")).join("\n\n")}\n`;
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

function rejectionLines({ reason, rule }: RejectionReason, palette: Palette): string[] {
  const title = `${INDENT}+ a rejection: ${reasonTitle(reason, rule, palette)}`;
  return [title, ...reasonRest(reason).map((line) => `${INDENT}  ${line}`)];
}

function diffLines(diff: readonly FieldDifference[], width: number, palette: Palette): string[] {
  const parts = diff.flatMap(innerDifferences);
  const names = parts.map(({ field }) => `${cutToWidth(escapeText(field), 40)}:`);
  const column = Math.max(0, ...names.map(displayWidth));
  const room = Math.max(20, width - INDENT.length - column - 3);
  return parts.flatMap((part, index) => {
    const name = padToWidth(names[index] ?? "", column);
    const [expected, actual] = sides(part, room);
    return [palette.good(`${INDENT}- ${name} ${expected}`), palette.bad(`${INDENT}+ ${name} ${actual}`)];
  });
}

function sides({ expected, actual }: FieldDifference, room: number): readonly [string, string] {
  if (expected !== undefined && actual !== undefined) return valueLines(expected, actual, room);
  return [
    expected === undefined ? NOTHING : valueText(expected, room),
    actual === undefined ? NOTHING : valueText(actual, room),
  ];
}

function lastLine(results: readonly TestResult[], syncs: number, palette: Palette): string {
  const failed = results.filter((result) => !result.ok).length;
  const where = `${plural(results.length, "test")} in ${plural(syncs, "sync", "syncs")}`;
  if (failed === 0) return palette.good(`${where}, all passed.`);
  return `${palette.bad(`${where}, ${failed} failed`)} (- expected, + got).`;
}

const INDENT = "      ";
const GOT_RECORD = `${INDENT}+ a record: `;
const NOTHING = "(no value)";
const NO_TESTS =
  "No tests: add tests: with a row and what to expect of it to a definition, or record one with --record.";
