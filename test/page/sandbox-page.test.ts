import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { useBrowser, visitPage } from "../support/browser.ts";
import { runCli, startCli } from "../support/cli.ts";
import { COMPANIES, companiesCsv, FAST, makeProject } from "../support/project.ts";

useBrowser();

const APPLY = ["apply", "--auto-approve", "--quiet"];

/** The command `sandbox` as a process of its own, and a project that points to it. */
async function start(csv: string, yaml = COMPANIES) {
  const dir = await makeProject({
    "planhat-sync.yaml": FAST,
    "syncs/companies.yaml": yaml,
    "companies.csv": csv,
  });
  const child = startCli(["sandbox", "--port", "0", "--calls-per-minute", "100000"], { dir });
  const ended = new Promise((done) => child.once("close", done));
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  const url = await new Promise<string>((found) => {
    let text = "";
    child.stdout?.setEncoding("utf8").on("data", (more: string) => {
      text += more;
      const [, address] = /(http:\S+)\/_sandbox\/\n/.exec(text) ?? [];
      if (address !== undefined) found(address);
    });
  });
  const env = { PLANHAT_API_URL: url, PLANHAT_API_TOKEN: "sandbox-token" };
  return { dir, env, url, apply: () => runCli(APPLY, { dir, env }), stop: () => child.kill("SIGINT") };
}

test("what arrives shows by itself: the records, who wrote them and when, and every call", async () => {
  const { dir, url, apply, stop } = await start(companiesCsv(120));
  // As somebody types it: the address alone leads to the page.
  const { page, errors, outside } = await visitPage(url);
  await page.getByText("Nothing has arrived here yet.").waitFor();
  expect(await apply()).toMatchObject({ code: 0 });
  await page.getByText("1–50 of 120, the newest first").waitFor();
  await page.getByRole("button", { name: "Older" }).click();
  await page.getByText("51–100 of 120").waitFor();

  await writeFile(
    join(dir, "companies.csv"),
    companiesCsv(120).replace("Company 7,Trial", "Company 7,Customer"),
  );
  expect(await apply()).toMatchObject({ code: 0 });
  await page.getByRole("searchbox", { name: "Search the records" }).fill("customer");
  await page.getByText("1–1 of 1").waitFor();
  await page.getByRole("button", { name: "Company 7" }).click();
  const panel = page.getByRole("complementary", { name: "Record" });
  await panel.locator(".history li").nth(1).waitFor();
  const [updated, created] = await panel.locator(".history li").allTextContents();
  expect(updated).toMatch(/^updated.*PUT \/companies by planhat-sync\/.*phaseTrial→Customer$/);
  expect(created).toMatch(/^created.*PUT \/companies by planhat-sync\//);

  await page.getByRole("button", { name: /^Calls/ }).click();
  expect(await page.locator(".requests tbody tr").first().textContent()).toMatch(/PUT \/companies1200$/);
  stop();
  await page.getByText("the sandbox has ended").waitFor();
  // The connection that was lost is no fault of the page.
  const own = errors.filter((error) => !/ERR_(CONNECTION|INCOMPLETE|EMPTY)/.test(error));
  expect({ own, outside }).toEqual({ own: [], outside: [] });
});

test("what records hold is text on the page, whatever it looks like", async () => {
  const harm = `<img src=x onerror="document.title='harmed'">`;
  const { url, apply } = await start(`id,name,phase\nc1,"${harm.replaceAll('"', '""')}",Trial\n`);
  const { page, errors, outside } = await visitPage(`${url}/_sandbox/`);
  expect(await apply()).toMatchObject({ code: 0 });
  await page.getByRole("button", { name: harm }).click();
  await page.locator(".history li").waitFor();
  expect(await page.locator("#app img").count()).toBe(0);
  expect(await page.title()).not.toContain("harmed");
  expect({ errors, outside }).toEqual({ errors: [], outside: [] });
});

test("the page leaves the API as it is, and is for this machine alone", async () => {
  const { url } = await start(companiesCsv(1));
  // Programs, with and without a token, get what Planhat would answer.
  expect((await fetch(url)).status).toBe(401);
  const headers = { authorization: "Bearer sandbox-token", accept: "text/html" };
  expect((await fetch(url, { headers })).status).toBe(404);
  const page = await fetch(url, { headers: { accept: "text/html" }, redirect: "manual" });
  expect({ status: page.status, to: page.headers.get("location") }).toEqual({
    status: 302,
    to: "/_sandbox/",
  });
  const home = await fetch(`${url}/_sandbox/`);
  expect(home.headers.get("content-security-policy")).toContain("default-src 'none'");
  for (const [name, value] of [
    ["origin", "https://evil.example"],
    ["origin", "null"],
  ] as const) {
    const stranger = await fetch(`${url}/_sandbox/browse/records?collection=/companies`, {
      headers: { [name]: value },
    });
    expect(stranger.status).toBe(403);
  }
  for (const path of [
    "browse/other",
    "browse/records?collection=/nothing",
    "browse/record?collection=/companies&id=1",
  ]) {
    expect((await fetch(`${url}/_sandbox/${path}`)).status).toBe(404);
  }
  expect((await fetch(`${url}/_sandbox/`, { method: "POST" })).status).toBe(405);
});
