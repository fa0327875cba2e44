import { describe, expect, test } from "vitest";
import { definition, lint, summary } from "./lint.ts";

const KEY = "externalId: account_id";
const NAME = "name: name";

function lintFields(object: string, mode: string, fields: readonly string[]): readonly string[] {
  const text = definition({ object, mode, fields });
  return lint(text).map((diagnostic) => summary(text, diagnostic).replace("syncs/example.yaml:", ""));
}

describe("unknown-field", () => {
  test.each([
    ["external_id", "did you mean externalId?"],
    ["ExternalId", "did you mean externalId?"],
    ["extrenalId", "did you mean externalId?"],
    ["EXTERNAL ID", "did you mean externalId?"],
    ["source_id", "did you mean sourceId?"],
    ["Phase", "did you mean phase?"],
    ["renewal_date", "did you mean renewalDate?"],
    ["mrr_", "did you mean mr?"],
    ["owner_id", "did you mean owner?"],
    ["Custom.Tier", "did you mean custom.Tier?"],
    ["custom_Tier", "did you mean custom.Tier?"],
    ["customs.Tier", "did you mean custom.Tier?"],
    ["custom.", "a custom field is written custom.Name"],
    ["firstName", "firstName is a field of Enduser"],
    ["employees", "write custom.employees"],
  ])("%s: %s", (field, hint) => {
    const found = lint(definition({ mode: "update", fields: ["_id: planhat_id", `"${field}": x`] }));
    expect(found.map(({ rule }) => rule)).toEqual(["unknown-field"]);
    expect(found[0]?.reason.fix).toContain(hint);
    expect(found[0]?.reason.what).toContain(`Company has no field ${field}.`);
  });

  test("every wrong field is told, and custom fields are right as they stand", () => {
    expect(
      lintFields("Company", "update", [
        KEY,
        "custom.Tier: tier",
        "custom.a.b: x",
        "nam: name",
        "citty: city",
      ]),
    ).toEqual(["error unknown-field 10 «nam»", "error unknown-field 11 «citty»"]);
  });

  test("custom fields are not mapped in one go, though Planhat's records have a field custom", () => {
    const [found, ...others] = lint(definition({ mode: "update", fields: [KEY, "custom: x"] }));
    expect([found?.rule, found?.reason.fix, others]).toEqual([
      "unknown-field",
      "write custom.Name for each of them, with its name in Planhat",
      [],
    ]);
  });

  test("a far-away name gets no guess", () => {
    const [found] = lint(definition({ mode: "update", fields: [KEY, "zzz: x"] }));
    expect(found?.reason.fix).not.toContain("did you mean");
  });
});

describe("computed and unlisted fields", () => {
  test("a computed field is an error, one that other products offer a warning", () => {
    expect(lintFields("Company", "upsert", [KEY, NAME, "mr: $number(mrr)", "h: $number(health)"])).toEqual([
      "warning read-only-field 9 «mr»",
      "error read-only-field 10 «h»",
    ]);
  });

  test("the id that Planhat itself gives may be mapped: it finds the record", () => {
    expect(lintFields("Company", "update", ["_id: planhat_id", "city: city"])).toEqual([]);
  });

  test("industry is accepted with a warning, and fields seen in tenants without one", () => {
    const company = [
      "renewalDate: renewal",
      'collaborators: $split(people, ",")',
      "sentimentScore: $number(mood)",
    ];
    expect(lintFields("Company", "upsert", [KEY, NAME, "industry: industry", ...company])).toEqual([
      "warning unlisted-field 9 «industry»",
    ]);
    const contact = ["email: $lowercase(mail)", "companyId: { expr: account, by: externalId }"];
    const seen = ["linkedInUrl: profile", "relevance: $number(relevance)"];
    const said = lintFields("Enduser", "upsert", [KEY, ...contact, ...seen]);
    expect(said.filter((line) => /field/.test(line))).toEqual([]);
  });

  test("a contact needs an address or an id of its own, and one without an address is told", () => {
    const company = "companyId: { expr: account, by: externalId }";
    const told = (mode: string, fields: readonly string[]) =>
      lintFields("Enduser", mode, [...fields, company]).map((line) => line.split(" ").slice(0, 2).join(" "));
    expect(told("upsert", ["externalId: id"])).toEqual(["warning required-field"]);
    expect(told("insert", ["sourceId: id"])).toEqual(["warning required-field"]);
    expect(told("upsert", ["email: $lowercase(mail)"])).not.toContain("warning required-field");
    expect(told("update", ["externalId: id"])).toEqual([]);
    expect(told("insert", ["firstName: name"])).toContain("error required-field");
  });

  test("the fields that Company, as everyone knows it, is offered with give no error", () => {
    const fields = [
      "name: name",
      "externalId: id",
      "phase: phase",
      "industry: i",
      "mr: $number(mr)",
      "renewalDate: r",
    ];
    expect(lintFields("Company", "upsert", fields).filter((line) => line.startsWith("error"))).toEqual([]);
  });
});

describe("required fields and references", () => {
  test.each([
    ["Company", "insert", [KEY], ["required-field"]],
    ["Company", "upsert", [KEY], ["required-field"]],
    ["Company", "update", [KEY, "city: city"], []],
    ["Company", "upsert", [KEY, "name: { value: null }"], ["required-field"]],
    ["Company", "upsert", [KEY, "name: 'null'"], ["required-field"]],
    ["Company", "upsert", [KEY, "name: 'a ? null'"], ["required-field"]],
    ["Company", "upsert", [KEY, "name: { value: Acme }"], []],
    ["Enduser", "upsert", ["email: $lowercase($trim(email))", `companyId: '"extid-" & company'`], []],
    ["Enduser", "upsert", ["email: $lowercase($trim(email))"], ["reference-missing"]],
    ["Enduser", "insert", ["email: $lowercase($trim(email))"], ["reference-missing"]],
    ["Enduser", "update", ["email: $lowercase($trim(email))", "firstName: f"], []],
    ["Enduser", "upsert", ["externalId: id", `companyId: '"extid-" & company'`], ["required-field"]],
    ["Enduser", "upsert", ["externalId: id"], ["required-field", "reference-missing"]],
    [
      "Enduser",
      "upsert",
      ["email: $lowercase($trim(email))", "companyId: { value: null }"],
      ["reference-missing"],
    ],
  ])("%s, %s, %j: %j", (object, mode, fields, rules) => {
    const found = lint(definition({ object, mode, fields }));
    expect(found.map(({ rule }) => rule).sort()).toEqual([...rules].sort());
  });

  test("an empty required field is marked itself", () => {
    expect(lintFields("Company", "upsert", [KEY, "name: { value: null }"])).toEqual([
      "error required-field 8 «null»",
    ]);
  });

  test("the reference's hint shows the form that works across systems", () => {
    const [found] = lint(definition({ object: "Enduser", fields: "email: $lowercase($trim(email))" }));
    expect(found?.reason.fix).toContain("companyId: { expr: account_id, by: externalId }");
  });
});

describe("nothing-to-update", () => {
  test("only for an update that maps its key alone", () => {
    expect(lintFields("Company", "update", [KEY])).toEqual(["warning nothing-to-update 6 «fields»"]);
    expect(lintFields("Company", "update", [KEY, "city: c"])).toEqual([]);
  });
});
