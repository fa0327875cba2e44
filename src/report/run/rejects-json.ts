import { nestCustom } from "../../model/record-body.ts";
import type { StoredReject } from "../../model/state-store.ts";
import { jsonText } from "../json-text.ts";
import { messageOf } from "../text/reason-text.ts";

/** `rejects --format json`, as schemas/report.schema.json describes it. Records have Planhat's shape. */
export function rejectsJson(rejects: readonly StoredReject[], environment?: string): string {
  return jsonText({
    formatVersion: 1,
    environment,
    rejects: rejects.map(({ rejection, run, attempts }) => ({
      sync: rejection.sync,
      row: rejection.position.row,
      key: rejection.key,
      rule: rejection.rule,
      field: rejection.field,
      message: messageOf(rejection.reason),
      record: nestCustom(rejection.record),
      run,
      attempts,
      code: rejection.reason.code,
      hint: rejection.reason.fix,
    })),
  });
}
