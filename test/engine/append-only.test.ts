import { expect, test } from "vitest";
import { classifyAppend } from "../../src/engine/append-only.ts";
import { runOrder } from "../../src/engine/run-order.ts";
import { fieldsOf } from "../../src/model/change.ts";
import { fingerprint } from "../../src/model/fingerprint.ts";
import { OBJECT_TYPES } from "../../src/model/generated/objects.ts";
import type { JsonObject } from "../../src/model/json.ts";
import type { RecordKey } from "../../src/model/record.ts";
import { RecordJson } from "../../src/model/record-json.ts";
import type { Remembered } from "../../src/model/state-store.ts";
import { COMPANY, fakeSync } from "../support/engine-fixtures.ts";

function sync(name: string, resend = false) {
  const objectType = OBJECT_TYPES.find((type) => type.name === name);
  if (objectType === undefined) throw new Error(`no ${name}`);
  return { ...fakeSync({ objectType, mode: "insert", key: undefined }), ...(resend ? { resend } : {}) };
}

const KEY = "k" as RecordKey;
const accepted = (fields: JsonObject): Remembered => ({
  kind: "accepted",
  accepted: { key: KEY, fields, fingerprint: fingerprint(fields) },
});
const PENDING: Remembered = { kind: "pending", key: KEY };
const SENT = { dimensionId: "logins", value: 1 };

/** `create`, `update value`, `reject already-sent` … */
function said(
  name: string,
  resend: boolean,
  known: Remembered | undefined,
  fields: JsonObject = SENT,
): string {
  const one = sync(name, resend);
  const whole = RecordJson.of(fields);
  const record = { key: KEY, fields, whole, fingerprint: fingerprint(fields), position: { row: 1 } };
  const candidate = classifyAppend(one, record, known);
  switch (candidate.kind) {
    case "change":
      return `${candidate.change.action} ${Object.keys(fieldsOf(candidate.change)).join()}`;
    case "reject":
      return `reject ${candidate.rejection.rule}`;
    case "skip":
      return `skip ${candidate.reason}`;
    default:
      return candidate.kind;
  }
}

test.each([
  ["Metric", false, undefined, "create dimensionId,value"],
  ["Metric", false, accepted(SENT), "unchanged"],
  ["Metric", false, accepted({ ...SENT, value: 2 }), "reject already-sent"],
  ["Metric", false, PENDING, "reject sent-unanswered"],
  ["Metric", true, accepted(SENT), "unchanged"],
  ["Metric", true, accepted({ ...SENT, value: 2 }), "update value"],
  ["Metric", true, PENDING, "create dimensionId,value"],
  ["UserActivity", false, undefined, "create dimensionId,value"],
  ["UserActivity", false, accepted(SENT), "unchanged"],
  ["UserActivity", false, accepted({ ...SENT, value: 2 }), "skip exists"],
  ["UserActivity", false, PENDING, "reject sent-unanswered"],
] as const)("%s, resend %j, remembered %j: %s", (name, resend, known, expected) => {
  expect(said(name, resend, known)).toBe(expected);
});

test("points and events are written last, whatever the order of the files", () => {
  const groups = runOrder([
    sync("Metric"),
    sync("UserActivity"),
    fakeSync({ objectType: COMPANY }),
    sync("Asset"),
  ]);
  expect(groups.map(({ objectType }) => objectType.name)).toEqual([
    "Company",
    "Asset",
    "Metric",
    "UserActivity",
  ]);
});
