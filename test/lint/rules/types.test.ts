import { describe, expect, test } from "vitest";
import { RULES } from "../../../src/lint/rules/index.ts";
import { OBJECT_TYPES } from "../../../src/model/generated/objects.ts";
import type { FieldSpec, ObjectType } from "../../../src/model/object-type.ts";
import { definition, lint } from "./lint.ts";

const COMPANY = OBJECT_TYPES.find(({ name }) => name === "Company");

/** Company with one more field. */
function withField(spec: Omit<FieldSpec, "description">): readonly ObjectType[] {
  if (COMPANY === undefined) throw new Error("the catalogue is empty");
  return [{ ...COMPANY, fields: { ...COMPANY.fields, probe: { ...spec, description: "For this test." } } }];
}

/** What type-mismatch says of a field over a source of which nothing is known, or another one. */
function lintProbe(
  spec: Omit<FieldSpec, "description">,
  mapping: string,
  source = "http: { url: https://x.example }",
) {
  const text = definition({ mode: "update", fields: ["externalId: id", `probe: ${mapping}`] });
  return lint(text.replace("csv: { path: rows.csv }", source), { objectTypes: withField(spec) }).filter(
    ({ rule }) => rule === "type-mismatch",
  );
}

describe("type-mismatch of expressions", () => {
  test.each([
    ["number", `'"12"'`, "wrap it in $number(…)"],
    ["number", "$trim(x)", "wrap it in $number(…)"],
    ["integer", "a & b", "wrap it in $number(…)"],
    ["number", "a > 1", "wrap it in $number(…)"],
    ["number", '$split(x, ",")', "add it up with $sum(…), or pick one: (…)[0]"],
    ["string", "a + 1", "wrap it in $string(…)"],
    ["string", '$split(x, ",")', 'join it with $join(…, ", "), or pick one: (…)[0]'],
    ["string", `'{ "a": b }'`, "name the part of the object that you mean: object.part"],
    ["string", "'a ? 1 : 2'", "wrap it in $string(…)"],
    ["string", "a ? 1", "wrap it in $string(…)"],
    ["boolean", "$lowercase(x)", 'compare it: x = "yes"'],
    ["date", "$millis()", "wrap it in $fromMillis(…)"],
    ["objectId", "$number(x)", "wrap it in $string(…)"],
    ["object", "$trim(x)", 'build one: { "name": x }'],
  ] as const)("%s from %s: %s", (type, expression, hint) => {
    const found = lintProbe({ type }, expression);
    expect(found.map(({ rule }) => rule)).toEqual(["type-mismatch"]);
    expect(found[0]?.reason.fix).toBe(hint);
  });

  test.each([
    ["number", "$number(x)"],
    ["number", "x"],
    ["number", `'a ? "none" : 1'`],
    ["number", `'a ? b : "none"'`],
    ["number", "'null'"],
    ["string", "a & b"],
    ["string", "$now()"],
    ["boolean", "a and b"],
    ["date", "$fromMillis(x)"],
    ["integer", "$round(x)"],
    ["array", '$split(x, ",")'],
    ["array", "$trim(x)"],
    ["object", `'{ "a": b }'`],
  ] as const)("%s from %s may fit", (type, expression) => {
    expect(lintProbe({ type }, expression)).toEqual([]);
  });

  test("an element of a list is told from a wrong one", () => {
    expect(lintProbe({ type: "array", items: "string" }, "$trim(x)")).toEqual([]);
    expect(lintProbe({ type: "array", items: "string" }, "a + 1").map(({ rule }) => rule)).toEqual([
      "type-mismatch",
    ]);
  });
});

describe("type-mismatch of columns", () => {
  test.each([
    ["number", "mrr", "write $number(mrr)"],
    ["integer", "seats", "write $number(seats)"],
    ["epochDays", "renewal", "count the days: $floor($toMillis(renewal) / 86400000)"],
    ["boolean", "vip", 'compare it: vip = "yes"'],
    ["object", "address", 'build one: { "name": x }'],
    ["number", "'mrr != \"\" ? mrr'", "wrap it in $number(…)"],
  ] as const)("a CSV gives text to a field of type %s: %s", (type, mapping, hint) => {
    const found = lintProbe({ type }, mapping, "csv: { path: rows.csv }");
    expect(found.map((one) => one.reason.fix)).toEqual([hint]);
  });

  test.each([
    ["string", "mrr"],
    ["date", "renewal"],
    ["array", "tags"],
    ["number", "$number(mrr)"],
  ] as const)("a CSV may give a field of type %s what it takes: %s", (type, mapping) => {
    expect(lintProbe({ type }, mapping, "csv: { path: rows.csv }")).toEqual([]);
  });

  test("a CSV body of an HTTP source gives text too, and JSON anything", () => {
    const url = "url: https://x.example";
    expect(lintProbe({ type: "number" }, "mrr", `http: { ${url}, format: csv }`)).toHaveLength(1);
    expect(lintProbe({ type: "number" }, "mrr", `http: { ${url}, format: json }`)).toEqual([]);
  });
});

describe("type-mismatch of constants", () => {
  test.each([
    [{ type: "number" }, `"12"`, "write the number without quotes"],
    [{ type: "string" }, "12", "put it in quotes"],
    [{ type: "string" }, "[a, b]", "write one text"],
    [{ type: "integer" }, "1.5", "write a whole number"],
    [{ type: "boolean" }, `"yes"`, "write true or false, without quotes"],
    [{ type: "date" }, `"31.12.2026"`, "write an ISO 8601 date in quotes, such as '2026-03-31'"],
    [{ type: "date" }, `"2026-02-31"`, "write a day that exists"],
    [{ type: "objectId", prefixes: true }, "acme", "extid- and the externalId, in quotes"],
    [{ type: "object" }, "acme", "write an object: { name: … }"],
    [{ type: "array", items: "string" }, "[1]", "write each item as text, in quotes"],
  ] as const)("%j: %s", (spec, value, hint) => {
    const found = lintProbe(spec, `{ value: ${value} }`);
    expect(found.map(({ rule }) => rule)).toEqual(["type-mismatch"]);
    expect(found[0]?.reason.fix).toContain(hint);
    expect(found[0]?.reason.what).not.toContain("expression");
    expect(found[0]?.reason.what).toMatch(
      /^Company\.probe (?:takes|contains) .*\. Every row would be rejected\.$/,
    );
  });

  test.each([
    [{ type: "number" }, "1.5"],
    [{ type: "number" }, "null"],
    [{ type: "string", enum: ["customer"] }, "null"],
    [{ type: "string", enum: ["customer"] }, "customer"],
    [{ type: "date" }, `"2026-12-31"`],
    [{ type: "objectId", prefixes: true }, "extid-acme"],
    [{ type: "array", items: "string" }, "[a, b]"],
    [{ type: "array", items: "string", enum: ["a", "b"] }, "[a, b]"],
    [{ type: "array", items: "string" }, "a"],
  ] as const)("%j: %s fits", (spec, value) => {
    expect(lintProbe(spec, `{ value: ${value} }`)).toEqual([]);
  });
});

test("rules say nothing of fields and types where the object is unknown", () => {
  const found = lint(definition({ object: "Nothing", key: "x", fields: ["anything: x", "h: x"] }));
  expect(found.map(({ rule }) => rule)).toEqual(["unknown-object"]);
  expect(RULES.length).toBeGreaterThan(0);
});
