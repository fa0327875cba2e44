import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { RULES } from "../../../src/lint/rules/index.ts";
import { lint, summary } from "./lint.ts";

/** Where the bad example of each rule is marked. */
const PLACES: Readonly<Record<string, string>> = {
  "append-only": "error append-only syncs/example.yaml:5 «upsert»",
  "argument-invalid": `error argument-invalid syncs/example.yaml:9 «"+05:00"»`,
  "batch-small": "warning batch-small syncs/example.yaml:9 «10»",
  "calls-above-limit": "warning calls-above-limit planhat-sync.yaml:2 «600»",
  "ci-apply-asks": "error ci-apply-asks .github/workflows/planhat.yml:12 «planhat-sync@0.1.0 apply»",
  "ci-apply-on-pull-request":
    "error ci-apply-on-pull-request .github/workflows/planhat.yml:12 «planhat-sync@0.1.0 apply --auto-approve»",
  "ci-concurrency": "warning ci-concurrency .github/workflows/planhat.yml:5 «sync»",
  "ci-exit-code-lost":
    "warning ci-exit-code-lost .github/workflows/planhat.yml:12 «planhat-sync@0.1.0 apply --auto-approve»",
  "ci-permissions": "warning ci-permissions .github/workflows/planhat.yml:5 «sync»",
  "ci-pull-request-target":
    "error ci-pull-request-target .github/workflows/planhat.yml:2 «pull_request_target»",
  "ci-state-lost":
    "warning ci-state-lost .github/workflows/planhat.yml:10 «planhat-sync@0.1.0 apply --auto-approve»",
  "ci-tls-off": "error ci-tls-off .github/workflows/planhat.yml:9 «NODE_TLS_REJECT_UNAUTHORIZED»",
  "ci-version-unpinned": "warning ci-version-unpinned .github/workflows/planhat.yml:12 «planhat-sync»",
  "clock-in-value": "warning clock-in-value syncs/example.yaml:9 «$now»",
  "column-hyphen": "warning column-hyphen syncs/example.yaml:7 «account-id»",
  "column-unknown": "error column-unknown syncs/example.yaml:7 «acount_id»",
  "comparison-never-true": "error comparison-never-true syncs/example.yaml:9 «=»",
  "concurrency-above-one": "warning concurrency-above-one planhat-sync.yaml:2 «4»",
  "condition-constant": `error condition-constant syncs/example.yaml:9 «"mid"»`,
  "connection-tls-off": "warning connection-tls-off planhat-sync.yaml:3 «sslmode=disable»",
  "connection-unknown": "error connection-unknown syncs/accounts.yaml:4 «warehose»",
  "connection-unused": "warning connection-unused planhat-sync.yaml:4 «legacy»",
  "constant-key": `error constant-key syncs/example.yaml:7 «'"account_id"'»`,
  "csv-delimiter-unlikely": "warning csv-delimiter-unlikely syncs/example.yaml:3 «accounts.tsv»",
  "cursor-column-missing": "error cursor-column-missing syncs/accounts.yaml:6 «updated_at»",
  "cursor-lag-mismatch": "error cursor-lag-mismatch syncs/accounts.yaml:6 «5m»",
  "cursor-without-lag": "warning cursor-without-lag syncs/accounts.yaml:6 «cursor»",
  "custom-alike": "warning custom-alike syncs/example.yaml:10 «custom.tier»",
  "custom-shadows-standard": "warning custom-shadows-standard syncs/example.yaml:9 «custom.phase»",
  "duplicate-name": "error duplicate-name syncs/billing.yaml:2 «accounts»",
  "duplicate-test-name": "warning duplicate-test-name syncs/example.yaml:13 «trims the name»",
  "email-key-case": "warning email-key-case syncs/example.yaml:8 «email»",
  "expression-constant": `warning expression-constant syncs/example.yaml:9 «'"Onboarding"'»`,
  "expression-impure": "error expression-impure syncs/example.yaml:9 «$random»",
  "expression-syntax": "error expression-syntax syncs/example.yaml:8 «e»",
  "expression-unsafe": "error expression-unsafe syncs/example.yaml:8 «/(a+)+$/»",
  "external-id-without-company": "warning external-id-without-company syncs/example.yaml:6 «externalId»",
  "field-owned-twice": "error field-owned-twice syncs/crm.yaml:9 «phase»",
  "formula-field": "error formula-field syncs/example.yaml:9 «custom.ARR»",
  "guard-forbids-all": "error guard-forbids-all syncs/example.yaml:9 «0»",
  "guard-without-effect": "warning guard-without-effect syncs/example.yaml:9 «100%»",
  "guards-missing": "warning guards-missing syncs/accounts.yaml:5 «upsert»",
  "http-get-body": "error http-get-body syncs/example.yaml:5 «body»",
  "http-insecure": "warning http-insecure syncs/example.yaml:4 «http://api.example.com/accounts»",
  "http-url-invalid": "error http-url-invalid syncs/example.yaml:4 «api.example.com/accounts»",
  "id-through-number": "warning id-through-number syncs/example.yaml:7 «$number»",
  "key-id-creates": "error key-id-creates syncs/example.yaml:6 «_id»",
  "key-implicit": "warning key-implicit syncs/example.yaml:7 «sourceId»",
  "key-missing": "error key-missing syncs/example.yaml:6 «fields»",
  "key-not-keyable": "error key-not-keyable syncs/example.yaml:6 «name»",
  "key-order": "warning key-order syncs/example.yaml:5 «target»",
  "list-may-collapse": "warning list-may-collapse syncs/example.yaml:9 «products[active]»",
  "literal-misfit": `error literal-misfit syncs/example.yaml:10 «"none"»`,
  "mandatory-field": "warning mandatory-field syncs/example.yaml:6 «fields»",
  "min-rows-with-cursor": "warning min-rows-with-cursor syncs/accounts.yaml:12 «1»",
  "not-ignored": "warning not-ignored .gitignore:1 «n»",
  "nothing-to-update": "warning nothing-to-update syncs/example.yaml:6 «fields»",
  "null-as-text": "warning null-as-text syncs/example.yaml:8 «$string»",
  "operand-type": "error operand-type syncs/example.yaml:9 «*»",
  "param-in-body": "error param-in-body syncs/example.yaml:5 «body»",
  "records-may-collapse": "warning records-may-collapse syncs/example.yaml:5 «data[active]»",
  "page-start-missing": "warning page-start-missing syncs/example.yaml:5 «page»",
  "pagination-param-twice": "warning pagination-param-twice syncs/example.yaml:5 «per_page»",
  "path-into-text": "error path-into-text syncs/example.yaml:9 «city»",
  "query-column-twice": "error query-column-twice syncs/accounts.yaml:5 «name»",
  "query-limited": "warning query-limited syncs/accounts.yaml:5 «LIMIT»",
  "query-param-mismatch": "error query-param-mismatch syncs/accounts.yaml:5 «$2»",
  "query-select-star": "warning query-select-star syncs/accounts.yaml:5 «*»",
  "query-several": "error query-several syncs/accounts.yaml:5 «SELECT»",
  "query-variable": `warning query-variable syncs/accounts.yaml:5 «\${REGION:-emea}»`,
  "query-writes": "error query-writes syncs/accounts.yaml:5 «DELETE»",
  "read-only-field": "error read-only-field syncs/example.yaml:9 «nrr30»",
  "reference-cycle": "warning reference-cycle syncs/companies.yaml:9 «custom.Champion»",
  "reference-form": "error reference-form syncs/example.yaml:9 «name»",
  "reference-by-name": "warning reference-by-name syncs/example.yaml:9 «csm_email»",
  "reference-missing": "error reference-missing syncs/example.yaml:7 «fields»",
  "reference-prefix-missing": "warning reference-prefix-missing syncs/example.yaml:10 «account_id»",
  "reference-prefix-refused": `error reference-prefix-refused syncs/example.yaml:9 «"extid-"»`,
  "reference-prefix-unknown": `error reference-prefix-unknown syncs/example.yaml:10 «"externalId-"»`,
  "regex-in-quotes": `warning regex-in-quotes syncs/example.yaml:9 «"/[^0-9]/"»`,
  "region-invalid": "error region-invalid planhat-sync.yaml:3 «https://app-us1.planhat.com»",
  "region-unusual": "warning region-unusual planhat-sync.yaml:3 «eu-west-1»",
  "required-cleared": "error required-cleared syncs/example.yaml:8 «null»",
  "required-field": "error required-field syncs/example.yaml:6 «fields»",
  "secret-in-url": "warning secret-in-url syncs/example.yaml:5 «api_key»",
  "secret-literal": "error secret-literal planhat-sync.yaml:3 «correct-horse»",
  "state-misplaced": "warning state-misplaced planhat-sync.yaml:2 «/tmp/planhat/state.db»",
  "test-error-unknown": "error test-error-unknown syncs/example.yaml:12 «require-field»",
  "test-never-passes": "error test-never-passes syncs/example.yaml:13 «custom.Tier»",
  "test-row-column-unknown": "warning test-row-column-unknown syncs/example.yaml:11 «label»",
  "test-row-not-text": "warning test-row-not-text syncs/example.yaml:11 «17»",
  "tests-missing": "warning tests-missing syncs/accounts.yaml:6 «fields»",
  "text-as-truth": "warning text-as-truth syncs/example.yaml:9 «vip»",
  "type-mismatch": "error type-mismatch syncs/example.yaml:10 «$lowercase(vip)»",
  "uncertain-key": "warning uncertain-key syncs/example.yaml:7 «externalId»",
  "unknown-field": "error unknown-field syncs/example.yaml:9 «phone_primary»",
  "unknown-object": "error unknown-object syncs/example.yaml:4 «Account»",
  "unlisted-field": "warning unlisted-field syncs/example.yaml:9 «industry»",
  "value-not-in-list": `error value-not-in-list syncs/example.yaml:9 «"churned"»`,
  "variable-unused": "warning variable-unused syncs/example.yaml:8 «$clean»",
};

describe("the list of rules", () => {
  test("has every file of its folders, by id, each in the folder of its family", () => {
    const folder = new URL("../../../src/lint/rules/", import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts") && path !== "index.ts")
      .map((path) => path.replace(/\.ts$/, "").replaceAll("\\", "/"));
    const listed = RULES.map(({ family = "field", id }) => ({ id, path: `${family}/${id}` }));
    expect(listed.map(({ id }) => id)).toEqual(listed.map(({ id }) => id).toSorted());
    expect(listed.map(({ path }) => path).toSorted()).toEqual(files.toSorted());
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
    expect(
      lint(rule.good, { env: { WAREHOUSE_PASSWORD: "correct-horse", API_KEY: "a-key-of-an-api" } }),
    ).toEqual([]);
  });

  test("are one definition, mended: most lines are the same", () => {
    const bad = rule.bad.split("\n");
    const good = new Set(rule.good.split("\n"));
    expect(bad.filter((line) => !good.has(line)).length).toBeLessThanOrEqual(3);
  });

  test("the description is one paragraph of whole sentences, and the message says why and what to do", () => {
    expect(rule.description).toMatch(/^[A-Z`][^\n]+\.$/);
    for (const { reason } of lint(rule.bad)) {
      expect(reason.what).toMatch(/^[^\n]+\.(?: \([A-Z]\d{4}\))?$/);
      expect(reason.fix, "a hint says what to do").toBeDefined();
      expect(reason.fix).not.toMatch(/[.!]$/);
    }
  });
});
