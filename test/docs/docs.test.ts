import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands/index.ts";
import { EXIT } from "../../src/cli/exit-code.ts";
import { runMain } from "../support/cli.ts";
import { makeProject } from "../support/project.ts";

const README = readFileSync("README.md", "utf8");
const PAGES = [
  "README.md",
  "CHANGELOG.md",
  ...readdirSync("docs").map((name) => join("docs", name)),
  ...readdirSync("examples").map((name) => join("examples", name, "README.md")),
].filter((path) => path.endsWith(".md"));

test.each(PAGES)("every link of %s leads somewhere", (page) => {
  const links = [...readFileSync(page, "utf8").matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, link = ""]) => link);
  const local = links.filter((link) => !link.startsWith("http"));
  expect(local.filter((link) => !existsSync(join(dirname(page), link)))).toEqual([]);
});

test("every picture of the README is there", () => {
  const pictures = [...README.matchAll(/(?:src|srcset)="([^"]+)"/g)].map(([, path = ""]) => path);
  expect(pictures.length).toBeGreaterThan(1);
  expect(pictures.filter((path) => !existsSync(path))).toEqual([]);
});

test("the README's definition is right and passes its own tests", async () => {
  const yaml = /```yaml\n(# syncs\/companies\.yaml\n[\s\S]*?)```/.exec(README)?.[1] ?? "";
  const dir = await makeProject({
    "syncs/companies.yaml": yaml,
    "data/accounts.csv": "account_id,name,stage,tier\na1,Acme,Trial,ent\n",
  });
  expect(await runMain(["validate", "--strict"], { dir, env: {} })).toMatchObject({ code: 0 });
  const tested = await runMain(["test"], { dir, env: {} });
  expect(tested.stdout).toContain("1 test in 1 sync, all passed.");
});

test("the README names every command and every exit code", () => {
  for (const register of COMMANDS) {
    expect(README).toContain(`| \`${register(() => async () => undefined).name()}`);
  }
  for (const code of Object.values(EXIT)) {
    // A stale plan needs saved plans, which are to come.
    if (code !== EXIT.stale) expect(README).toMatch(new RegExp(`^\\| (\\d+, )?${code}(, \\d+)? \\|`, "m"));
  }
});

test("what package.json publishes and runs is there", () => {
  const { scripts, bin, files } = JSON.parse(readFileSync("package.json", "utf8"));
  expect(bin["planhat-sync"]).toBe("dist/bin.js");
  expect(files).toContain("schemas");
  for (const name of ["build", "check", "test", "demo", "bench"]) expect(scripts).toHaveProperty(name);
});
