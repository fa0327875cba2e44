import { readdirSync, readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runMain } from "../../support/cli.ts";
import { makeProject } from "../../support/project.ts";
import { ENVIRONMENT, WHOLE_PROJECT } from "./whole-project.ts";

/** One place of the whole project, and what somebody writes there by mistake; the rule and the line that must tell of it. */
interface Mistake {
  readonly mistake: string;
  readonly file: string;
  readonly right: string;
  readonly wrong: string;
  readonly rule: string;
  readonly line: number;
}

/** Mistakes that are not found where they are: told here, never skipped. */
const KNOWN_MISSES: readonly string[] = [];

/** Mistakes of which more is told than themselves. */
const ECHOING: readonly string[] = [
  // The test of the sync still expects what the field was before.
  "a field that stands twice",
  "an id that is unique in a company only",
  // Two rules are broken: another sync owns the name.
  "an update that clears what is needed",
];

const FAMILIES = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".json"))
  .map((name): readonly [string, readonly Mistake[]] => [
    name.replace(".json", ""),
    JSON.parse(readFileSync(join(import.meta.dirname, name), "utf8")),
  ]);
const MISTAKES = FAMILIES.flatMap(([, mistakes]) => mistakes);

/** `file:line rule` of every diagnostic, by the command itself, without network. */
async function validate(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const dir = await makeProject(files);
  await mkdir(join(dir, ".git"));
  const { stdout, stderr } = await runMain(["validate", "--format", "json"], { dir, env: ENVIRONMENT });
  expect(stderr).toBe("");
  return JSON.parse(stdout).diagnostics.map(
    ({ file, line, rule }: Pick<Mistake, "file" | "line" | "rule">) => `${file}:${line} ${rule}`,
  );
}

test("the project without a mistake has nothing wrong", async () => {
  expect(await validate(WHOLE_PROJECT)).toEqual([]);
});

describe.each(FAMILIES)("a mistake of %s is told where it is:", (_, mistakes) => {
  test.each(mistakes)("$mistake", async ({ mistake, file, right, wrong, rule, line }) => {
    const text = WHOLE_PROJECT[file] ?? "";
    expect(text.split(right), "the place of the mistake stands once in its file").toHaveLength(2);
    const said = await validate({ ...WHOLE_PROJECT, [file]: text.replace(right, () => wrong) });
    const isFound = said.includes(`${file}:${line} ${rule}`);
    const isAlone = said.length === 1;
    expect({ said, isFound, isAlone }).toEqual({
      said,
      isFound: !KNOWN_MISSES.includes(mistake),
      isAlone: !ECHOING.includes(mistake),
    });
  });
});

test("there are more than a hundred, over all families, and at least 95 of a hundred are found", () => {
  expect(MISTAKES.length).toBeGreaterThan(100);
  expect(FAMILIES).toHaveLength(12);
  const names = MISTAKES.map(({ mistake }) => mistake);
  expect(new Set(names).size).toBe(names.length);
  expect([...KNOWN_MISSES, ...ECHOING].filter((name) => !names.includes(name))).toEqual([]);
  expect(1 - KNOWN_MISSES.length / MISTAKES.length).toBeGreaterThanOrEqual(0.95);
});
