import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { PageAsset, PageFiles } from "../model/page.ts";

/** Each is a module of browser/ with the same name. */
export type PageName = "watch-page" | "sandbox-page";

/**
 * The files of one page: its HTML, its style, our modules and those of Preact, all from this machine. What the page
 * may do is said with it: it loads nothing from elsewhere, runs no script but these, and no other page may hold it.
 */
export function pageFiles(page: PageName, title: string): PageFiles {
  const html = htmlOf(page, title);
  const known = new Map<string, Promise<Uint8Array>>();
  return {
    read: async (name) => {
      if (name === "")
        return { headers: { ...HEADERS, "content-type": "text/html; charset=utf-8" }, body: html };
      const place = (await places()).get(name);
      if (place === undefined) return undefined;
      let body = known.get(name);
      if (body === undefined) {
        body = readFile(place);
        known.set(name, body);
      }
      return { headers: { ...HEADERS, "content-type": typeOf(name) }, body: await body } satisfies PageAsset;
    },
  };
}

/** Where the modules of Preact stand, by the names that ours import them under. */
const PREACT: Readonly<Record<string, string>> = {
  preact: "assets/preact.js",
  "preact/hooks": "assets/preact-hooks.js",
  "preact/jsx-runtime": "assets/preact-jsx-runtime.js",
};

const IMPORT_MAP = JSON.stringify({
  imports: Object.fromEntries(Object.entries(PREACT).map(([name, path]) => [name, `./${path}`])),
});

const HEADERS: Readonly<Record<string, string>> = {
  "cache-control": "no-store",
  "content-security-policy": [
    "default-src 'none'",
    `script-src 'self' 'sha256-${createHash("sha256").update(IMPORT_MAP).digest("base64")}'`,
    "style-src 'self'",
    "connect-src 'self'",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

/** A mark of two bars, one longer than the other: what was and what will be. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%232f5d50'/%3E%3Cpath d='M4 6h5M4 10h8' stroke='white' stroke-width='2' stroke-linecap='round'/%3E%3C/svg%3E";

function htmlOf(page: PageName, title: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${ICON}">
<link rel="stylesheet" href="assets/page.css">
<script type="importmap">${IMPORT_MAP}</script>
<script type="module" src="assets/${page}.js"></script>
</head>
<body><div id="app"></div></body>
</html>
`;
}

let found: Promise<ReadonlyMap<string, string>> | undefined;

/** Files by the names under which they are served. Nothing else is. */
function places(): Promise<ReadonlyMap<string, string>> {
  found ??= findPlaces();
  return found;
}

async function findPlaces(): Promise<ReadonlyMap<string, string>> {
  const folder = fileURLToPath(new URL("./browser/", import.meta.url));
  const modules = (await readdir(folder)).filter((name) => name.endsWith(".js"));
  const { resolve } = createRequire(import.meta.url);
  return new Map([
    ...modules.map((name) => [`assets/${name}`, `${folder}${name}`] as const),
    ...Object.entries(PREACT).map(([name, path]) => [path, resolve(name)] as const),
    ["assets/page.css", fileURLToPath(new URL("../../assets/page.css", import.meta.url))],
  ]);
}

function typeOf(name: string): string {
  return name.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
}
