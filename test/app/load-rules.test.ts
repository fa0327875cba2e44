import { expect, test } from "vitest";
import { LOAD_RULES } from "../../src/app/load-rules.ts";
import type { Rule } from "../../src/lint/rule.ts";
import { RULES } from "../../src/lint/rules/index.ts";
import { loadSync, loadTexts } from "../definition/load-text.ts";
import { exampleFiles } from "../lint/rules/lint.ts";

// What only a disk, an environment or another file can show.
const ON_DISK = [
  "fields-file",
  "file-too-large",
  "file-unreadable",
  "file-missing",
  "no-definitions",
  "secret-short",
  "source-file-missing",
  "source-unreadable",
  "token-malformed",
  "env-file",
];
const ON_ROWS = ["key-missing-value", "key-placeholder", "key-formula", "email-invalid", "expression-failed"];

const inText = LOAD_RULES.filter(({ id }) => !ON_DISK.includes(id) && !ON_ROWS.includes(id));
const onRows = LOAD_RULES.filter(({ id }) => ON_ROWS.includes(id));

/** One definition, or the files of an example of several. */
function load(text: string, rules: readonly Rule[] = []) {
  const env = { PLANHAT_API_TOKEN: "a-token-from-the-environment" };
  return loadTexts(Object.fromEntries(exampleFiles(text)), { rules, env });
}

test.each(LOAD_RULES)("the good example of $id has no diagnostics", ({ good }) => {
  expect(load(good, RULES).diagnostics).toEqual([]);
});

test.each(inText)("the bad example of $id breaks this rule alone", ({ id, bad }) => {
  expect(load(bad).diagnostics.map(({ rule }) => rule)).toEqual([id]);
});

test.each(onRows)("the row in the bad example of $id is rejected under this rule", async ({ id, bad }) => {
  const [sync] = loadSync(bad).syncs;
  const row = { position: { row: 1 }, data: sync?.tests[0]?.row ?? {} };
  expect(await sync?.transform([row], 0)).toMatchObject([{ kind: "reject", rejection: { rule: id } }]);
});

test.each(LOAD_RULES)("the description of $id is one paragraph", ({ description }) => {
  expect(description).toMatch(/^[A-Z`][^\n]+\.$/);
});

test.each([...LOAD_RULES, ...RULES])("the examples of $id are not the same", ({ bad, good }) => {
  expect(bad).not.toBe(good);
});

test("no id stands twice, here and in the linter", () => {
  const ids = [...LOAD_RULES, ...RULES].map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
});
