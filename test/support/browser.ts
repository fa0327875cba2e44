import { existsSync } from "node:fs";
import { chromium, type Page } from "playwright-core";
import { onTestFinished } from "vitest";

/** Debian's; another one where CHROMIUM names it. */
const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

export interface Visit {
  readonly page: Page;
  /** What the page wrote to its console as an error, and what it threw. */
  readonly errors: readonly string[];
  /** Requests to elsewhere than this machine. */
  readonly outside: readonly string[];
}

/** A real browser with one page, gone when the test ends. */
export async function openPage(
  url: string,
  options: { readonly width?: number; readonly height?: number; readonly dark?: boolean } = {},
): Promise<Visit> {
  if (!existsSync(CHROMIUM)) {
    throw new Error(
      `The tests of the pages need a browser, and ${CHROMIUM} is not there: apt-get install chromium, or name one in CHROMIUM.`,
    );
  }
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu"],
  });
  onTestFinished(() => browser.close());
  const page = await browser.newPage({
    viewport: { width: options.width ?? 1360, height: options.height ?? 850 },
    colorScheme: options.dark === true ? "dark" : "light",
  });
  page.setDefaultTimeout(20_000);
  const errors: string[] = [];
  const outside: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol !== "data:" && !["127.0.0.1", "localhost"].includes(hostname)) outside.push(request.url());
  });
  await page.goto(url);
  return { page, errors, outside };
}
