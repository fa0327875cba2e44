import { expect, test } from "vitest";
import { definition, lint, summary } from "./lint.ts";

const FIELDS = {
  Tier: { type: "list", options: ["Enterprise", "Growth"] },
  Colours: { type: "multipicklist", options: ["Red", "Blue"] },
  Long: { type: "list", options: Array.from({ length: 300 }, (_, index) => `Value ${index}`) },
};

/** What is said of one mapping, beside `externalId: id` and `name: name`, and with which hint. */
function said(mapping: string): readonly (readonly [string, string | undefined])[] {
  const text = `# planhat.fields.json
${JSON.stringify({ version: 1, objects: { Company: FIELDS } })}
# syncs/companies.yaml
${definition({ key: "externalId", fields: ["externalId: id", "name: name", mapping] })}`;
  return lint(text).map((one) => [summary(text, one), one.reason.fix]);
}

const PLACE = "error value-not-in-list syncs/companies.yaml:10";

test.each([
  [`custom.Tier: 'x = "1" ? "Enterprize" : "Growth"'`, `${PLACE} «"Enterprize"»`, "Enterprise"],
  [`custom.Tier: { expr: '(x = "1" ? y = "2" ? "Growht" : "Growth")' }`, `${PLACE} «"Growht"»`, "Growth"],
  ["custom.Tier: { value: Enterprize }", `${PLACE} «Enterprize»`, "Enterprise"],
  [`custom.Colours: '["Red", x = "1" ? "Blu"]'`, `${PLACE} «"Blu"»`, "Blue"],
  [`custom.Colours: 'x = "1" ? "Rad" : ["Blue"]'`, `${PLACE} «"Rad"»`, "Red"],
  ["custom.Colours: { value: [Red, Bleu] }", `${PLACE} «Bleu»`, "Blue"],
  [`status: 'x = "1" ? "custommer" : "lost"'`, `${PLACE} «"custommer"»`, "customer"],
  ["status: { value: custommer }", `${PLACE} «custommer»`, "customer"],
])("%s: did you mean?", (mapping, place, meant) => {
  expect(said(mapping)).toEqual([[place, `did you mean ${meant}?`]]);
});

test("where nothing is near, the hint names the values", () => {
  expect(said("custom.Tier: { value: None }").map(([, hint]) => hint)).toEqual([
    "write Enterprise or Growth",
  ]);
});

test.each([
  `custom.Tier: 'x = "1" ? "Enterprise"'`,
  `custom.Tier: 'x = "Enterprize" ? "Growth"'`,
  "custom.Tier: tier",
  `custom.Colours: '[x = "1" ? "Red", y]'`,
  "custom.Colours: { value: [] }",
  "status: { value: null }",
])("%s: nothing is wrong", (mapping) => {
  expect(said(mapping)).toEqual([]);
});

test("a value of another type is told once, as such", () => {
  expect(said("custom.Tier: { value: 7 }").map(([found]) => found)).toEqual([
    "error type-mismatch syncs/companies.yaml:10 «7»",
  ]);
});

test("of a long list the message names the first ones, and how many more there are", () => {
  const [found] = said("custom.Long: { value: Unheard of }");
  expect(found?.[1]).toMatch(/^write Value 0, .+, Value 19 or one of 280 more$/);
});
