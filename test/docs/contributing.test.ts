import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const PAGES = ["ARCHITECTURE.md", "CONTRIBUTING.md", "docs/embedding.md", "docs/glossary.md"];

test.each(PAGES)("every file that %s names exists", (page) => {
  const missing = [...pathsIn(readFileSync(page, "utf8"))].filter((path) => !existsSync(path));
  expect(missing).toEqual([]);
});

test.each(PAGES)("every link of %s leads somewhere", (page) => {
  const links = [...readFileSync(page, "utf8").matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].flatMap(
    ([, link]) => link ?? [],
  );
  const local = links.filter((link) => !/^https?:/.test(link));
  expect(local.filter((link) => !existsSync(join(dirname(page), link)))).toEqual([]);
});

test("every command of CONTRIBUTING.md is a script of the package", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
  const named = [...readFileSync("CONTRIBUTING.md", "utf8").matchAll(/npm run ([\w:]+)/g)].flatMap(
    ([, name]) => name ?? [],
  );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

/** In backquotes: a path below one of the project's folders, or a Markdown file. A `<placeholder>` is a path to be made. */
function* pathsIn(text: string): Iterable<string> {
  for (const [, code = ""] of text.matchAll(/`([^`\n]+)`/g)) {
    if (/[<>*{}… ]/.test(code)) continue;
    if (/^(src|schemas|scripts|test|docs|examples|templates|syncs|\.ci)\//.test(code)) yield code;
    else if (/^[\w.-]+\.(md|yaml|json|cjs)$/.test(code) && !code.startsWith("state")) yield code;
  }
}
