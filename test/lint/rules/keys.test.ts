import { describe, expect, test } from "vitest";
import { definition, lint, summary } from "./lint.ts";

function lintSync(parts: Parameters<typeof definition>[0]): readonly string[] {
  const text = definition(parts);
  return lint(text).map((diagnostic) => summary(text, diagnostic).replace(" syncs/example.yaml:", " "));
}

describe("key-missing", () => {
  test.each([
    ["upsert", "error"],
    ["update", "error"],
    ["insert", "warning"],
  ])("an %s without a keyable: %s", (mode, severity) => {
    expect(lintSync({ mode, fields: "name: name" })).toEqual([`${severity} key-missing 6 «fields»`]);
  });

  test("the hint lists the keyables in Planhat's order", () => {
    const [company] = lint(definition({ fields: "name: name" }));
    expect(company?.reason.fix).toBe("map one of _id, sourceId or externalId under fields");
    const [enduser] = lint(definition({ object: "Enduser", mode: "update", fields: "firstName: f" }));
    expect(enduser?.reason.fix).toBe("map one of _id, sourceId, externalId or email under fields");
  });
});

describe("key-not-keyable", () => {
  test.each([
    [
      "name",
      ["externalId: id", "name: name"],
      'write externalId, which is mapped: "key" takes the field in Planhat, not the column',
    ],
    ["external_id", ["sourceId: id", "name: name"], "did you mean externalId?"],
    ["domain", ["name: name"], "map one of _id, sourceId or externalId, and name it here"],
    [
      "sourceId",
      ["externalId: id", "name: name"],
      "map sourceId under fields, or use one that is mapped: externalId",
    ],
    ["sourceId", ["name: name"], "map sourceId under fields"],
  ])("key: %s with %j: %s", (key, fields, hint) => {
    const text = definition({ key, fields });
    const found = lint(text);
    expect(found.map((diagnostic) => summary(text, diagnostic))).toEqual([
      `error key-not-keyable syncs/example.yaml:6 «${key}»`,
    ]);
    expect(found[0]?.reason.fix).toBe(hint);
  });

  test("a mapped keyable is right, whichever it is", () => {
    expect(lintSync({ key: "sourceId", fields: ["externalId: e", "sourceId: s", "name: name"] })).toEqual([]);
  });
});

describe("constant-key", () => {
  test.each([
    ["externalId: { value: a1 }", "{ value: a1 }"],
    [`externalId: '"a1"'`, "text in quotes"],
    [`externalId: '"a" & "1"'`, "only constants"],
    ["externalId: $now()", "only the run's start"],
  ])("%s is one record for every row (%s)", (field) => {
    expect(lint(definition({ fields: [field, "name: name"] })).map(({ rule }) => rule)).toEqual([
      "constant-key",
    ]);
  });

  test.each(["externalId: $string($)", `externalId: '"x-" & id'`, "externalId: $$.id"])(
    "%s is not",
    (field) => {
      expect(lint(definition({ fields: [field, "name: name"] }))).toEqual([]);
    },
  );

  test("another keyable may be constant", () => {
    const fields = ["externalId: id", "sourceId: { value: crm }", "name: name"];
    expect(lintSync({ key: "externalId", fields })).toEqual([]);
  });
});

describe("external-id-without-company", () => {
  const FIELDS = ["externalId: id", "firstName: first"];

  test("an update of endusers by externalId wants the company too", () => {
    expect(lintSync({ object: "Enduser", mode: "update", fields: FIELDS })).toEqual([
      "warning external-id-without-company 7 «externalId»",
    ]);
  });

  test.each([
    ["with the company", "Enduser", "externalId", [...FIELDS, `companyId: '"extid-" & company'`]],
    ["by another key", "Enduser", "email", [...FIELDS, "email: $lowercase($trim(email))"]],
    ["of companies", "Company", "externalId", ["externalId: id", "city: city"]],
  ])("not %s", (_, object, key, fields) => {
    expect(lintSync({ object, mode: "update", key, fields })).toEqual([]);
  });
});

describe("email-key-case", () => {
  const company = `companyId: '"extid-" & company'`;
  const found = (expression: string) =>
    lint(definition({ object: "Enduser", key: "email", fields: [`email: ${expression}`, company] })).filter(
      ({ rule }) => rule === "email-key-case",
    );

  test.each([
    ["mail", "its capitals are kept", "write $lowercase($trim(mail))"],
    ["contact.mail", "its capitals are kept", "write $lowercase($trim(contact.mail))"],
    ["$trim(mail)", "its capitals are kept", "write $lowercase($trim(mail))"],
    ["$lowercase(mail)", "blanks around it are kept", "write $lowercase($trim(mail))"],
    ["$lowercase( contact.mail )", "blanks around it are kept", "write $lowercase($trim(contact.mail))"],
  ])("%s: %s", (expression, message, hint) => {
    expect(found(expression)).toMatchObject([
      { rule: "email-key-case", reason: { what: expect.stringContaining(message), fix: hint } },
    ]);
  });

  test.each(["$lowercase($trim(mail))", "$trim($lowercase(mail))", "active ? $lowercase(mail)"])(
    "%s is fine, or more than the rule understands",
    (expression) => expect(found(JSON.stringify(expression))).toEqual([]),
  );

  test("what the hint gives breaks the rule no more", () => {
    for (const expression of ["mail", "$trim(mail)", "$lowercase(mail)"]) {
      const hint = found(expression)[0]?.reason.fix?.replace("write ", "") ?? "";
      expect(found(hint)).toEqual([]);
    }
  });
});
