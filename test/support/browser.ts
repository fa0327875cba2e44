import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { onTestFinished } from "vitest";

/** What a page did that nobody should see: a test expects it empty. */
export interface PageFaults {
  /** Messages of console.error and console.warn, and exceptions that nobody caught. */
  readonly errors: readonly string[];
  /** Addresses asked for, but for the page itself. */
  readonly requests: readonly string[];
}

/** A real Chromium; whoever calls closes it, in afterAll. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    // A container's root has no sandbox of its own; shared memory is small there too.
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--font-render-hinting=none"],
  });
}

/** A page of its own, with a book of what went wrong in it. It closes when the test ends. */
export async function openPage(
  browser: Browser,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<{ readonly page: Page; readonly faults: PageFaults }> {
  const context = await browser.newContext(options);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const errors: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("request", (request) => {
    if (!request.isNavigationRequest() || request.frame() !== page.mainFrame()) requests.push(request.url());
  });
  return { page, faults: { errors, requests } };
}

/** CHROME_PATH, or where distributions and Google put it. Never a download. */
function findChromium(): string {
  const { CHROME_PATH } = process.env;
  const places = CHROME_PATH ? [CHROME_PATH] : PLACES;
  const found = places.find((place) => existsSync(place));
  if (found !== undefined) return found;
  throw new Error(
    CHROME_PATH
      ? `CHROME_PATH names ${CHROME_PATH}, and there is no such file.`
      : "This test drives a real browser, and there is none. Install one (Debian: apt-get install chromium), " +
          "or name one with CHROME_PATH=/path/to/chrome.",
  );
}

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

export interface Visit {
  readonly page: Page;
  /** What the page wrote to its console as an error, and what it threw. */
  readonly errors: readonly string[];
  /** Requests to elsewhere than this machine. */
  readonly outside: readonly string[];
}

/** A browser of its own with one page at `url`, gone when the test ends. */
export async function visitPage(
  url: string,
  options: { readonly width?: number; readonly height?: number; readonly dark?: boolean } = {},
): Promise<Visit> {
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const { page, faults } = await openPage(browser, {
    viewport: { width: options.width ?? 1360, height: options.height ?? 850 },
    colorScheme: options.dark === true ? "dark" : "light",
  });
  const outside: string[] = [];
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol !== "data:" && !["127.0.0.1", "localhost"].includes(hostname)) outside.push(request.url());
  });
  await page.goto(url);
  return { page, errors: faults.errors, outside };
}
