import { describe, expect, test } from "vitest";
import type { StoredReject } from "../../src/model/state-store.ts";
import { rejectsCsv } from "../../src/report/run/rejects-csv.ts";
import { rejectsJson } from "../../src/report/run/rejects-json.ts";
import { rejectsText } from "../../src/report/run/rejects-text.ts";
import { messageOf } from "../../src/report/text/reason-text.ts";
import { NAMELESS, PLAIN } from "./sample-plan.ts";
import { REJECTS, RUN } from "./sample-run.ts";

describe("rejectsText", () => {
  test("shows each cause with what to do, its records, and how often they were met", () => {
    expect(rejectsText(REJECTS, PLAIN)).toBe(`crm-companies  1 rejected

1 × name is missing (required-field)
    Planhat takes no company without one: map it, or fill it in the source.
    accounts.csv:12  key a4  seen in 3 applies, last by run 20260301-093000-k3f9
      {"externalId":"a4","custom":{"Tier":"Growth"}}

crm-endusers  1 rejected

1 × The key is empty (key-missing)
    page 2, index 0  seen in 1 apply, last by run 20260301-093000-k3f9
      {}

2 records did not get in.
Fix the rows or the definition: the next apply tries them again; \`planhat-sync rejects retry\` tries only these.
`);
  });

  test("puts the most frequent cause first, lists some of it, and what is worded otherwise in its own words", () => {
    const refused = (key: string, detail: string): StoredReject => ({
      rejection: {
        ...NAMELESS,
        key,
        rule: "refused",
        field: "phase",
        reason: { code: "refused", what: "Planhat refused the record.", detail },
      },
      run: RUN,
      attempts: 1,
    });
    const many = ["a", "b", "c"].map((key) => refused(key, key === "b" ? "Bad phase. Use another." : "No."));
    const text = rejectsText([...REJECTS.slice(0, 1), ...many], { ...PLAIN, limit: 2, leftOut: 7 });
    expect(text).toContain(`crm-companies  4 rejected

3 × Planhat refused the record (refused)
    accounts.csv:12  key a  seen in 1 apply, last by run 20260301-093000-k3f9
      No.
      {"externalId":"a4","custom":{"Tier":"Growth"}}
    accounts.csv:12  key b  seen in 1 apply, last by run 20260301-093000-k3f9
      Bad phase. Use another.
      {"externalId":"a4","custom":{"Tier":"Growth"}}
    … and 1 more (--limit, or --format csv for all)

1 × name is missing`);
    expect(text).toContain(
      "11 records did not get in.\n7 of them are only counted: the state does not keep more.\n",
    );
  });

  test("says once what all have in common, and with each record its own values", () => {
    const missing = (key: string): StoredReject => ({
      rejection: {
        ...NAMELESS,
        key,
        reason: {
          code: "reference-not-found",
          what: "It refers to nothing.",
          detail: `It is "extid-${key}".`,
          fix: "Sync that first.",
        },
      },
      run: RUN,
      attempts: 1,
    });
    expect(rejectsText(["a", "b"].map(missing), PLAIN)).toContain(`
2 × It refers to nothing (required-field)
    Sync that first.
    accounts.csv:12  key a  seen in 1 apply, last by run 20260301-093000-k3f9
      It is "extid-a".
      {"externalId":"a4","custom":{"Tier":"Growth"}}
    accounts.csv:12  key b  seen in 1 apply, last by run 20260301-093000-k3f9
      It is "extid-b".
`);
  });

  test("says so where everything got in", () => {
    expect(rejectsText([], PLAIN)).toBe("No rejects: every record of the last applies got in.\n");
    expect(rejectsText([], { ...PLAIN, isNew: true })).toBe("No rejects: nothing was applied yet.\n");
  });
});

test("the JSON of the rejects has the members of the format, in their order", () => {
  expect(rejectsJson(REJECTS.slice(0, 1))).toBe(
    `${JSON.stringify(
      {
        formatVersion: 1,
        rejects: [
          {
            sync: "crm-companies",
            row: 4,
            key: "a4",
            rule: "required-field",
            field: "name",
            message: messageOf(NAMELESS.reason),
            record: { externalId: "a4", custom: { Tier: "Growth" } },
            run: RUN,
            attempts: 3,
            code: "required-field",
            hint: NAMELESS.reason.fix,
          },
        ],
      },
      null,
      2,
    )}\n`,
  );
  expect(JSON.parse(rejectsJson(REJECTS)).rejects[1]).toMatchObject({ key: null, row: 7 });
});

describe("rejectsCsv", () => {
  test("has a header, quotes every text and leaves absent cells empty", () => {
    expect(
      rejectsCsv(REJECTS),
    ).toBe(`"sync","row","file","line","key","rule","field","message","record","run","attempts"
"crm-companies",4,"accounts.csv",12,"a4","required-field","name","name is missing. Planhat takes no company without one: map it, or fill it in the source.","{""externalId"":""a4"",""custom"":{""Tier"":""Growth""}}","20260301-093000-k3f9",3
"crm-endusers",7,,,,"key-missing",,"The key is empty.","{}","20260301-093000-k3f9",1
`);
  });

  test.each([
    ["=cmd|' /C calc'!A0", `"'=cmd|' /C calc'!A0"`],
    ["+1", `"'+1"`],
    ["-1", `"'-1"`],
    ["@SUM(A1)", `"'@SUM(A1)"`],
    ["  =1", `"'  =1"`],
    ["＝1", `"'＝1"`],
    ["\t=1", '"\\t=1"'],
    ['say "hi",\nthen', '"say ""hi"",\\nthen"'],
    ["::add-mask::x", '"\\u003a:add-mask::x"'],
    ["a=1", '"a=1"'],
    ["", '""'],
  ])("[C9] the key %j stands in its cell as %s", (key, cell) => {
    const reject: StoredReject = { rejection: { ...NAMELESS, key }, run: RUN, attempts: 1 };
    expect(rejectsCsv([reject]).split("\n")[1]).toContain(`,12,${cell},"required-field"`);
  });
});
