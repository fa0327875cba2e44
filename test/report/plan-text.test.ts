import { describe, expect, test } from "vitest";
import { type SyncPlanView, secondsAtRate } from "../../src/model/plan-view.ts";
import { hidePlan } from "../../src/report/plan/hiding.ts";
import { planText } from "../../src/report/plan/plan-text.ts";
import { COMPANIES, DRIFTED, NAMELESS, PLAIN, planOf } from "./sample-plan.ts";

test("a plan shows each sync's changes, rejects, counts and cost, and a last line for the whole", () => {
  expect(planText(planOf(), PLAIN)).toBe(`crm-companies → Company  upsert by externalId

  + create  a9
      externalId:  "a9"
      name:        "Nine"
      custom.Tier: "Growth"
  ~ update  a1
      phase: "Trial" → "Customer"
      mr:    10 → null
  ~ update  a2
      name: (not known) → "Two"
  … and 2 more (--limit 5 shows them)
  ! rejected  accounts.csv:12  key a4  name is missing (required-field)
      Planhat takes no company without one: map it, or fill it in the source.

  9 read: 2 to create, 3 to update, 3 unchanged, 0 skipped, 1 rejected
  2 read calls, 1 write call; about 1 s at 200 calls a minute

Target: https://api-us1.planhat.com
Plan: 2 to create, 3 to update. 1 row rejected.
`);
});

test("what was done in Planhat meanwhile stands with its change, skipped rows with their reason", () => {
  expect(planText(DRIFTED, PLAIN)).toBe(`crm-companies → Company  upsert by externalId

  + create  a9
      deleted in Planhat since the last apply: it would be created again
      externalId: "a9"
      name:       "Nine"
  ~ update  a1
      changed in Planhat since the last apply: phase
      phase: "Paused" → "Customer"
      mr:    10 → null
      owner: null → "o1"
  ! rejected  accounts.csv:12  key a4  name is missing (required-field)
      Planhat takes no company without one: map it, or fill it in the source.
  - skipped  accounts.csv:30  key s1  already in Planhat
  - skipped  accounts.csv:31  key s2  repeated
  … and 10 more skipped (--format json --limit 20 lists them)

  2 changes undo what was done in Planhat since the last apply.
  18 read: 1 to create, 1 to update, 3 unchanged, 12 skipped (11 already in Planhat, 1 repeated), 1 rejected
  2 read calls, 1 write call; about 1 s at 200 calls a minute

Target: https://api-us1.planhat.com
Plan: 1 to create, 1 to update. 1 row rejected.
`);
});

test("hidden values and keys leave what happens to each field, and the rule of each reject", () => {
  expect(planText(hidePlan(DRIFTED, { values: true, keys: true }), PLAIN)).toBe(
    `crm-companies → Company  upsert by externalId

  + create  sha256:2b12242f306c
      deleted in Planhat since the last apply: it would be created again
      externalId: (hidden)
      name:       (hidden)
  ~ update  sha256:f55ff16f66f4
      changed in Planhat since the last apply: phase
      phase: (hidden) → (hidden)
      mr:    (hidden) → null
      owner: null → (hidden)
  ! rejected  accounts.csv:12  key sha256:4539e4b48890  name is missing (required-field)
      Planhat takes no company without one: map it, or fill it in the source.
  - skipped  accounts.csv:30  key sha256:e8bc163c82ee  already in Planhat
  - skipped  accounts.csv:31  key sha256:ad328846aa18  repeated
  … and 10 more skipped (--format json --limit 20 lists them)

  2 changes undo what was done in Planhat since the last apply.
  18 read: 1 to create, 1 to update, 3 unchanged, 12 skipped (11 already in Planhat, 1 repeated), 1 rejected
  2 read calls, 1 write call; about 1 s at 200 calls a minute

Target: https://api-us1.planhat.com
Values and keys are hidden.
Plan: 1 to create, 1 to update. 1 row rejected.
`,
  );
});

test("colours mark what is created, updated and rejected", () => {
  const text = planText(planOf({ changes: COMPANIES.changes.slice(1, 2), warnings: ["Mind this."] }), {
    colour: true,
  });
  expect(text).toContain("\u001b[33m~ update\u001b[39m  a1\n");
  expect(text).toContain("\u001b[31m! rejected\u001b[39m  accounts.csv:12");
  expect(text).toContain("  \u001b[33mwarning:\u001b[39m Mind this.\n");
});

test("two syncs, a state baseline: the cost of both and what was compared are told", () => {
  const quiet: SyncPlanView = {
    ...COMPANIES,
    name: "crm-notes",
    object: "Note",
    mode: "insert",
    key: undefined,
    summary: { read: 4000, create: 0, update: 0, unchanged: 3990, skip: 10, reject: 0 },
    skips: { exists: 3, missing: 0, repeat: 7, changed: 0 },
    calls: { read: 0, write: 0 },
    seconds: 0,
    changes: [],
    rejects: [],
  };
  const plan = planOf({ changes: [], rejects: [] }, { baseline: "state" });
  expect(
    planText({ ...plan, syncs: [quiet, ...plan.syncs] }, PLAIN),
  ).toBe(`crm-notes → Note  insert without a key

  … and 10 more skipped (--format json --limit 10 lists them)

  4,000 read: 0 to create, 0 to update, 3,990 unchanged, 10 skipped (3 already in Planhat, 7 repeated), 0 rejected
  no calls to Planhat

crm-companies → Company  upsert by externalId

  … and 5 more (--limit 5 shows them)
  … and 1 more rejected (--limit 1 shows them)

  9 read: 2 to create, 3 to update, 3 unchanged, 0 skipped, 1 rejected
  2 read calls, 1 write call; about 1 s at 200 calls a minute

Target: https://api-us1.planhat.com
In all 2 read calls, 1 write call; about 1 s at 200 calls a minute.
Compared with what Planhat accepted last; changes made in Planhat do not show.
Plan: 2 to create, 3 to update. 1 row rejected.
`);
});

test("a plan that compares with nothing says so", () => {
  expect(planText(planOf({}, { baseline: "none" }), PLAIN)).toContain(
    "\nCompared with nothing: every record counts as a change.\n",
  );
});

test("a record without a key field is named by the place of its row", () => {
  const [change] = COMPANIES.changes;
  const changes = change === undefined ? [] : [{ ...change, key: "~v1:00ff" }];
  expect(planText(planOf({ key: undefined, changes }), PLAIN)).toContain("\n  + create  accounts.csv:17\n");
});

test("values are cut to the width of the terminal", () => {
  const before = `${"x".repeat(60)} old`;
  const after = `${"x".repeat(60)} new`;
  const changes = [
    { action: "update", key: "k".repeat(90), fields: { note: { before, after } }, position: { row: 1 } },
    { action: "create", key: "a2", fields: { note: { after } }, position: { row: 2 } },
  ] as const;
  const lines = planText(planOf({ changes }), { colour: false, width: 40 }).split("\n");
  expect(lines.slice(2, 6)).toEqual([
    `  ~ update  ${"k".repeat(59)}…`,
    '      note: …xx old" → …xx new"',
    "  + create  a2",
    `      note: "${"x".repeat(26)}…`,
  ]);
});

test.each([
  [101, 100, "--limit 200"],
  [200, 100, "--limit 200"],
  [4050, 100, "--limit 5000"],
  [5001, 100, "--limit 10000"],
])("of %i changes with %i shown, the next round limit is offered", (create, shown, limit) => {
  const changes = Array.from({ length: shown }, (_, row) => ({
    action: "create" as const,
    key: `a${row}`,
    fields: {},
    position: { row },
  }));
  const summary = { ...COMPANIES.summary, create, update: 0 };
  expect(planText(planOf({ summary, changes }), PLAIN)).toContain(`more (${limit} shows them)\n`);
});

describe("where nothing is to be done, the last line says why", () => {
  const nothing = { read: 3, create: 0, update: 0, unchanged: 3, skip: 0, reject: 0 };
  const none = { exists: 0, missing: 0, repeat: 0, changed: 0 };
  test.each([
    ["all is there", nothing, none, "Nothing to do: Planhat already holds all of it."],
    [
      "an insert of known records",
      { ...nothing, unchanged: 0, skip: 3 },
      { ...none, exists: 3 },
      "Nothing to do: Planhat already holds all of it.",
    ],
    [
      "an update of unknown records",
      { ...nothing, unchanged: 2, skip: 1 },
      { ...none, missing: 1 },
      "Nothing to do: 1 row skipped, because Planhat does not hold it.",
    ],
    ["rejects alone", { ...nothing, unchanged: 2, reject: 1 }, none, "Nothing to do. 1 row rejected."],
    ["an empty source", { ...nothing, read: 0, unchanged: 0 }, none, "Nothing to do: no rows were read."],
  ])("%s", (_, summary, skips, line) => {
    const text = planText(planOf({ summary, skips, changes: [], rejects: [] }), PLAIN);
    expect(text.trimEnd().split("\n").at(-1)).toBe(line);
  });
});

test("a message of one sentence takes one line, and a long one is never cut", () => {
  const fix = "Because of this. ".repeat(20).trim();
  const rejects = [
    { ...NAMELESS, key: null, reason: { code: "refused", what: "The key is empty." } as const },
    { ...NAMELESS, reason: { code: "refused", what: "It is wrong.", fix } as const },
  ];
  const lines = planText(planOf({ changes: [], rejects }), { colour: false, width: 40 }).split("\n");
  expect(lines[3]).toBe("  ! rejected  accounts.csv:12  The key is empty (required-field)");
  expect(lines[4]).toBe("  ! rejected  accounts.csv:12  key a4  It is wrong (required-field)");
  expect(lines[5]).toBe(`      ${fix}`);
});

test("seconds at the rate limit are those of calls spread evenly", () => {
  expect(secondsAtRate({ read: 2, write: 1 }, 200)).toBeCloseTo(0.9);
  expect(secondsAtRate({ read: 0, write: 0 }, 200)).toBe(0);
});
