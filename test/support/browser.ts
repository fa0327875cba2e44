import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, inject, onTestFinished } from "vitest";
import { patient } from "./effort.ts";

/** What a page did that nobody should see: a test expects it empty. */
export interface PageFaults {
  /** Messages of console.error and console.warn, and exceptions that nobody caught. */
  readonly errors: readonly string[];
  /** Addresses asked for, but for the page itself. */
  readonly requests: readonly string[];
}

/** A real Chromium; whoever calls closes it, in afterAll. */
export function launchBrowser(): Promise<Browser> {
  const found = inject("chromium");
  if ("missing" in found) throw new Error(found.missing);
  return chromium.launch({
    executablePath: found.path,
    ...(found.env === undefined ? {} : { env: { ...process.env, ...found.env } }),
    timeout: patient(60_000),
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
  page.setDefaultTimeout(patient(60_000));
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

export interface Visit {
  readonly page: Page;
  /** What the page wrote to its console as an error, and what it threw. */
  readonly errors: readonly string[];
  /** Requests to elsewhere than this machine. */
  readonly outside: readonly string[];
}

let shared: Browser | undefined;

/** One browser for all tests of a file: called once, outside of them. */
export function useBrowser(): void {
  beforeAll(async () => {
    shared = await launchBrowser();
  });
  afterAll(() => shared?.close());
}

/** A page at `url` with cookies and storage of its own, gone when the test ends. */
export async function visitPage(
  url: string,
  options: { readonly width?: number; readonly height?: number; readonly dark?: boolean } = {},
): Promise<Visit> {
  if (shared === undefined) throw new Error("Call useBrowser() at the top of the test file.");
  const { page, faults } = await openPage(shared, {
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
