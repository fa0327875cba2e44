import { describe, expect, test } from "vitest";
import { definition, lint } from "./lint.ts";

const POINT = ["dimensionId: { value: logins }", "externalId: id", "date: day", "value: $number(n)"];

const said = (text: string, env = {}) =>
  lint(text, { env }).map(({ rule, reason }) => `${rule}: ${reason.what}`);

describe("a sync of metric points or user activities", () => {
  test("is fine as an insert without a key", () => {
    expect(lint(definition({ object: "Metric", mode: "insert", fields: POINT }))).toEqual([]);
  });

  test.each(["update", "upsert"])("cannot %s", (mode) => {
    expect(said(definition({ object: "Metric", mode, fields: POINT }))).toContainEqual(
      expect.stringContaining("append-only: Planhat only ever adds metric points"),
    );
  });

  test("has no key, no custom fields, and events are not sent again", () => {
    const event = ["email: mail", "action: a", "date: t", "custom.X: x"];
    const text = definition({ object: "UserActivity", mode: "insert", key: "email", fields: event }).replace(
      "object: UserActivity",
      "object: UserActivity, resend: true",
    );
    expect(said(text)).toEqual([
      expect.stringContaining("append-only: resend is for metric points. Every UserActivity"),
      expect.stringContaining("append-only: A UserActivity has no key."),
      expect.stringContaining("append-only: A UserActivity has no custom fields."),
    ]);
  });

  test("has to say when it was", () => {
    const [found, ...others] = said(
      definition({ object: "Metric", mode: "insert", fields: POINT.slice(0, 2) }),
    );
    expect(found).toContain("value is not mapped");
    expect(others).toEqual([
      expect.stringContaining("date is not mapped. Planhat would take the time of receipt"),
    ]);
  });

  test("needs the tenant, which checking does not", () => {
    const text = definition({ object: "Metric", mode: "insert", fields: POINT });
    expect(lint(text, { env: { PLANHAT_TENANT_UUID: "" } })).toMatchObject([
      {
        rule: "tenant-missing",
        severity: "warning",
        reason: { fix: expect.stringContaining("Developer section") },
      },
    ]);
  });

  test("owns no field: many syncs may add points", () => {
    const text = definition({ object: "Metric", mode: "insert", fields: POINT });
    expect(lint(`# syncs/a.yaml\n${text}\n# syncs/b.yaml\n${text}\n`)).toEqual([]);
  });
});

test("records are not sent again: resend is refused", () => {
  const text = definition({ fields: ["externalId: id", "name: name"] }).replace(
    "object: Company",
    "object: Company, resend: true",
  );
  expect(said(text)).toEqual([
    expect.stringContaining("append-only: resend is for metric points. A Company"),
  ]);
});

describe("what an object needs", () => {
  const licence = ["externalId: id", "companyId: '\"extid-\" & company'", "_currency: c", "fromDate: f"];

  test.each([
    [["value: $number(v)"], ["required-field: mrr is not mapped."]],
    [["value: $number(v)", "fixedPeriod: { value: true }"], []],
    [["mrr: $number(m)"], []],
  ])("a licence with %j", (more, messages) => {
    const found = said(definition({ object: "License", fields: [...licence, ...more] }));
    expect(found.map((message) => message.split(" Planhat")[0])).toEqual(messages);
  });

  test("a ticket's e-mail address, in an update too", () => {
    const text = definition({ object: "Ticket", mode: "update", fields: ["sourceId: id", "status: s"] });
    expect(said(text)).toEqual([
      expect.stringContaining("Planhat drops a Ticket without it and tells nobody."),
    ]);
  });

  test("an invoice's company beside its extId, by their own names", () => {
    const text = definition({ object: "Invoice", mode: "update", fields: ["extId: id", "currency: c"] });
    expect(said(text)).toEqual([
      expect.stringMatching(/^external-id-without-company: extId identifies invoices .* Without cId/),
    ]);
  });

  test("what Planhat marks as computed and its examples write is a warning", () => {
    const fields = ["extId: id", "cId: '\"extid-\" & c'", "lineItems: '[{\"n\": lines}]'"];
    expect(lint(definition({ object: "Invoice", mode: "update", fields }))).toMatchObject([
      { rule: "read-only-field", severity: "warning" },
    ]);
  });

  test("a reference by another id only where Planhat can follow it", () => {
    const asset = (more: string) =>
      definition({
        object: "Asset",
        fields: ["externalId: id", "name: n", "companyId: { expr: c, by: sourceId }", more],
      });
    expect(said(asset("serialNumber: { expr: s, by: externalId }"))).toEqual([
      "reference-form: Asset.serialNumber refers to no other record, so it takes no by:.",
    ]);
    expect(said(asset("ownerId: { expr: s, by: sourceId }"))).toEqual([
      "reference-form: Asset.ownerId refers to a User, and a User has no sourceId.",
    ]);
    expect(said(asset("status: { expr: s }"))).toEqual([]);
  });

  test.each([
    ["ownerId: { expr: s, by: email }", []],
    ["ownerId: { expr: s, by: externalId, missing: omit }", []],
    [
      "ownerId: { expr: s, by: name }",
      ["reference-form: Asset.ownerId refers to a User, and a User has no name."],
    ],
    [
      "ownerId: { expr: s, missing: omit }",
      ["reference-form: ownerId is not looked up, so missing: has no effect."],
    ],
  ])("by: and missing: at %s", (line, remarks) => {
    const fields = ["externalId: id", "name: n", "companyId: { expr: c, by: sourceId }", line];
    expect(said(definition({ object: "Asset", fields }))).toEqual(remarks);
  });

  test("what Planhat looks up itself is never left out", () => {
    const fields = ["externalId: id", "name: n", "companyId: { expr: c, by: sourceId, missing: omit }"];
    expect(said(definition({ object: "Asset", fields }))).toEqual([
      "reference-form: companyId is not looked up: Planhat itself turns the sourceId into its own id, so missing: has no effect.",
    ]);
  });
});
