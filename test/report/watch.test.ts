import { describe, expect, test } from "vitest";
import type { PageFile } from "../../src/model/page.ts";
import { makeRedact } from "../../src/model/redact.ts";
import { pageLines } from "../../src/report/watch/page-lines.ts";
import { pageFile, pageOverview } from "../../src/report/watch/page-view.ts";
import { watchText } from "../../src/report/watch/watch-text.ts";
import { PLAIN } from "./sample-plan.ts";
import { DEFINITION, watchReportOf } from "./sample-watch.ts";

const AS_IS = (text: string) => text;

describe("watchText", () => {
  test("shows what became of the sample, tests that broke or are mended, the remarks, and the counts last", () => {
    expect(
      watchText(watchReportOf(), { ...PLAIN, scope: "changes" }),
    ).toBe(`── saved syncs/crm.yaml · 12 ms ──

crm-companies → Company  1 record changed, 1 row rejected, 1 row gone
  ~ a1  name         "ACME" → "Acme"
        custom.Tier  (no value) → "Growth"
        phase        "Trial" → (no value)
  ! a4  name is missing (required-field)
      Planhat takes no company without one: map it, or fill it in the source.
  - a5  no longer among the sample rows

  ✓ trims the name  mended
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

syncs/crm.yaml:5:14  error  expression-syntax
  A bracket is not closed.

  5 │   name: $trim(
    │              ^
  hint: check the brackets

crm-companies has errors; its records and tests are those of the last good version.
1 error in 1 sync · 1 test passed, 4 failed
`);
  });

  test("lists every sync where all was asked for, and every test where tests were", () => {
    const all = watchText(watchReportOf(), { ...PLAIN, scope: "all" });
    expect(all).toContain("crm-companies  Company  1 record, 1 rejected  4 of 5 failed  has errors");
    const tests = watchText(watchReportOf(), { ...PLAIN, scope: "tests" });
    expect(tests).toContain("✓ trims the name");
    expect(tests).not.toContain("records changed");
  });
});

describe("the page's view", () => {
  test("tells of each cell what stood there before, also where there is no value any more", () => {
    const [row] = fileOf().sync?.rows ?? [];
    expect(row?.change).toBe("changed");
    const changed = row?.record.filter(({ before }) => before !== undefined);
    expect(changed?.map(({ name, before, value }) => [name, before?.text, value.text])).toEqual([
      ["name", "ACME", "Acme"],
      ["custom.Tier", "no value", "Growth"],
      ["phase", "Trial", "no value"],
    ]);
  });

  test("tells how each definition is, and which one the run was about", () => {
    const overview = pageOverview(watchReportOf(), { project: "crm", redact: AS_IS });
    expect(overview).toMatchObject({
      focus: "syncs/crm.yaml",
      cause: "saved syncs/crm.yaml",
      counts: { errors: 1, warnings: 0, passed: 1, failed: 4 },
      entries: [{ name: "crm-companies", tone: "bad", note: "1 error", changes: 3 }],
    });
  });

  test("marks problems at their places, tells names and comments apart, and shows what is new", () => {
    const lines = fileOf(new Map([["syncs/crm.yaml", DEFINITION.replace("$trim(", "name")]])).lines;
    expect(lines.map(({ parts }) => parts.map(({ text }) => text).join(""))).toEqual(
      DEFINITION.trimEnd().split("\n"),
    );
    expect(lines[0]?.parts.map(({ kind, text }) => [kind, text])).toEqual([
      ["key", "name"],
      ["plain", ": crm-companies"],
      ["comment", " # of the CRM"],
    ]);
    expect(lines[4]?.parts.filter(({ mark }) => mark === "error").map(({ text }) => text)).toEqual(["("]);
    expect(lines.map(({ isNew }) => isNew)).toEqual([false, false, false, false, true]);
  });

  test("masks secrets: those that a file writes out, and those that the settings hold", () => {
    const text = "password: correct-horse-battery\nurl: https://x.example/?key=from-the-environment\n";
    const lines = pageLines({
      file: "a.yaml",
      texts: new Map([["a.yaml", text]]),
      diagnostics: [],
      before: undefined,
      clean: makeRedact(["from-the-environment"]),
    });
    expect(lines.map(({ parts }) => parts.map((part) => part.text).join(""))).toEqual([
      "password: ***",
      "url: https://x.example/?key=***",
    ]);
  });

  test("a file that the project does not have is not there", () => {
    expect(pageFile("other.yaml", watchReportOf(), new Map(), AS_IS)).toBeUndefined();
  });
});

function fileOf(before: ReadonlyMap<string, string> = new Map()): PageFile {
  const file = pageFile("syncs/crm.yaml", watchReportOf(), before, AS_IS);
  if (file === undefined) throw new Error("the file is not there");
  return file;
}
