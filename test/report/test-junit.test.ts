import { DOMParser, onErrorStopParsing } from "@xmldom/xmldom";
import fc from "fast-check";
import { expect, test } from "vitest";
import { testJunit } from "../../src/report/tests/test-junit.ts";
import { RESULTS } from "./sample-tests.ts";

function parse(xml: string) {
  return new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, "text/xml");
}

test("a suite a sync, a case a test, and of a failed one what was expected and what came out", () => {
  const xml = testJunit(RESULTS);
  expect(
    xml,
  ).toContain(`<testsuites name="planhat-sync" tests="5" failures="4" errors="0" skipped="0" time="0">
  <testsuite name="crm-companies" tests="4" failures="3" errors="0" skipped="0" time="0">
    <testcase name="trims the name" classname="crm-companies" file="syncs/crm.yaml" line="20" time="0"/>
    <testcase name="maps the tier" classname="crm-companies" file="syncs/crm.yaml" line="23" time="0">
      <failure message="The record differs in name, custom.Tier, mr." type="differs">syncs/crm.yaml:23
The record differs in name, custom.Tier, mr.
- name: &quot;Acme&quot;
+ name: &quot; Acme &quot;
- custom.Tier: &quot;Growth&quot;
+ custom.Tier: (no value)
- mr: (no value)
+ mr: 1
</failure>`);
  const failures = [...parse(xml).getElementsByTagName("failure")].map((node) =>
    node.getAttribute("message"),
  );
  expect(failures.slice(1)).toEqual([
    "A record was expected, and the row is rejected (required-field).",
    "A rejection was expected (required-field), and a record came out.",
    "A rejection was expected (key-missing), and it is another one (type-mismatch).",
  ]);
});

test("no tests are an empty report", () => {
  expect(parse(testJunit([])).documentElement?.getAttribute("tests")).toBe("0");
});

test("any text gives well-formed XML that reads back as it was, but for what XML cannot hold", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 30 }), (text) => {
      const xml = testJunit([
        {
          sync: text,
          test: text,
          file: "f.yaml",
          line: 1,
          ok: false,
          problem: "differs",
          diff: [{ field: text, actual: text }],
        },
      ]);
      expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/);
      const shown = [...text]
        .map((character) =>
          /[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(character) && !/[\t\n\r]/.test(character)
            ? undefined
            : character,
        )
        .filter((character) => character !== undefined);
      const name = parse(xml).getElementsByTagName("testcase")[0]?.getAttribute("name") ?? "";
      expect([...name.replace(/\\u[0-9a-f]{4}/g, "")].join("")).toBe(
        shown.join("").replace(/\\u[0-9a-f]{4}/g, ""),
      );
    }),
  );
});
