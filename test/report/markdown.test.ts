import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, test } from "vitest";
import type { ChangeView } from "../../src/model/change-view.ts";
import type { RuleId } from "../../src/model/generated/rule-ids.ts";
import type { PlanView } from "../../src/model/plan-view.ts";
import type { Reason } from "../../src/model/reason.ts";
import { rejectCauses } from "../../src/model/reject-causes.ts";
import { Stop } from "../../src/model/stop.ts";
import { diagnosticsMarkdown } from "../../src/report/diagnostics/diagnostics-markdown.ts";
import { fitBlock } from "../../src/report/markdown/fit-block.ts";
import { code, ownProse, prose } from "../../src/report/markdown/markdown-text.ts";
import { reasonMarkdown } from "../../src/report/markdown/reason-markdown.ts";
import { stopMarkdown } from "../../src/report/markdown/stop-markdown.ts";
import { hidePlan } from "../../src/report/plan/hiding.ts";
import { MARKDOWN_LIMIT, planMarkdown } from "../../src/report/plan/plan-markdown.ts";
import { applyMarkdown } from "../../src/report/run/apply-markdown.ts";
import { runs } from "../support/effort.ts";
import { FORBIDDEN } from "./forbidden.ts";
import { COMPANIES, DRIFTED, NAMELESS, planOf } from "./sample-plan.ts";
import { COMPANIES_RUN, reportOf } from "./sample-run.ts";

test("a plan is a headline, what to look at first, the counts, and the changes with the riskiest first", () => {
  const quiet = {
    ...COMPANIES,
    name: "crm-people",
    object: "Enduser",
    changes: COMPANIES.changes.slice(0, 1),
  };
  const plan = { ...DRIFTED, syncs: [quiet, ...DRIFTED.syncs] };
  expect(planMarkdown(plan)).toMatchInlineSnapshot(`
    "### planhat-sync plan: 3 to create, 4 to update, 2 rows rejected

    > [!CAUTION]
    > A guard forbids to apply this plan.
    >
    > Guard: 5 of 9 rows are too many.

    > [!WARNING]
    > 2 changes undo what was done in Planhat since the last apply.
    > 2 changes empty a field.

    | sync | object | create | update | unchanged | skipped | rejected | calls | time |
    | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
    | \`crm-companies\` | \`Company\` | 1 | 1 | 3 | 12 | 1 | 3 | about 1 s |
    | \`crm-people\` | \`Enduser\` | 2 | 3 | 3 | 0 | 1 | 3 | about 1 s |

    #### \`crm-companies\`

    <details open><summary>2 changes, the riskiest first</summary>

    | change | record | fields |
    | --- | --- | --- |
    | update<br>**undoes a change**<br>**empties a field** | \`a1\` | changed in Planhat since the last apply: phase<br>\`phase\`: \`"Paused"\` → \`"Customer"\`<br>\`mr\`: \`10\` → \`null\`<br>\`owner\`: \`null\` → \`"o1"\` |
    | create<br>**undoes a change** | \`a9\` | deleted in Planhat since the last apply: it would be created again<br>\`externalId\`: \`"a9"\`<br>\`name\`: \`"Nine"\` |

    </details>

    <details><summary>1 rejected row, by cause</summary>

    | rows | rule | why | for example |
    | --- | --- | --- | --- |
    | 1 | \`required-field\` | name is missing. Planhat takes no company without one: map it, or fill it in the source. | \`accounts.csv:12  key a4\` |

    </details>

    <details><summary>Skipped: 11 rows already in Planhat, 1 row repeated</summary>

    | row | key | why |
    | --- | --- | --- |
    | \`accounts.csv:30\` | \`s1\` | already in Planhat |
    | \`accounts.csv:31\` | \`s2\` | repeated |

    … and 10 more skipped rows.

    </details>

    #### \`crm-people\`

    <details open><summary>5 changes, the riskiest first</summary>

    | change | record | fields |
    | --- | --- | --- |
    | create | \`a9\` | \`externalId\`: \`"a9"\`<br>\`name\`: \`"Nine"\`<br>\`custom.Tier\`: \`"Growth"\` |

    … and 4 more changes.

    </details>

    <details><summary>1 rejected row, by cause</summary>

    | rows | rule | why | for example |
    | --- | --- | --- | --- |
    | 1 | \`required-field\` | name is missing. Planhat takes no company without one: map it, or fill it in the source. | \`accounts.csv:12  key a4\` |

    </details>

    Target: \`https://api-us1.planhat.com\`. 4 read calls, 2 write calls; about 2 s at 200 calls a minute.
    "
  `);
});

test("nothing to do is a comment too", () => {
  const summary = { read: 3, create: 0, update: 0, unchanged: 3, skip: 0, reject: 0 };
  const text = planMarkdown(planOf({ summary, changes: [], rejects: [], causes: [], risks: NONE }));
  expect(text).toMatchInlineSnapshot(`
    "### planhat-sync plan: nothing to do, Planhat already holds all of it

    | sync | object | create | update | unchanged | skipped | rejected | calls | time |
    | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
    | \`crm-companies\` | \`Company\` | 0 | 0 | 3 | 0 | 0 | 3 | about 1 s |

    Target: \`https://api-us1.planhat.com\`. 2 read calls, 1 write call; about 1 s at 200 calls a minute.
    "
  `);
});

test("an apply is a headline, what stopped it, the counts and the causes", () => {
  const stop = new Stop("planhat-trouble", "Planhat answered 503.", { fix: "Start again: nothing is lost." });
  expect(applyMarkdown(reportOf({ status: "failed", stop }))).toMatchInlineSnapshot(`
    "### planhat-sync apply: failed, 2 created, 3 updated, 3,990 unchanged, 5 rejected

    > [!CAUTION]
    > It stopped before its end.
    >
    > Error: Planhat answered 503.
    >
    > Hint: Start again: nothing is lost.

    | sync | created | updated | unchanged | skipped | rejected | failed | not sent | calls | time |
    | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
    | \`crm-companies\` | 2 | 3 | 3,990 | 0 | 5 | 0 | 0 | 3 | 1.2 s |

    <details><summary>5 rejected rows, by cause</summary>

    | rows | sync | rule | why | for example |
    | --- | --- | --- | --- | --- |
    | 5 | \`crm-companies\` | \`required-field\` | name is missing. Planhat takes no company without one: map it, or fill it in the source. | \`accounts.csv:12  key a4\` |

    </details>

    \`planhat-sync rejects\` lists every record that did not get in, and why.

    Run \`20260301-093000-k3f9\`, 1.2 s.
    "
  `);
});

test("a stop and the remarks of validate are summaries of their own", () => {
  const diagnostic = {
    rule: "unknown-field",
    severity: "error",
    file: "syncs/crm.yaml",
    line: 14,
    column: 3,
    reason: {
      code: "unknown-field",
      what: "Company has no field external_id.",
      fix: "did you mean externalId?",
    },
  } as const;
  const warning = { ...diagnostic, severity: "warning", file: "a.yaml" } as const;
  expect(diagnosticsMarkdown([warning, diagnostic])).toMatchInlineSnapshot(`
    "### planhat-sync validate: 1 error, 1 warning

    |  | place | rule | what |
    | --- | --- | --- | --- |
    | error | \`syncs/crm.yaml:14\` | \`unknown-field\` | Company has no field \`external_id\`.<br>Hint: did you mean externalId? |
    | warning | \`a.yaml:14\` | \`unknown-field\` | Company has no field \`external_id\`.<br>Hint: did you mean externalId? |

    "
  `);
  expect(diagnosticsMarkdown([])).toBe("### planhat-sync validate: no mistake found\n\n");
  expect(
    stopMarkdown({ code: "planhat-token", what: "The API token was refused (401)." }),
  ).toMatchInlineSnapshot(`
    "### planhat-sync: stopped

    > [!CAUTION]
    > It stopped before its end.
    >
    > Error: The API token was refused (401).

    "
  `);
});

test("hidden values are no values", () => {
  const text = planMarkdown(hidePlan(DRIFTED, { values: true, keys: true }));
  expect(text).toContain("`phase`: (hidden) → (hidden)<br>`mr`: (hidden) → null");
  expect(text).toContain("Values and keys are hidden.");
  expect(text).not.toMatch(/Paused|Nine|`a1`/);
});

test("words of a message stay text, what is more than a word becomes code", () => {
  expect(prose("name is missing. Map it, or write $trim(x) ? y : z (custom.Tier)!")).toBe(
    "name is missing. Map it, or write `$trim(x) ?` y `:` z `(custom.Tier)`!",
  );
  expect(prose("the company's e-mail is @octocat, #12, GH-12, deadbeef")).toBe(
    "the company's e-mail is `@octocat, #12, GH-12, deadbeef`",
  );
});

test("the characters that end a span or a cell are escapes", () => {
  expect(code("a`b|c")).toBe("`a\\u0060b\\u007cc`");
  expect([code(""), code("  ")]).toEqual(["(empty)", "(empty)"]);
});

const NONE = { drift: 0, identity: 0, clears: 0, overwrites: 0, fills: 0, creates: 0 };

function manyChanges(count: number, value: string): readonly ChangeView[] {
  return Array.from({ length: count }, (_, row) => ({
    action: "update" as const,
    key: `key-${row}`,
    fields: { phase: { before: value, after: `${value}!` } },
    position: { row: row + 1 },
  }));
}

test("what does not fit is counted, and every sync has its share of the room", () => {
  const riskiest = manyChanges(5000, "é".repeat(30));
  const summary = { ...COMPANIES.summary, create: 0, update: 7000 };
  const big = { ...COMPANIES, summary, riskiest };
  const plan = planOf({}, { syncs: [big, { ...big, name: "second" }, { ...big, name: "third" }] });
  const text = planMarkdown(plan);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MARKDOWN_LIMIT);
  expect(Buffer.byteLength(text)).toBeGreaterThan(MARKDOWN_LIMIT * 0.95);
  const parts = text.split("#### ").slice(1);
  expect(parts.map((part) => part.slice(0, part.indexOf("\n")))).toEqual([
    "`crm-companies`",
    "`second`",
    "`third`",
  ]);
  for (const part of parts) {
    const listed = part.match(/^\| update /gm)?.length ?? 0;
    expect(listed).toBeGreaterThan(50);
    expect(part).toContain(`… and ${(7000 - listed).toLocaleString("en-US")} more changes.`);
  }
});

test("a row that is too large alone does not keep the others out", () => {
  const block = { head: "h\n", rows: ["x".repeat(200), "small\n"], total: 2, tail: "t\n" };
  expect(fitBlock({ ...block, more: (count) => `+${count}\n` }, 100)).toBe("h\nsmall\n+1\nt\n");
  expect(fitBlock({ ...block, more: (count) => `+${count}\n` }, 5)).toBeUndefined();
});

/** What means harm in Markdown, in HTML, to GitHub or to a runner. */
const NAUGHTY = [
  "`code` ``two`` ```",
  "| cell | cell |\n| --- |",
  "\\| \\` \\",
  "<script>alert(1)</script><img src=x onerror=alert(1)>",
  "</details></code><!-- x",
  "&lt;b&gt; &#64;octocat",
  "@octocat @org/team octo@example.com",
  "https://evil.example www.evil.example http://a.b",
  "[x](https://evil.example) ![x](y) [x]: y",
  "#12 GH-12 octo/repo#1 deadbeefdeadbeef :smile:",
  "**bold** _it_ ~~no~~ $`x`$ $$x$$",
  "\n# heading\n- list\n1. list\n> quote\n***",
  "line\n::add-mask::secret",
  "##[set-env name=A]b",
  "\u001b[2J \u202e\u2066 \u0000 \u2028 \ud800",
  "\u0301".repeat(500),
  "𝒳".repeat(3000),
  "",
];

const harmful = fc.oneof(
  fc.constantFrom(...NAUGHTY),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.tuple(fc.constantFrom(...NAUGHTY), fc.constantFrom(...NAUGHTY)).map((pair) => pair.join(" ")),
);

const said = (text: string): Reason => ({ code: "failure", what: text, detail: text, fix: text });

function harmfulPlan(text: string, syncs: number, rows: number): PlanView {
  const change = {
    action: "update",
    key: text,
    fields: { [text]: { before: text, after: [text, null] }, name: { after: text } },
    drift: { kind: "edited", fields: [text] },
    position: { row: 1, file: text, line: 1 },
  } as const;
  const reject = {
    ...NAMELESS,
    sync: text,
    key: text,
    rule: text as RuleId,
    field: text,
    reason: said(text),
  };
  const sync = {
    ...COMPANIES,
    name: text,
    object: text,
    key: text,
    summary: { read: rows, create: 0, update: rows, unchanged: 0, skip: rows, reject: rows },
    skips: { exists: rows, missing: 0, repeat: 0 },
    drifted: rows,
    risks: { ...NONE, drift: rows, identity: rows },
    riskiest: Array(rows).fill(change),
    skipped: Array(rows).fill({ key: text, reason: "exists", position: { row: 1, file: text, line: 2 } }),
    causes: rejectCauses([reject]),
    violations: [text, text],
    warnings: [text],
  };
  const diagnostic = { rule: text as RuleId, severity: "warning", file: text, line: 1, column: 1 } as const;
  return planOf({}, { syncs: Array(syncs).fill(sync), diagnostics: [{ ...diagnostic, reason: said(text) }] });
}

const SINKS: Record<string, (text: string, syncs: number, rows: number) => string> = {
  plan: (text, syncs, rows) => planMarkdown(harmfulPlan(text, syncs, rows)),
  apply: (text, syncs) => {
    const [{ causes }] = harmfulPlan(text, 1, 1).syncs as [PlanView["syncs"][number]];
    const runs = Array(syncs).fill({ ...COMPANIES_RUN, sync: text });
    const stop = new Stop("failure", text, { detail: text, fix: text });
    return applyMarkdown({ ...reportOf({ stop }), run: text, syncs: runs, causes });
  },
  validate: (text, syncs, rows) => diagnosticsMarkdown(harmfulPlan(text, syncs, rows).diagnostics),
  stop: (text) => stopMarkdown(said(text)),
};

describe.each(Object.entries(SINKS))("[C9] the Markdown of %s", (_, sink) => {
  const size = fc.constantFrom([1, 1], [3, 40], [300, 2], [1, 3000]);

  test("is never larger than a comment may be, and holds nothing that a terminal or a runner acts on", () => {
    fc.assert(
      fc.property(harmful, size, (text, [syncs = 1, rows = 1]) => {
        const markdown = sink(text, syncs, rows);
        expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(MARKDOWN_LIMIT);
        expect(markdown).not.toMatch(FORBIDDEN);
      }),
      { numRuns: runs(40), examples: NAUGHTY.map((text): [string, readonly [3, 40]] => [text, [3, 40]]) },
    );
  });

  test("shows data as text: no tag, link, mention or reference comes out of them", () => {
    fc.assert(
      fc.property(harmful, (text) => {
        const markdown = sink(text, 2, 2);
        const html = micromark(markdown, {
          extensions: [gfm()],
          htmlExtensions: [gfmHtml()],
          allowDangerousHtml: true,
        });
        for (const [tag] of html.matchAll(/<[^>]*>/g)) expect(tag).toMatch(OUR_TAG);
        const outside = html
          .replaceAll(/<code>[^<]*<\/code>/g, "\n")
          .replaceAll(/<[^>]*>/g, "\n")
          .replaceAll(/^\[!(?:CAUTION|WARNING)\]$/gm, "");
        expect(outside).not.toMatch(/[@`*_~[\]\\#$]|&(?!quot;)|:\/\/|www\.\w|:\w+:/);
        for (const table of tablesOf(markdown)) expect(new Set(table.map(countPipes)).size).toBe(1);
      }),
      { numRuns: runs(60), examples: NAUGHTY.map((text) => [text]) },
    );
  });
});

const OUR_TAG =
  /^<\/?(?:h3|h4|p|blockquote|table|thead|tbody|tr|th|td|strong|code|summary|ul|li|br|details)(?: align="right"| open)?(?: \/)?>$/;

function tablesOf(markdown: string): readonly (readonly string[])[] {
  const blocks = markdown.split(/\n(?!\|)/);
  return blocks
    .map((block) => block.split("\n").filter((line) => line.startsWith("|")))
    .filter((lines) => lines.length > 0);
}

function countPipes(line: string): number {
  return line.split("|").length;
}

test.each([
  ["Run `planhat-sync plan` again.", "Run `planhat-sync plan` again."],
  ["wrap it (`$trim(x)`), or leave it", "wrap it (`$trim(x)`), or leave it"],
  ["its second backquote (`) is missing", "its second backquote `(\\u0060)` is missing"],
  ["`a``b`", "`a` `b`"],
  ["write `x|y` for @team", "write `x\\u007cy` for `@team`"],
])("a text of ours keeps its backquotes: %s", (text, markdown) => {
  expect(ownProse(text)).toBe(markdown);
});

test("what the case shows is data, and its backquotes are escaped", () => {
  const reason = {
    what: "It is no date.",
    detail: "The value is `rm -rf`.",
    fix: "Run `planhat-sync plan`.",
  };
  expect(reasonMarkdown(reason)).toBe(
    "It is no date. The value is `\\u0060rm -rf\\u0060`. Run `planhat-sync plan`.",
  );
});
