import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RuleId } from "../../src/model/generated/rule-ids.ts";
import { rejectCauses } from "../../src/model/reject-causes.ts";
import { Stop } from "../../src/model/stop.ts";
import { applyGithub, planGithub, type RunGithubOptions } from "../../src/report/run/run-github.ts";
import { stopGithub } from "../../src/report/run/stop-github.ts";
import { FORBIDDEN } from "./forbidden.ts";
import { COMPANIES, DRIFTED, NAMELESS, planOf } from "./sample-plan.ts";
import { reportOf } from "./sample-run.ts";

const OPTIONS: RunGithubOptions = {
  folder: "crm",
  placeOf: (sync, path) => ({ file: `syncs/${sync}.yaml`, line: path.length + 1, column: 3 }),
};

test("a plan is annotated with its guards, what it undoes, and its rejects by cause", () => {
  const warning = {
    rule: "unlisted-field",
    severity: "warning",
    line: 3,
    column: 5,
    reason: { code: "unlisted-field", what: "m" },
  } as const;
  const plan = { ...DRIFTED, diagnostics: [{ ...warning, file: "syncs/a.yaml" }] };
  expect(planGithub(plan, OPTIONS).split("\n")).toEqual([
    "::error file=crm/syncs/crm-companies.yaml,line=2,col=3,title=guard::5 of 9 rows are too many.%0AThis plan cannot be applied.",
    "::warning file=crm/syncs/crm-companies.yaml,line=3,col=3,title=drift::2 changes undo what was done in Planhat since the last apply.",
    "::warning file=crm/syncs/crm-companies.yaml,line=3,col=3,title=required-field::1 row rejected: name is missing. Planhat takes no company without one: map it, or fill it in the source.%0Afor example accounts.csv:12  key a4",
    "::warning file=crm/syncs/a.yaml,line=3,col=5,title=unlisted-field::m.",
    "",
  ]);
});

test("a plan with nothing to say has no annotation", () => {
  expect(planGithub(planOf({ rejects: [], causes: [] }), OPTIONS)).toBe("");
});

test("an apply is annotated with what stopped it and its causes, the most frequent first", () => {
  const other = { ...NAMELESS, rule: "refused", field: undefined } as const;
  const { field: _, ...refused } = other;
  const causes = [...rejectCauses([refused]), ...reportOf().causes];
  const text = applyGithub(reportOf({ causes, stop: new Stop("failure", "No.", { fix: "Try." }) }), OPTIONS);
  expect(text.split("\n").map((line) => line.slice(0, 90))).toEqual([
    "::error title=planhat-sync::No.%0Ahint: Try.",
    "::warning file=crm/syncs/crm-companies.yaml,line=3,col=3,title=required-field::5 rows reje",
    "::warning file=crm/syncs/crm-companies.yaml,line=1,col=3,title=refused::1 row rejected: na",
    "",
  ]);
});

test("where a sync is in no file any more, the annotation has no place", () => {
  const text = planGithub(planOf(), { folder: "", placeOf: () => undefined });
  expect(text).toMatch(/^::warning title=required-field::1 row rejected/);
});

describe("[C9] data in an annotation", () => {
  const NAUGHTY = [
    "\n::add-mask::x",
    "\r\n::error::",
    "%0A::error::",
    "##[group]",
    "a:b,c=d::",
    "\u2028\u202e",
  ];

  test("never begin a command or a line of their own", () => {
    const harm = fc.oneof(fc.constantFrom(...NAUGHTY), fc.string({ unit: "binary" }));
    fc.assert(
      fc.property(harm, (text) => {
        const reject = {
          ...NAMELESS,
          sync: text,
          rule: text as RuleId,
          field: text,
          key: text,
          reason: { ...NAMELESS.reason, what: text },
        };
        const sync = {
          ...COMPANIES,
          name: text,
          drifted: 1,
          causes: rejectCauses([reject]),
          violations: [text],
        };
        const options = { folder: text, placeOf: () => ({ file: text, line: 1, column: 1 }) };
        const output =
          planGithub(planOf({}, { syncs: [sync] }), options) + stopGithub({ code: "failure", what: text });
        const lines = output.trimEnd().split("\n");
        expect(lines).toHaveLength(4);
        for (const line of lines) {
          expect(line).toMatch(/^::(?:error|warning) (?:[a-z]+=[^:,]*,?)+::/u);
          expect(`x${line}`).not.toMatch(FORBIDDEN);
        }
      }),
    );
  });
});
