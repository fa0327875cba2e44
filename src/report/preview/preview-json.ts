import type { FieldTrace } from "../../model/field-trace.ts";
import type { Rejection } from "../../model/record.ts";
import { nestCustom } from "../../model/record-body.ts";
import { jsonText } from "../json-text.ts";
import { messageOf } from "../text/reason-text.ts";
import type { PreviewView } from "./preview-view.ts";

/** `preview --format json`, as schemas/report.schema.json describes it: each row has a `record` or a `reject`. */
export function previewJson(preview: PreviewView): string {
  return jsonText({
    formatVersion: 1,
    sync: preview.sync,
    object: preview.object,
    rows: preview.rows.map(({ row, result, trace }) => ({
      row: row.position.row,
      file: row.position.file,
      line: row.position.line,
      data: row.data,
      ...(result.kind === "record"
        ? { key: result.record.key, record: nestCustom(result.record.fields) }
        : { key: result.rejection.key, reject: rejectEntry(result.rejection) }),
      ...(trace === undefined ? {} : { trace: trace.map(traceEntry) }),
    })),
  });
}

function traceEntry({ error, ...trace }: FieldTrace) {
  if (error === undefined) return trace;
  const { reason, ...about } = error;
  return { ...trace, error: { ...about, message: messageOf(reason), code: reason.code } };
}

function rejectEntry({ rule, field, reason }: Pick<Rejection, "rule" | "field" | "reason">) {
  const { code, fix } = reason;
  return { rule, field, message: messageOf(reason), code, hint: fix };
}
