import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ALL_RULES } from "../../src/app/rules.ts";
import { runMain } from "../support/cli.ts";

const SOURCES = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && !path.includes("generated"))
  .map((path) => readFileSync(join("src", path), "utf8"));

test("every rule that the sources name can be explained, and no id stands twice", () => {
  const named = SOURCES.flatMap((text) => [...text.matchAll(/\brule: "([a-z-]+)"/g)].map(([, id]) => id));
  const known = ALL_RULES.map(({ id }): string => id);
  expect(named.filter((id) => id !== undefined && !known.includes(id))).toEqual([]);
  expect(new Set(known).size).toBe(known.length);
});

test("a rule is explained with its examples, a misspelt one gets a suggestion, and none lists them all", async () => {
  const rule = await runMain(["explain", "unknown-field"], { dir: "." });
  expect(rule).toMatchObject({ code: 0, stderr: "" });
  expect(rule.stdout).toContain("Breaks the rule:");
  const typo = await runMain(["explain", "unknwon-field"], { dir: "." });
  expect(typo).toMatchObject({ code: 3, stdout: "" });
  expect(typo.stderr).toContain("Did you mean unknown-field?");
  const list = await runMain(["explain"], { dir: "." });
  for (const { id } of ALL_RULES) expect(list.stdout).toContain(id);
});
