import type { TestResult } from "../../src/model/test-result.ts";
import { NAMELESS } from "./sample-plan.ts";

const PLACE = { sync: "crm-companies", file: "syncs/crm.yaml" };

export const RESULTS: readonly TestResult[] = [
  { ...PLACE, line: 20, test: "trims the name", ok: true },
  {
    ...PLACE,
    line: 23,
    test: "maps the tier",
    ok: false,
    problem: "differs",
    diff: [
      { field: "name", expected: "Acme", actual: " Acme " },
      { field: "custom.Tier", expected: "Growth" },
      { field: "mr", actual: 1 },
    ],
  },
  { ...PLACE, line: 26, test: "takes it", ok: false, problem: "rejected", rejection: NAMELESS },
  {
    ...PLACE,
    line: 29,
    test: "needs a name",
    ok: false,
    problem: "accepted",
    expectedRule: "required-field",
    record: { externalId: "a1", "custom.Tier": "Growth" },
  },
  {
    ...PLACE,
    sync: "crm-notes",
    line: 32,
    test: "needs a key",
    ok: false,
    problem: "otherRule",
    expectedRule: "key-missing",
    rejection: {
      rule: "type-mismatch",
      field: "mr",
      reason: { code: "value-type", what: "It is no number." },
    },
  },
];
