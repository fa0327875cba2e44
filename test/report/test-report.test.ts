import { describe, expect, test } from "vitest";
import { diffRecords } from "../../src/model/test-result.ts";
import { testJson } from "../../src/report/tests/test-json.ts";
import { testText } from "../../src/report/tests/test-text.ts";
import { PLAIN } from "./sample-plan.ts";
import { RESULTS } from "./sample-tests.ts";

describe("testText", () => {
  test("shows each test, and of a failed one what was expected and what came out", () => {
    expect(testText(RESULTS, PLAIN)).toBe(`crm-companies
  ✓ trims the name
  ✗ maps the tier  syncs/crm.yaml:23
      - name:        "Acme"
      + name:        " Acme "
      - custom.Tier: "Growth"
      + custom.Tier: (no value)
      - mr:          (no value)
      + mr:          1
  ✗ takes it  syncs/crm.yaml:26
      - a record
      + a rejection: name is missing (required-field)
        Planhat takes no company without one: map it, or fill it in the source.
  ✗ needs a name  syncs/crm.yaml:29
      - a rejection (required-field)
      + a record: {"externalId":"a1","custom":{"Tier":"Growth"}}

crm-notes
  ✗ needs a key  syncs/crm.yaml:32
      - a rejection (key-missing)
      + a rejection: It is no number (type-mismatch)

5 tests in 2 syncs, 4 failed (- expected, + got).
`);
  });

  test("says in one line that all passed", () => {
    expect(testText(RESULTS.slice(0, 1), PLAIN)).toBe(
      "crm-companies\n  ✓ trims the name\n\n1 test in 1 sync, all passed.\n",
    );
  });

  test("says how to write a test where there is none", () => {
    expect(testText([], PLAIN)).toBe(
      "No tests: add tests: with a row and what to expect of it to a definition, or record one with --record.\n",
    );
  });

  test("marks expected and got by colour too", () => {
    expect(testText(RESULTS.slice(1, 2), { colour: true })).toContain(
      '\u001b[32m      - name:        "Acme"\u001b[39m\n\u001b[31m      + name:        " Acme "\u001b[39m\n',
    );
  });
});

test("the JSON of the tests tells the same", () => {
  const json = JSON.parse(testJson(RESULTS));
  expect(json.passed).toBe(false);
  expect(json.tests).toMatchObject([
    { sync: "crm-companies", test: "trims the name", file: "syncs/crm.yaml", line: 20, ok: true },
    { ok: false, problem: "differs", diff: [{ field: "name", expected: "Acme", actual: " Acme " }, {}, {}] },
    { ok: false, problem: "rejected", rejection: { rule: "required-field", field: "name" } },
    {
      problem: "accepted",
      expectedRule: "required-field",
      record: { externalId: "a1", custom: { Tier: "Growth" } },
    },
    { problem: "otherRule", expectedRule: "key-missing", rejection: { rule: "type-mismatch" } },
  ]);
  // What is known of a rejection beyond its reason stays out.
  expect(Object.keys(json.tests[2].rejection)).toEqual(["rule", "field", "message", "code", "hint"]);
  expect(JSON.parse(testJson(RESULTS.slice(0, 1))).passed).toBe(true);
});

describe("diffRecords", () => {
  test.each([
    ["equal records", { name: "a", mr: 1 }, { mr: 1, name: "a" }, []],
    ["nested and flat custom fields", { custom: { Tier: "x" } }, { "custom.Tier": "x" }, []],
    ["the order of members", { a: { x: 1, y: [1] } }, { a: { y: [1], x: 1 } }, []],
    ["a value of another type", { mr: 10 }, { mr: "10" }, [{ field: "mr", expected: 10, actual: "10" }]],
    ["null and absence", { mr: null }, {}, [{ field: "mr", expected: null }]],
    ["an unexpected field", {}, { mr: null }, [{ field: "mr", actual: null }]],
    ["order in a list", { a: [1, 2] }, { a: [2, 1] }, [{ field: "a", expected: [1, 2], actual: [2, 1] }]],
  ])("%s", (_, expected, actual, diff) => {
    expect(diffRecords(expected, actual)).toStrictEqual(diff);
  });
});
