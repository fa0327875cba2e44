import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { RULES } from "../../../src/definition/rules/index.ts";
import { lint, summary } from "./lint.ts";

/** Where the bad example of each rule is marked. */
const PLACES: Readonly<Record<string, string>> = {
  "append-only": "error append-only syncs/example.yaml:5 «upsert»",
  "column-unknown": "error column-unknown syncs/example.yaml:7 «acount_id»",
  "constant-key": `error constant-key syncs/example.yaml:7 «'"account_id"'»`,
  "duplicate-name": "error duplicate-name syncs/billing.yaml:2 «accounts»",
  "duplicate-test-name": "warning duplicate-test-name syncs/example.yaml:13 «trims the name»",
  "expression-impure": "error expression-impure syncs/example.yaml:9 «$random»",
  "expression-syntax": "error expression-syntax syncs/example.yaml:8 «e»",
  "expression-unsafe": "error expression-unsafe syncs/example.yaml:8 «/(a+)+$/»",
  "external-id-without-company": "warning external-id-without-company syncs/example.yaml:6 «externalId»",
  "field-owned-twice": "error field-owned-twice syncs/crm.yaml:9 «phase»",
  "formula-field": "error formula-field syncs/example.yaml:9 «custom.ARR»",
  "key-missing": "error key-missing syncs/example.yaml:6 «fields»",
  "key-not-keyable": "error key-not-keyable syncs/example.yaml:6 «name»",
  "mandatory-field": "warning mandatory-field syncs/example.yaml:6 «fields»",
  "nothing-to-update": "warning nothing-to-update syncs/example.yaml:6 «fields»",
  "read-only-field": "error read-only-field syncs/example.yaml:9 «nrr30»",
  "reference-form": "error reference-form syncs/example.yaml:10 «externalId»",
  "reference-missing": "error reference-missing syncs/example.yaml:7 «fields»",
  "region-invalid": "error region-invalid planhat-sync.yaml:3 «https://app-us1.planhat.com»",
  "required-field": "error required-field syncs/example.yaml:6 «fields»",
  "secret-literal": "error secret-literal planhat-sync.yaml:3 «correct-horse»",
  "type-mismatch": "error type-mismatch syncs/example.yaml:10 «$lowercase(vip)»",
  "uncertain-key": "warning uncertain-key syncs/example.yaml:7 «externalId»",
  "unknown-field": "error unknown-field syncs/example.yaml:9 «phone_primary»",
  "unknown-object": "error unknown-object syncs/example.yaml:4 «Account»",
  "unlisted-field": "warning unlisted-field syncs/example.yaml:9 «industry»",
  "value-not-in-list": "error value-not-in-list syncs/example.yaml:9 «enterprise»",
};

describe("the list of rules", () => {
  test("has every file of its folder, by id", () => {
    const files = readdirSync(new URL("../../../src/definition/rules/", import.meta.url))
      .filter((name) => name.endsWith(".ts") && name !== "index.ts")
      .map((name) => name.replace(/\.ts$/, ""));
    expect(RULES.map(({ id }) => id)).toEqual(files.sort());
  });

  test("has no id twice", () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });
});

describe.each(RULES)("the examples of $id", (rule) => {
  test("the bad one breaks this rule, once, where it is wrong", () => {
    expect(lint(rule.bad).map((diagnostic) => summary(rule.bad, diagnostic))).toEqual([PLACES[rule.id]]);
  });

  test("the good one breaks no rule", () => {
    expect(lint(rule.good, { env: { WAREHOUSE_PASSWORD: "correct-horse" } })).toEqual([]);
  });

  test("are one definition, mended: most lines are the same", () => {
    const bad = rule.bad.split("\n");
    const good = new Set(rule.good.split("\n"));
    expect(bad.filter((line) => !good.has(line)).length).toBeLessThanOrEqual(3);
  });

  test("the description is one paragraph of whole sentences, and the message says why and what to do", () => {
    expect(rule.description).toMatch(/^[A-Z`][^\n]+\.$/);
    for (const { message, hint } of lint(rule.bad)) {
      expect(message).toMatch(/^[^\n]+\.(?: \([A-Z]\d{4}\))?$/);
      expect(hint, "a hint says what to do").toBeDefined();
      expect(hint).not.toMatch(/[.!]$/);
    }
  });
});
