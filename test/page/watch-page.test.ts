import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { useBrowser, visitPage } from "../support/browser.ts";
import { COMPANIES, companiesCsv, makeProject, makeSandbox } from "../support/project.ts";
import { startWatching } from "../support/watching.ts";

useBrowser();

const TESTED = `${COMPANIES}tests:
  - name: keeps the name
    row: { id: c1, name: Acme, phase: Trial }
    expect: { externalId: c1, name: Acme, phase: Trial }
`;
const LOUD = TESTED.replace("name: name", "name: $uppercase(name)");

async function open(files: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
  const folder = await makeProject(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`crm/${path}`, text])),
  );
  const dir = join(folder, "crm");
  const watching = await startWatching({
    dir,
    args: ["--ui"],
    env: { PLANHAT_API_TOKEN: "sandbox-token", ...env },
  });
  const [, url = ""] = await watching.remark(/The page: (\S+)\n/);
  const visit = await visitPage(url);
  return { dir, ...visit, watching, save: (path: string, text: string) => writeFile(join(dir, path), text) };
}

function project(files: Readonly<Record<string, string>> = {}) {
  return { "syncs/companies.yaml": TESTED, "companies.csv": companiesCsv(3), ...files };
}

function record(page: Page, key: string) {
  return page.getByRole("article", { name: key, exact: true });
}

test("an edit on disk shows on the page by itself: the changed cell beside what was there, the broken test, and its mending", async () => {
  const { page, save, errors, outside } = await open(project());
  await record(page, "c0").waitFor();
  await save("syncs/companies.yaml", LOUD);
  const changed = record(page, "c0").locator(".cell.changed");
  await changed.waitFor();
  expect(await changed.locator("dt").textContent()).toBe("name");
  expect(await changed.locator("del").textContent()).toBe("Company 0");
  expect(await changed.locator("ins").textContent()).toBe("COMPANY 0");
  expect(await page.locator(".cell.changed").count()).toBe(3);
  expect(await page.locator(".line.new").allTextContents()).toEqual(["9  name: $uppercase(name)"]);
  await page.getByText("failed: keeps the namebroken").waitFor();
  expect(await page.locator(".failure tbody").textContent()).toBe("nameAcmeACME");
  await save("syncs/companies.yaml", TESTED);
  await page.getByText("passed: keeps the namemended").waitFor();
  await page.getByText("no problems", { exact: true }).first().waitFor();
  expect({ errors, outside }).toEqual({ errors: [], outside: [] });
});

test("a broken definition shows its problem at its place, while the last good records stay", async () => {
  const { page, save, errors } = await open(project());
  await record(page, "c0").waitFor();
  await save("syncs/companies.yaml", TESTED.replace("name: name", "name: $trim("));
  const problem = page.locator(".problem.error");
  await problem.waitFor();
  expect(await problem.textContent()).toContain("expression-syntax");
  // Under the line that it is about, with the place marked.
  const line = page.locator(".code > div", { has: problem }).locator(".line");
  expect(await line.textContent()).toBe("9  name: $trim(");
  expect(await line.locator(".marked.error").count()).toBeGreaterThan(0);
  expect(await record(page, "c0").textContent()).toContain("Company 0");
  await page.getByText("these records are of its last good version").waitFor();
  await save("syncs/companies.yaml", TESTED);
  await problem.waitFor({ state: "detached" });
  expect(errors).toEqual([]);
});

test("what data and definitions hold is text on the page, whatever it looks like", async () => {
  const harm = `<img src=x onerror="document.title='harmed'"><script>document.title='harmed'</script>`;
  const rtl = "a\u202eb";
  const files = project({
    "syncs/companies.yaml": `${COMPANIES.replace("phase: phase", `phase: phase # ${harm}`)}tests:
  - name: '${harm.replaceAll("'", "''")}'
    row: { id: a }
    expect: { externalId: a, name: '${harm.replaceAll("'", "''")}' }
`,
    "companies.csv": `id,name,phase\n"c1","${harm.replaceAll('"', '""')}",javascript:alert(1)\nc2,${rtl},Trial\n`,
  });
  const { page, errors, outside } = await open(files);
  await record(page, "c1").waitFor();
  expect(await record(page, "c1").textContent()).toContain(harm);
  expect(await page.locator(".comment").first().textContent()).toContain(harm);
  expect(await page.locator(".test").textContent()).toContain(harm);
  expect(await record(page, "c2").textContent()).toContain("a\\u202eb");
  expect(await page.locator("#app img, #app script, #app iframe").count()).toBe(0);
  expect(await page.title()).not.toContain("harmed");
  expect({ errors, outside }).toEqual({ errors: [], outside: [] });
});

test("no secret of the project reaches the page", async () => {
  const secret = "canary-5f0c2b9e-secret";
  const { page } = await open(
    project({
      "planhat-sync.yaml": `version: 1\nconnections:\n  crm: postgres://loader:written-out-here@db.example/crm\n`,
      "companies.csv": `id,name,phase\nc1,has ${secret} in it,Trial\n`,
    }),
    { PLANHAT_API_TOKEN: secret },
  );
  await record(page, "c1").waitFor();
  expect(await record(page, "c1").textContent()).toContain("has *** in it");
  await page.getByRole("button", { name: /planhat-sync.yaml/ }).click();
  await page.locator(".problem").waitFor();
  const shown = await page.content();
  expect(shown).toContain("***");
  expect(shown).not.toContain(secret);
  expect(shown).not.toContain("written-out-here");
});

test("the page follows the file that is saved, keeps its scroll, and stays where it is when asked to", async () => {
  const many = Array.from({ length: 60 }, (_, index) => `  custom.Field ${index}: name\n`).join("");
  const others = TESTED.replace("name: companies", "name: others").replace("mode: upsert", "mode: insert");
  const { page, save } = await open(
    project({
      "syncs/companies.yaml": COMPANIES.replace("  phase: phase\n", `  phase: phase\n${many}`),
      "syncs/others.yaml": others,
    }),
  );
  const heading = page.locator("section.pane h2").first();
  await page.getByRole("button", { name: /^companies/ }).click();
  await record(page, "c0").waitFor();
  const pane = page.locator("section.pane").first();
  await pane.evaluate((element) => element.scrollTo(0, 300));
  const topOf = async () => (await page.locator(".line", { hasText: "Field 30:" }).boundingBox())?.y ?? 0;
  const top = await topOf();
  await save(
    "syncs/companies.yaml",
    `${COMPANIES.replace("name: name", "name: city")}`.replace("  phase: phase\n", `  phase: phase\n${many}`),
  );
  await page.locator(".problem").first().waitFor();
  // A remark came in above: what the eye was on stays where it was.
  expect(await topOf()).toBeCloseTo(top, 0);
  await save("syncs/others.yaml", others.replace("name: name", "name: $uppercase(name)"));
  await page.locator(".cell.changed").first().waitFor();
  expect(await heading.textContent()).toContain("syncs/others.yaml");
  await page.keyboard.press("f");
  await page.keyboard.press("k");
  await page.locator("h2", { hasText: "syncs/companies.yaml" }).waitFor();
  await save("syncs/others.yaml", others);
  await page.locator(".entry", { hasText: "others" }).locator(".count").waitFor();
  expect(await heading.textContent()).toContain("syncs/companies.yaml");
});

test("a row is found by its key, and a plan is made on demand", async () => {
  const { sandbox, env } = await makeSandbox();
  const { page, save, errors } = await open(project({ "companies.csv": companiesCsv(40) }), env);
  await record(page, "c0").waitFor();
  await page.getByRole("searchbox", { name: "Add the row with this key" }).fill("c33");
  await page.keyboard.press("Enter");
  await record(page, "c33").waitFor();
  await page.getByRole("button", { name: /Plan now/ }).click();
  const plan = page.getByRole("dialog");
  await plan.getByText("40 to create").waitFor();
  await plan.getByText("create c0").click();
  expect(await plan.locator("details[open]").textContent()).toContain("Company 0");
  expect(sandbox.records("Company")).toEqual([]);
  await page.keyboard.press("Escape");
  await plan.waitFor({ state: "detached" });
  // Errors first: what is broken is not planned.
  await save("syncs/companies.yaml", `${TESTED}x: 1\n`);
  await page.locator(".problem").waitFor();
  await page.keyboard.press("p");
  await plan.getByText("The definitions have errors, so there is no plan.").waitFor();
  expect(errors).toEqual([]);
});

test("the page says that watch has ended", async () => {
  const { page, watching } = await open(project());
  await record(page, "c0").waitFor();
  await watching.end();
  await page.getByText("watch has ended").waitFor();
});

test("the picture of the README is made of a real page", async () => {
  const { page, save, errors } = await open({
    "planhat-sync.yaml": "version: 1\n",
    "syncs/crm-companies.yaml": SHOWN,
    "syncs/crm-contacts.yaml": CONTACTS,
    "syncs/billing.yaml": BILLING,
    "data/accounts.csv": ACCOUNTS,
    "data/contacts.csv": "id,account,email,name\np1,a1,ada@acme.example,Ada\np2,a2,bo@bolt.example,Bo\n",
    "data/invoices.csv": "account,plan\na1,Annual\na2,Monthly\n",
  });
  await page.getByRole("button", { name: /^crm-companies/ }).click();
  await record(page, "a1").waitFor();
  await save(
    "syncs/crm-companies.yaml",
    SHOWN.replace(
      'tier = "ent" ? "Enterprise" : "Growth"',
      'tier = "ent" ? "Enterprise" : tier = "mid" ? "Growth" : "Starter"',
    ),
  );
  await record(page, "a2").locator(".cell.changed").waitFor();
  expect(await page.locator(".test.failed").count()).toBe(1);
  expect(await page.locator(".row.reject").count()).toBe(1);
  expect(errors).toEqual([]);
  if (process.env["UPDATE_SCREENSHOTS"] !== "1") return;
  await page.setViewportSize({ width: 1360, height: 800 });
  await page.evaluate("Promise.all(document.getAnimations().map((animation) => animation.finished))");
  await mkdir("docs/images", { recursive: true });
  await page.screenshot({ path: "docs/images/watch.png" });
});

const SHOWN = `# yaml-language-server: $schema=../schemas/sync.schema.json
version: 1
description: Accounts of the CRM become companies.
source:
  csv: { path: data/accounts.csv }
target: { object: Company }
mode: upsert
key: externalId
fields:
  externalId: account_id
  name: $trim(name)
  phase: stage
  custom.Tier: 'tier = "ent" ? "Enterprise" : "Growth"'
  custom.Seats: $number(seats)
guards:
  maxRejected: 5%
tests:
  - name: names the tier of a small company
    row: { account_id: a9, name: Acme, stage: Trial,
      tier: smb, seats: "3" }
    expect: { externalId: a9, name: Acme, phase: Trial,
      custom: { Tier: Growth, Seats: 3 } }
  - name: a company needs a name
    row: { account_id: a9, name: " ", stage: Trial,
      tier: smb, seats: "3" }
    expectError: required-field
`;

const ACCOUNTS = `account_id,name,stage,tier,seats
a1, Acme ,Customer,ent,120
a2,"Bolt, Inc",Trial,smb,5
a3,Cedar & Sons,Onboarding,mid,many
a4,Dune Labs,Customer,smb,18
`;

const CONTACTS = `version: 1
source: { csv: { path: data/contacts.csv } }
target: { object: Enduser }
mode: upsert
key: externalId
fields:
  externalId: id
  companyId: '"extid-" & account'
  email: email
  firstName: name
tests:
  - name: finds the company
    row: { id: p1, account: a1, email: a@b.example, name: Ada }
    expect: { externalId: p1, companyId: extid-a1, email: a@b.example, firstName: Ada }
`;

const BILLING = `version: 1
source: { csv: { path: data/invoices.csv } }
target: { object: Company }
mode: update
key: externalId
fields:
  externalId: account
  custom.Plan: plan
`;
