import { describe, expect, test } from "vitest";
import { rejectCauses } from "../../src/model/reject-causes.ts";
import { Stop } from "../../src/model/stop.ts";
import { applyJson } from "../../src/report/run/apply-json.ts";
import { applyText } from "../../src/report/run/apply-text.ts";
import { NAMELESS, PLAIN } from "./sample-plan.ts";
import { COMPANIES_RUN, reportOf, summaryOf } from "./sample-run.ts";

describe("applyText", () => {
  test("shows the counts, the causes of rejection with an example, the next step and a last line", () => {
    expect(
      applyText(reportOf(), PLAIN),
    ).toBe(`                read  created  updated  unchanged  skipped  rejected  failed
crm-companies  4,000        2        3      3,990        0         5       0

5 × name is missing (required-field)  crm-companies
    for example accounts.csv:12  key a4
    Planhat takes no company without one: map it, or fill it in the source.

\`planhat-sync rejects\` lists every record that did not get in, and why.
Applied in 1.2 s, but not all: 2 created, 3 updated, 3,990 unchanged, 5 rejected.
`);
  });

  test("a run that was stopped says why, what is open, and what it did till then", () => {
    const stop = new Stop("planhat-trouble", "Planhat does not take the token (401).", {
      fix: "Make a new one under Settings > Private Apps.",
    });
    const endusers = {
      ...COMPANIES_RUN,
      sync: "crm-endusers",
      summary: summaryOf({ read: 12, failed: 2, notAttempted: 10 }),
    };
    const report = reportOf({ syncs: [COMPANIES_RUN, endusers], status: "failed", stop, causes: [] });
    expect(
      applyText(report, PLAIN),
    ).toBe(`                read  created  updated  unchanged  skipped  rejected  failed  not sent
crm-companies  4,000        2        3      3,990        0         5       0         0
crm-endusers      12        0        0          0        0         0       2        10
total          4,012        2        3      3,990        0         5       2        10

error: Planhat does not take the token (401).
hint: Make a new one under Settings > Private Apps.

What became of 2 records is not known: the next apply settles it.
10 changes not sent: the next apply goes on from there.
Failed after 1.2 s: 2 created, 3 updated, 3,990 unchanged, 5 rejected, 2 failed, 10 not sent.
`);
  });

  test("on a terminal too narrow for the table each sync has a line of its own", () => {
    const summary = summaryOf({ read: 9, created: 9 });
    const report = reportOf({ syncs: [{ ...COMPANIES_RUN, summary }], status: "succeeded", causes: [] });
    expect(applyText(report, { colour: false, width: 40 })).toBe(
      "crm-companies: 9 created\n\nApplied in 1.2 s: 9 created.\n",
    );
  });

  test.each([
    ["succeeded", "\u001b[32mApplied in 2 min 5 s: 1 updated.\u001b[39m"],
    ["interrupted", "\u001b[33mInterrupted after 2 min 5 s: 1 updated.\u001b[39m"],
    ["failed", "\u001b[31mFailed after 2 min 5 s: 1 updated.\u001b[39m"],
  ] as const)("the last line of a run that %s bears its colour", (status, line) => {
    const syncs = [{ ...COMPANIES_RUN, summary: summaryOf({ read: 1, updated: 1 }) }];
    const text = applyText(reportOf({ status, syncs, causes: [], seconds: 125 }), { colour: true });
    expect(text.trimEnd().split("\n").at(-1)).toBe(line);
  });

  test("a run that stopped before it read anything has no table", () => {
    const stop = new Stop("planhat-trouble", "The state is locked.");
    expect(applyText(reportOf({ syncs: [], status: "failed", stop, causes: [] }), PLAIN)).toBe(
      "error: The state is locked.\n\nFailed after 1.2 s: no rows read.\n",
    );
  });
});

test("the JSON of an apply has the members of the format, in their order", () => {
  const sync = {
    name: "crm-companies",
    summary: {
      read: 4000,
      created: 2,
      updated: 3,
      unchanged: 3990,
      skipped: 0,
      rejected: 5,
      failed: 0,
      notAttempted: 0,
    },
    calls: { read: 2, write: 1, retried: 0 },
    seconds: 1.2,
  };
  const head = { formatVersion: 1, run: "20260301-093000-k3f9" };
  expect(applyJson(reportOf())).toBe(
    `${JSON.stringify({ ...head, status: "partial", syncs: [sync] }, null, 2)}\n`,
  );
  const stop = new Stop("planhat-trouble", "No.", { fix: "Try." });
  expect(JSON.parse(applyJson(reportOf({ status: "failed", stop })))).toStrictEqual({
    ...head,
    status: "failed",
    syncs: [sync],
    stop: { message: "No.", hint: "Try.", code: "planhat-trouble" },
  });
});

test("causes are grouped by sync, rule and field, the most frequent first", () => {
  const other = { ...NAMELESS, field: "phase" };
  const { field: _, ...fieldless } = NAMELESS;
  const causes = rejectCauses([fieldless, NAMELESS, other, { ...other, key: "b" }]);
  expect(causes).toStrictEqual([
    { sync: "crm-companies", rule: "required-field", field: "phase", count: 2, example: other },
    { sync: "crm-companies", rule: "required-field", count: 1, example: fieldless },
    { sync: "crm-companies", rule: "required-field", field: "name", count: 1, example: NAMELESS },
  ]);
});
