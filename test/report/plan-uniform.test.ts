import { describe, expect, test } from "vitest";
import type { UniformField } from "../../src/model/uniform-field.ts";
import { hidePlan } from "../../src/report/plan/hiding.ts";
import { planHtml } from "../../src/report/plan/plan-html.ts";
import { planJson } from "../../src/report/plan/plan-json.ts";
import { planMarkdown } from "../../src/report/plan/plan-markdown.ts";
import { planText } from "../../src/report/plan/plan-text.ts";
import { uniformText } from "../../src/report/plan/uniform-text.ts";
import { planGithub } from "../../src/report/run/run-github.ts";
import { pagePlan } from "../../src/report/watch/page-plan.ts";
import { PLAIN, planOf } from "./sample-plan.ts";

const OPTOUT: UniformField = {
  field: "npsUnsubscribed",
  kind: "same",
  value: false,
  records: 12,
  columns: ["optout"],
};
const PLAN = planOf({ uniform: [OPTOUT] });
const SENTENCE = "npsUnsubscribed is false in all 12 records, although optout differs from row to row.";

test.each<[Partial<UniformField>, string]>([
  [{}, "npsUnsubscribed is false in all 12 records, although optout differs"],
  [{ records: 2 }, "npsUnsubscribed is false in both records, although optout differs"],
  [{ value: null }, "npsUnsubscribed is null in all 12 records"],
  [{ value: "x".repeat(200) }, `npsUnsubscribed is "${"x".repeat(58)}… in all 12 records`],
  [{ columns: ["a", "b"] }, "although a and b differ from row to row."],
  [{ columns: ["a", "b", "c"] }, "although a, b and 1 more column differ from row to row."],
  [{ columns: ["a", "b", "c", "d"] }, "although a, b and 2 more columns differ from row to row."],
])("%j: %s", (change, sentence) => {
  expect(uniformText({ ...OPTOUT, ...change })).toContain(sentence);
});

test("a field without a value says so, and one whose value is hidden says no more", () => {
  const { value: _, ...rest } = OPTOUT;
  expect(uniformText({ ...rest, kind: "none" })).toContain("has no value in any of 12 records, although");
  expect(uniformText({ ...rest, kind: "none", records: 2 })).toContain("has no value in either of 2 records");
  expect(uniformText(rest)).toContain("npsUnsubscribed has the same value in all 12 records, although");
});

describe("a field that is the same everywhere", () => {
  test("is a warning in every report for people", () => {
    expect(planText(PLAN, PLAIN)).toContain(`  warning: ${SENTENCE} If that is not intended`);
    expect(planMarkdown(PLAN)).toContain("- Warning: npsUnsubscribed is false in all 12 records");
    expect(planHtml(PLAN)).toContain(`<p>crm-companies: ${SENTENCE}`);
    const page = pagePlan({ kind: "planned", view: PLAN, violations: [] }, 0, (text) => text);
    expect(page.syncs[0]?.remarks[0]).toContain(SENTENCE);
  });

  test("is annotated where it is mapped", () => {
    const placeOf = (_: string, path: readonly string[]) => ({
      file: path.join("/"),
      line: 9,
      column: 3,
    });
    expect(planGithub(PLAN, { folder: "", placeOf })).toContain(
      `::warning file=fields/npsUnsubscribed,line=9,col=3,title=field-uniform::${SENTENCE}`,
    );
  });

  test("is an entry of its own in JSON", () => {
    expect(JSON.parse(planJson(PLAN)).syncs[0].uniform).toEqual([
      { field: "npsUnsubscribed", kind: "same", value: false, records: 12, columns: ["optout"] },
    ]);
  });

  test("keeps a hidden value out of all of them", () => {
    const secret = planOf({ uniform: [{ ...OPTOUT, value: "cleartext" }] });
    const hidden = hidePlan(secret, { values: true, keys: false });
    const all = [planText(hidden, PLAIN), planMarkdown(hidden), planHtml(hidden), planJson(hidden)];
    for (const text of all) {
      expect(text).not.toContain("cleartext");
      expect(text).toContain("npsUnsubscribed");
    }
    expect(planText(hidePlan(secret, { values: false, keys: true }), PLAIN)).toContain("cleartext");
  });
});
