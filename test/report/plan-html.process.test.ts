import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { ChangeView } from "../../src/model/change-view.ts";
import type { RuleId } from "../../src/model/generated/rule-ids.ts";
import type { PlanView } from "../../src/model/plan-view.ts";
import type { Reason } from "../../src/model/reason.ts";
import { makeRedact } from "../../src/model/redact.ts";
import { rejectCauses } from "../../src/model/reject-causes.ts";
import { hidePlan } from "../../src/report/plan/hiding.ts";
import { planHtml } from "../../src/report/plan/plan-html.ts";
import { redacted } from "../../src/report/redacted.ts";
import { launchBrowser, openPage, type PageFaults } from "../support/browser.ts";
import { COMPANIES, DRIFTED, NAMELESS, planOf } from "./sample-plan.ts";
import { SHOWCASE } from "./showcase-plan.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser?.close());

async function show(
  text: string,
  options: BrowserContextOptions = {},
): Promise<{ readonly page: Page; readonly faults: PageFaults }> {
  const dir = mkdtempSync(join(tmpdir(), "planhat-sync-page-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const file = join(dir, "plan.html");
  writeFileSync(file, text);
  const opened = await openPage(browser, options);
  await opened.page.goto(pathToFileURL(file).href);
  return opened;
}

/** Counted in the page: asking for each of thousands of rows from here takes seconds. */
const rowCount = (page: Page) =>
  page.evaluate(
    `[...document.querySelectorAll("#changes > tbody > tr")].filter((row) => row.getClientRects().length > 0).length`,
  );
const rowsIn = (page: Page) => page.locator("#changes > tbody > tr:visible");

test("the page shows what the plan does, what it costs, what is wrong and what was left out", async () => {
  const { page, faults } = await show(planHtml(DRIFTED, { at: Date.UTC(2026, 2, 1, 9, 30) }));
  const text = await page.innerText("main");
  for (const part of [
    "Plan of 2026-03-01 09:30:00Z",
    "1 to create, 1 to update, 1 row rejected",
    "A guard forbids to apply this plan.",
    "5 of 9 rows are too many.",
    "2 changes undo what was done in Planhat since the last apply.",
    "2 read calls, 1 write call",
    "at 200 calls a minute",
    "Changed in Planhat since the last apply: phase",
    "Deleted in Planhat since the last apply: it would be created again",
    "name is missing",
    "11 already in Planhat, 1 repeated",
  ]) {
    expect(text).toContain(part);
  }
  expect(await page.title()).toBe("Plan: 1 to create, 1 to update · planhat-sync");
  expect(await rowsIn(page).first().innerText()).toMatch(/update\s+undoes a change\s+empties a field/);
  await page.getByText("name is missing", { exact: true }).click();
  expect(await page.innerText(".causes")).toContain("accounts.csv:12");
  expect(faults).toEqual({ errors: [], requests: [] });
});

describe("the table of changes", () => {
  test("is searched by key, field and value, several words at once", async () => {
    const { page, faults } = await show(planHtml(SHOWCASE));
    const search = page.getByRole("searchbox");
    expect(await rowCount(page)).toBe(24);
    expect(await page.innerText("#count")).toBe("24 changes");
    await search.fill("NORTHWIND");
    expect(await rowCount(page)).toBe(1);
    await search.fill("paper-plane.example radia");
    expect(await rowsIn(page).allInnerTexts()).toEqual([expect.stringContaining("radia@paper-plane")]);
    expect(await page.innerText("#count")).toBe("1 of 24");
    await search.fill("nothing like this");
    expect(await page.innerText("#none")).toBe("No change matches.");
    await page.getByRole("button", { name: "Clear" }).click();
    expect(await rowCount(page)).toBe(24);
    expect(faults).toEqual({ errors: [], requests: [] });
  });

  test.each([
    ["All syncs", "crm-people", 12],
    ["Create and update", "Create", 14],
    ["Any risk", "Undoes a change", 2],
    ["Any risk", "New identity", 1],
    ["Any risk", "None of these", 20],
    ["All fields", "custom.Tier", 4],
  ])("is filtered: %s, %s", async (label, option, count) => {
    const { page } = await show(planHtml(SHOWCASE));
    await page.getByLabel(label).selectOption({ label: option });
    expect(await rowCount(page)).toBe(count);
  });

  test("takes filters and search together", async () => {
    const { page } = await show(planHtml(SHOWCASE));
    await page.getByLabel("All syncs").selectOption({ label: "crm-companies" });
    await page.getByLabel("Create and update").selectOption({ label: "Update" });
    await page.getByRole("searchbox").fill("seats");
    expect(await rowCount(page)).toBe(1);
  });

  test("is worked by keyboard alone", async () => {
    const { page } = await show(planHtml(SHOWCASE));
    await page.keyboard.press("/");
    await page.keyboard.type("linus");
    expect(await rowCount(page)).toBe(1);
    await page.keyboard.press("Escape");
    expect(await rowCount(page)).toBe(24);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.id")).toBe("sync");
  });

  test("is whole without its script, where a host forbids scripts", async () => {
    const { page } = await show(planHtml(SHOWCASE), { javaScriptEnabled: false });
    expect(await rowCount(page)).toBe(24);
    expect(await page.isVisible("#filters")).toBe(false);
  });
});

describe("ten thousand changes", () => {
  const riskiest = Array.from(
    { length: 10_000 },
    (_, row): ChangeView => ({
      action: "update",
      key: `company-${row}`,
      fields: { phase: { before: "Trial", after: "Customer" }, mr: { before: row, after: row + 1 } },
      position: { row: row + 1 },
    }),
  );
  const many = planOf({ riskiest, summary: { ...COMPANIES.summary, create: 0, update: 25_000 } });

  test("are searched whole, shown bit by bit, and what is not listed is counted", async () => {
    const { page, faults } = await show(planHtml(many));
    expect(await rowCount(page)).toBe(200);
    expect(await page.innerText("main")).toContain(
      "These are the 10,000 riskiest of 25,000 changes; --limit lists more.",
    );
    await page.getByRole("button", { name: "Show 200 more of 9,800" }).click();
    expect(await rowCount(page)).toBe(400);
    await page.getByRole("searchbox").fill("company-9999");
    expect(await rowCount(page)).toBe(1);
    expect(await page.innerText("#count")).toBe("1 of 10,000");
    expect(faults).toEqual({ errors: [], requests: [] });
  });

  test("are printed whole, as far as they match", async () => {
    const { page } = await show(planHtml(many));
    await page.getByRole("searchbox").fill("company-99");
    await page.emulateMedia({ media: "print" });
    expect(await rowCount(page)).toBe(111);
    expect(await page.isVisible("#filters")).toBe(false);
  });
});

const LONG = "x".repeat(3000);
const WIDE: PlanView = planOf({
  name: `sync-${LONG.slice(0, 90)}`,
  riskiest: [
    {
      action: "update",
      key: LONG,
      fields: {
        [`custom.${LONG}`]: { before: LONG, after: `${LONG}y` },
        name: { before: null, after: LONG },
      },
      drift: { kind: "edited", fields: [`custom.${LONG}`] },
      position: { row: 1, file: `${LONG}.csv`, line: 1 },
    },
  ],
  rejects: [{ ...NAMELESS, key: LONG, reason: said(LONG) }],
  causes: rejectCauses([{ ...NAMELESS, reason: said(LONG) }]),
});

test.each([
  ["a telephone", 320],
  ["a tablet", 768],
  ["a desk", 1440],
])("nothing runs out of the page on the screen of %s, whatever the data", async (_, width) => {
  for (const plan of [SHOWCASE, WIDE]) {
    const { page } = await show(planHtml(plan), { viewport: { width, height: 800 } });
    const beyond = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
    expect(beyond).toBeLessThanOrEqual(0);
  }
});

test.each(["light", "dark"] as const)("every text can be read in %s", async (colorScheme) => {
  const { page, faults } = await show(planHtml(SHOWCASE), { colorScheme });
  const faint = (await page.evaluate(FAINT_TEXTS)) as readonly string[];
  expect(faint).toEqual([]);
  const [red = 0] = (await page.evaluate(BACKGROUND)) as readonly number[];
  expect(colorScheme === "light" ? red > 200 : red < 50).toBe(true);
  expect(faults).toEqual({ errors: [], requests: [] });
});

const BACKGROUND = `getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number)`;
/** Texts whose contrast to what lies behind them is below 4.5, as WCAG 2.2 AA asks for. */
const FAINT_TEXTS = `(() => {
  const parse = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = colour.slice(0, 3).map((part) => part / 255)
      .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour[3] === undefined || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const faint = new Set();
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== "");
    if (!own || !element.checkVisibility() || element.closest("script, style")) continue;
    const [a, b] = [light(parse(getComputedStyle(element).color)), light(behind(element))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) faint.add(element.tagName + "." + element.className + ": " + element.textContent.slice(0, 30));
  }
  return [...faint];
})()`;

describe("[C9] harm in the data", () => {
  const HARM = [
    `<script>window.harmed = 1</script>`,
    `"><img src=x onerror="window.harmed = 1"><a href="javascript:window.harmed=1">x</a>`,
    `' onmouseover='window.harmed=1' x='`,
    `</script></style></title></main><!-- `,
    `<svg onload=window.harmed=1><style>*{display:none}</style>`,
    `<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">`,
    `<iframe src="http://127.0.0.1:9/"></iframe><link rel=stylesheet href=http://127.0.0.1:9/>`,
    `\u2028\u2029\u0000\u001b[2J\u202eevil\ud800 &lt;b&gt; \${1}`,
  ];

  test("has no effect in any place: nothing runs, nothing is loaded, and it is read as it is written", async () => {
    const harm = HARM.join(" ");
    const change: ChangeView = {
      action: "update",
      key: harm,
      fields: { [harm]: { before: harm, after: [harm, { [harm]: harm }] } },
      drift: { kind: "edited", fields: [harm] },
      position: { row: 1, file: harm, line: 1 },
    };
    const reject = {
      ...NAMELESS,
      sync: harm,
      key: harm,
      rule: harm as RuleId,
      field: harm,
      reason: said(harm),
    };
    const sync = {
      ...COMPANIES,
      name: harm,
      object: harm,
      key: harm,
      riskiest: [change, { ...change, action: "create" as const }],
      summary: { ...COMPANIES.summary, skip: 1 },
      skips: { exists: 1, missing: 0, repeat: 0, changed: 0 },
      skipped: [{ key: harm, reason: "exists" as const, position: { row: 1, file: harm, line: 1 } }],
      rejects: [reject],
      causes: rejectCauses([reject]),
      violations: [harm],
      warnings: [harm],
    };
    const diagnostic = { rule: harm as RuleId, severity: "warning", file: harm, line: 1, column: 1 } as const;
    const diagnostics = [{ ...diagnostic, reason: said(harm) }];
    const plan = planOf({}, { syncs: [sync, { ...sync, key: undefined }], diagnostics });
    const { page, faults } = await show(planHtml(plan));
    for (const summary of await page.locator("summary").all()) await summary.click();
    await page.mouse.move(300, 300);
    await page.getByRole("searchbox").fill("onerror=");
    expect(await rowCount(page)).toBe(4);
    expect(await page.evaluate("window.harmed")).toBeUndefined();
    expect(await page.locator("img, iframe, a, link, main script, main style, main meta").count()).toBe(0);
    expect(await page.locator(".key").first().innerText()).toContain("<script>window.harmed = 1</script>");
    expect(faults).toEqual({ errors: [], requests: [] });
  });

  test("would do nothing even if it got into the page: the policy knows only our script and style", async () => {
    const text = planHtml(DRIFTED).replace(
      "<main>",
      `<main><script>window.harmed = 1</script><p id="styled" style="color: rgb(1, 2, 3)">x</p>
       <img src="http://127.0.0.1:9/x"><form id="form" action="http://127.0.0.1:9/"></form>`,
    );
    const { page, faults } = await show(text);
    expect(await page.evaluate("window.harmed")).toBeUndefined();
    expect(await page.evaluate(`getComputedStyle(document.getElementById("styled")).color`)).not.toBe(
      "rgb(1, 2, 3)",
    );
    expect(faults.errors.join("\n")).toMatch(/Content Security Policy/);
    expect(await page.isVisible("#filters")).toBe(true);
  });
});

test("secrets are gone before escapes could hide them", () => {
  const secret = `p"w<d>&'${"x".repeat(4)}`;
  const change: ChangeView = {
    action: "update",
    key: `k ${secret}`,
    fields: {
      [`custom.${secret}`]: { before: secret, after: { [secret]: [secret] } },
      mr: { after: 123456789 },
    },
    position: { row: 1 },
  };
  const reject = { ...NAMELESS, message: `No. It is ${secret}` };
  const plan = planOf({ riskiest: [change], rejects: [reject], causes: rejectCauses([reject]) });
  const text = planHtml(redacted(plan, makeRedact([secret, "123456789", "update"])));
  expect(text).not.toContain("p&quot;w");
  expect(text).not.toContain("w&lt;d&gt;");
  expect(text).not.toContain("123456789");
  expect(text).toContain("***");
  expect(text).toContain('data-action="update"');
});

test("hidden values and keys are not in the page", async () => {
  const text = planHtml(hidePlan(DRIFTED, { values: true, keys: true }));
  expect(text).not.toMatch(/Paused|Nine|>a1</);
  const { page } = await show(text);
  expect(await page.innerText("main")).toContain("Values and keys are hidden.");
  expect(await rowsIn(page).first().innerText()).toContain("(hidden)");
});

test("a plan with nothing to do is a page too", async () => {
  const summary = { read: 3, create: 0, update: 0, unchanged: 3, skip: 0, reject: 0 };
  const { page, faults } = await show(planHtml(planOf({ summary, changes: [], rejects: [], causes: [] })));
  expect(await page.innerText("h1")).toBe("Nothing to do: Planhat already holds all of it");
  expect(await page.locator("#changes").count()).toBe(0);
  expect(faults).toEqual({ errors: [], requests: [] });
});

test("the same plan gives the same page", () => {
  expect(planHtml(SHOWCASE, { at: 0 })).toBe(planHtml(SHOWCASE, { at: 0 }));
});

// UPDATE_SCREENSHOTS=1 npx vitest run test/report/plan-html.test.ts writes the pictures of the README
// (in Inter, as far as the machine has it).
test.each(["light", "dark"] as const)("the page can be taken a picture of in %s", async (colorScheme) => {
  const { page } = await show(planHtml(SHOWCASE, { at: Date.UTC(2026, 2, 2, 9, 30) }), {
    colorScheme,
    viewport: { width: 1240, height: 1040 },
    deviceScaleFactor: 1.5,
  });
  const picture = await page.screenshot();
  expect(picture.length).toBeGreaterThan(20_000);
  if (process.env["UPDATE_SCREENSHOTS"] === "1")
    writeFileSync(`docs/images/plan-${colorScheme}.png`, picture);
});

function said(text: string): Reason {
  return { code: "failure", what: text, detail: text, fix: text };
}
