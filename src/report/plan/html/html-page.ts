import { createHash } from "node:crypto";
import { html, type Markup } from "./markup.ts";

export interface HtmlPage {
  readonly title: string;
  /** Ours, and without `</`: it stands in the page as it is. */
  readonly style: string;
  readonly script: string;
  readonly body: Markup;
}

/**
 * One self-contained page, for light and dark. Its policy lets nothing be loaded or sent, and nothing run or styled but
 * these two texts, which it knows by their hashes: whatever got into the body could do nothing.
 */
export function htmlPage({ title, style, script, body }: HtmlPage): string {
  const policy = [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    `script-src '${hashOf(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
${body}
<script>${trusted(script)}</script>
</body>
</html>
`;
  return page.text;
}

function trusted(text: string): Markup {
  return { kind: "markup", text };
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
