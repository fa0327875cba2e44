import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, openPage } from "./browser.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser?.close());

test("what a page should not do is noticed: errors, exceptions, requests", async () => {
  const { page, faults } = await openPage(browser);
  await page.setContent(
    `<script>console.error("said"); setTimeout(() => { throw new Error("thrown") })</script>
     <img src="http://127.0.0.1:9/picture">`,
  );
  await expect.poll(() => faults.errors.join()).toMatch(/said.*thrown|thrown.*said/);
  expect(faults.requests).toEqual(["http://127.0.0.1:9/picture"]);
});

test("a quiet page has no faults", async () => {
  const { page, faults } = await openPage(browser);
  await page.setContent("<p>hello</p>");
  expect(await page.textContent("p")).toBe("hello");
  expect(faults).toEqual({ errors: [], requests: [] });
});
