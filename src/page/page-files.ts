import { readFile } from "node:fs/promises";
import type { PageAsset, PageFiles } from "../model/page.ts";

/** Each is a module of browser/ with the same name. */
const PAGES = ["watch-page", "sandbox-page"] as const;
export type PageName = (typeof PAGES)[number];

/**
 * The files of one page: its HTML, its style and its script, all from this machine. What the page may do is said with
 * it: it loads nothing from elsewhere, runs no script but this one, and no other page may hold it.
 */
export function pageFiles(page: PageName, title: string): PageFiles {
  const html = htmlOf(page, title);
  const known = new Map<string, Promise<Uint8Array>>();
  return {
    read: async (name) => {
      if (name === "")
        return { headers: { ...HEADERS, "content-type": "text/html; charset=utf-8" }, body: html };
      const place = PLACES.get(name);
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

/** Bundled by `npm run build`; the same from the sources and from dist/chunks/. */
const BUILT = new URL("../../dist/pages/", import.meta.url);

/** Files by the names under which they are served. Nothing else is. */
const PLACES: ReadonlyMap<string, URL> = new Map(
  [...PAGES.map((page) => `${page}.js`), "page.css"].map((name) => [`assets/${name}`, new URL(name, BUILT)]),
);

const HEADERS: Readonly<Record<string, string>> = {
  "cache-control": "no-store",
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
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
<script type="module" src="assets/${page}.js"></script>
</head>
<body><div id="app"></div></body>
</html>
`;
}

function typeOf(name: string): string {
  return name.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
}
