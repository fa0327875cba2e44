import { given } from "../../model/given.ts";
import type { PageCell, PageRow, PageSync, PageTest } from "../../model/page.ts";
import { nestCustom } from "../../model/record-body.ts";
import { describePosition, type RowPosition } from "../../model/row.ts";
import type { RejectionReason, TestResult } from "../../model/test-result.ts";
import type { RowDifference, SampleRow, WatchedSync, WatchReport } from "../../model/watch.ts";
import { messageOf } from "../text/reason-text.ts";
import { pageReason } from "./page-reason.ts";
import { type Clean, NO_VALUE, pageCells, pageValue } from "./page-value.ts";

/** Rows, records and tests of one sync, with what the last run made of them. */
export function pageSync(sync: WatchedSync, report: WatchReport, clean: Clean): PageSync {
  const { difference, reading } = report;
  const rows = difference.syncs.find((one) => one.sync === sync.name)?.rows ?? [];
  const byPlace = new Map(rows.map((row) => [placeOf(row.position), row]));
  const { sample } = sync;
  return {
    name: clean(sync.name),
    object: clean(sync.object),
    how: clean(sync.key === undefined ? `${sync.mode} without a key` : `${sync.mode} by ${sync.key}`),
    source: clean(sync.source),
    isStale: sync.isStale,
    sample: {
      kind: reading.includes(sync.name) ? "reading" : sample.kind,
      ...(sample.kind === "failed" ? pageReason(sample.failure, clean) : {}),
    },
    rows: (sample.kind === "unread" ? [] : sample.rows).map((entry) =>
      pageRow(entry, byPlace.get(placeOf(entry.row.position)), clean),
    ),
    gone: rows
      .filter(({ kind }) => kind === "gone")
      .map(({ key, position }) => clean(key ?? describePosition(position))),
    tests: sync.tests.map((result) => pageTest(result, report, clean)),
  };
}

function placeOf({ row, file, page }: RowPosition): string {
  return JSON.stringify([row, file, page]);
}

function pageRow({ row, result }: SampleRow, difference: RowDifference | undefined, clean: Clean): PageRow {
  const isRecord = result.kind === "record";
  const key = isRecord ? result.record.key : result.rejection.key;
  const change = difference === undefined || difference.kind === "gone" ? undefined : difference.kind;
  return {
    place: clean(describePosition(row.position)),
    ...(key === null ? {} : { key: clean(key) }),
    kind: result.kind,
    ...given({ change }),
    source: pageCells(row.data, clean),
    record: recordCells(
      pageCells(isRecord ? result.record.fields : result.rejection.record, clean),
      difference,
      clean,
    ),
    ...(isRecord
      ? {}
      : { rule: clean(result.rejection.rule), message: clean(messageOf(result.rejection.reason)) }),
  };
}

/** The fields as they are, and behind them those that have no value any more. */
function recordCells(
  cells: readonly PageCell[],
  difference: RowDifference | undefined,
  clean: Clean,
): readonly PageCell[] {
  if (difference?.kind !== "changed") return cells;
  const before = new Map(difference.fields.map((edit) => [clean(edit.field), pageValue(edit.before, clean)]));
  const gone = difference.fields.filter(({ after }) => after === undefined).map(({ field }) => clean(field));
  return [
    ...cells.map((cell) => {
      const was = before.get(cell.name);
      return was === undefined ? cell : { ...cell, before: was };
    }),
    ...gone.map((name) => ({ name, value: NO_VALUE, before: before.get(name) ?? NO_VALUE })),
  ];
}

function pageTest(result: TestResult, { difference }: WatchReport, clean: Clean): PageTest {
  const { broken, mended } = difference.tests;
  const change = broken.includes(result) ? "broken" : mended.includes(result) ? "mended" : undefined;
  return {
    name: clean(result.test),
    line: result.line,
    ok: result.ok,
    ...given({ change }),
    ...(result.ok ? { fields: [] } : failureOf(result, clean)),
  };
}

function failureOf(
  result: TestResult & { readonly ok: false },
  clean: Clean,
): Pick<PageTest, "expected" | "got" | "fields"> {
  switch (result.problem) {
    case "differs":
      return {
        fields: result.diff.map(({ field, expected, actual }) => ({
          name: clean(field),
          expected: pageValue(expected, clean),
          actual: pageValue(actual, clean),
        })),
      };
    case "rejected":
      return { expected: "a record", got: clean(rejectionText(result.rejection)), fields: [] };
    case "accepted":
      return {
        expected: clean(`a rejection (${result.expectedRule})`),
        got: `a record: ${pageValue(nestCustom(result.record), clean).text}`,
        fields: [],
      };
    case "otherRule":
      return {
        expected: clean(`a rejection (${result.expectedRule})`),
        got: clean(rejectionText(result.rejection)),
        fields: [],
      };
    default:
      return result satisfies never;
  }
}

function rejectionText({ rule, reason }: RejectionReason): string {
  return `a rejection (${rule}): ${messageOf(reason)}`;
}
