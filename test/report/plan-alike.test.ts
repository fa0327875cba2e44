import { describe, expect, test } from "vitest";
import { hidePlan } from "../../src/report/plan/hiding.ts";
import { planHtml } from "../../src/report/plan/plan-html.ts";
import { planJson } from "../../src/report/plan/plan-json.ts";
import { planMarkdown } from "../../src/report/plan/plan-markdown.ts";
import { planText } from "../../src/report/plan/plan-text.ts";
import { planGithub } from "../../src/report/run/run-github.ts";
import { ALIKE, PLAIN, planOf } from "./sample-plan.ts";

const github = (view: typeof ALIKE): string =>
  planGithub(view, { folder: "", placeOf: () => ({ file: "syncs/crm.yaml", line: 9, column: 3 }) });

describe("keys that are almost one", () => {
  test("stand in the text, each pair of rows once, with what nobody could see as an escape", () => {
    const text = planText(ALIKE, PLAIN);
    expect(text.split("\n").filter((line) => line.includes("? alike"))).toEqual([
      '  ? alike  accounts.csv:3  externalId "A7" is almost "a7 " in row 5 of the source; they differ in upper and lower case',
      '  ? alike  accounts.csv:8  externalId "b\\u00a08" is almost "b 8" in Planhat (_id 6b0e08295a9db0c5a7000013); they differ in blanks',
      '  ? alike  accounts.csv:10  sourceId "crm-9" is almost that of row 1 of the source (key a1)',
    ]);
    expect(text).toContain(
      "  4 rows have almost the same key as another record. Planhat does not say whether it takes such keys for one: check them before you apply.\n",
    );
    expect(text).toContain("Plan: 2 to create, 3 to update. 4 keys almost the same. 1 row rejected.\n");
  });

  test("are counted as a whole where the list is cut", () => {
    const [sync] = ALIKE.syncs;
    const cut = planOf({ alikeCount: 120, alike: (sync?.alike ?? []).slice(0, 2) });
    expect(planText(cut, PLAIN)).toContain("  … and 118 more alike (--limit 200 shows them)\n");
    expect(JSON.parse(planJson(cut)).syncs[0]).toMatchObject({
      alikeCount: 120,
      alike: [{ row: 2 }, { row: 5 }],
    });
    expect(planMarkdown(cut)).toContain("120 rows with almost the same key as another record");
    expect(planHtml(cut)).toContain("… and 118 more rows.");
  });

  test("have a list in JSON: both rows, or the row and the record", () => {
    const [sync] = JSON.parse(planJson(ALIKE)).syncs;
    expect(sync.alikeCount).toBe(4);
    expect(sync.alike).toEqual([
      {
        row: 2,
        key: "A7",
        field: "externalId",
        value: "A7",
        differs: ["case"],
        other: { row: 5, key: "a7 " },
      },
      {
        row: 5,
        key: "a7 ",
        field: "externalId",
        value: "a7 ",
        differs: ["case", "blanks"],
        other: { row: 2, key: "A7" },
      },
      {
        row: 7,
        key: "b\u00a08",
        field: "externalId",
        value: "b\u00a08",
        differs: ["blanks"],
        other: { id: "6b0e08295a9db0c5a7000013", value: "b 8" },
      },
      { row: 9, key: "c9", field: "sourceId", value: "crm-9", differs: [], other: { row: 1, key: "a1" } },
    ]);
  });

  test("are a warning at the top of the comment and of the page, with a table that is open", () => {
    const markdown = planMarkdown(ALIKE);
    expect(markdown.indexOf("> [!WARNING]\n> 4 rows have almost the same key")).toBeGreaterThan(0);
    expect(markdown).toContain(
      "<details open><summary>4 rows with almost the same key as another record</summary>",
    );
    expect(markdown).toContain(
      '| `accounts.csv:3` | `externalId` | `"A7"` | `"a7 "` | `row 5 of the source` | upper and lower case |',
    );
    // A pair is one line of it, so nothing is missing.
    expect(markdown).not.toContain("more row");
    const page = planHtml(ALIKE);
    expect(page).toContain("<p>4 rows have almost the same key as another record.");
    expect(page).toContain('<h2 id="alike-title">Almost the same key</h2>');
    expect(page).toContain("row 5 of the source");
    expect(page).toContain("Planhat (_id 6b0e08295a9db0c5a7000013)");
  });

  test("are an annotation at the key's line", () => {
    expect(github(ALIKE)).toContain(
      "::warning file=syncs/crm.yaml,line=9,col=3,title=key-alike::4 rows have almost",
    );
    expect(github(planOf())).not.toContain("key-alike");
  });

  test("say nothing where there are none", () => {
    const none = planOf();
    for (const text of [planText(none, PLAIN), planMarkdown(none), planHtml(none)]) {
      expect(text).not.toMatch(/almost|alike-title/);
    }
  });

  test.each([
    [{ values: false, keys: true }, /"A7"|a7 |b 8|"c9"/, "crm-9"],
    [{ values: true, keys: false }, /crm-9/, "a7 "],
    [{ values: true, keys: true }, /"A7"|a7 |b 8|"c9"|crm-9/, "6b0e08295a9db0c5a7000013"],
  ])("with %j hide what they are asked to hide, and no more", (hiding, hidden, kept) => {
    const view = hidePlan(
      { ...ALIKE, syncs: ALIKE.syncs.map((sync) => ({ ...sync, changes: [], rejects: [], causes: [] })) },
      hiding,
    );
    for (const text of [
      planText(view, PLAIN),
      planJson(view),
      planMarkdown(view),
      planHtml(view),
      github(view),
    ]) {
      expect(text).not.toMatch(hidden);
    }
    expect(planJson(view)).toContain(kept);
  });
});
