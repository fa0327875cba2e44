import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fieldCheck } from "../../src/model/fit/field-check.ts";
import { dateProblem } from "../../src/model/fit/iso-date.ts";
import type { FieldSpec, FieldType } from "../../src/model/object-type.ts";
import { runs } from "../support/effort.ts";

const spec = (type: FieldType, rest: Partial<FieldSpec> = {}): FieldSpec => ({
  type,
  description: "",
  ...rest,
});
const check = (type: FieldType, value: unknown, rest?: Partial<FieldSpec>) =>
  fieldCheck("f", spec(type, rest))(value);

const ID = "5f1a2b3c4d5e6f7a8b9c0d1e";
const ref = { ref: "Company", prefixes: true } as const;

describe("a value fits its field", () => {
  test.each([
    ["string", "", {}],
    ["string", "=1+1 👩‍💻 \u202E \u2028", {}],
    ["string", "a", { enum: ["a", "b"] }],
    ["number", 0, {}],
    ["number", -0, {}],
    ["number", 0.1, {}],
    ["number", 9007199254740991, {}],
    ["integer", -5, {}],
    ["boolean", false, {}],
    ["date", "2024-02-29", {}],
    ["date", "2024-02-29T23:59:59.123Z", {}],
    ["date", "2024-02-29T23:59+05:30", {}],
    ["epochDays", 19782, {}],
    ["epochDays", -1, {}],
    ["objectId", ID, {}],
    ["objectId", `extid-a 1`, ref],
    ["objectId", `srcid-7`, ref],
    ["array", [], {}],
    ["array", ["a", "b"], { items: "string" }],
    ["array", [{ a: 1 }], {}],
    ["object", { a: { b: [1, null] } }, {}],
  ] as const)("%s takes %j %j", (type, value, rest) => {
    expect(check(type, value, rest)).toBeUndefined();
  });

  test.each(["string", "number", "boolean", "date", "epochDays", "objectId", "array", "object"] as const)(
    "null clears a %s",
    (type) => {
      expect(check(type, null)).toBeUndefined();
      expect(fieldCheck("custom.A", undefined)(null)).toBeUndefined();
    },
  );
});

describe("[T3] a value that does not fit is told what to do", () => {
  test.each([
    ["string", 12, "a number", "$string(…)"],
    ["string", true, "true or false", "$string(…)"],
    ["string", ["a"], "a list", "Join the list"],
    ["string", { a: 1 }, "an object", "Name the part"],
    ["string", "\ud83d", "lone surrogate", "between characters"],
    ["number", "12", "text", "$number(…)"],
    ["number", "", "the text is empty", "has no value here"],
    ["number", Number.NaN, "finite", "division by zero"],
    ["number", Number.POSITIVE_INFINITY, "finite", "division by zero"],
    ["number", 9007199254740992, "too large to be exact", "text"],
    ["number", 1e21, "too large to be exact", "text"],
    ["integer", 1.5, "a fraction", "$round(…)"],
    ["boolean", "false", "text", "which texts mean true"],
    ["boolean", 1, "a number", "which numbers mean true"],
    ["date", 1706659200000, "a number", "counts milliseconds"],
    ["date", "2024-02-31", "no such day", "source"],
    ["date", "31.01.2024", "text is not one", "picture"],
    ["epochDays", "2024-01-31", "text", "Count the days"],
    ["epochDays", 1706659200000, "beyond the year 9999", "milliseconds"],
    ["epochDays", 1.5, "a fraction", "$floor(…)"],
    ["objectId", "a1", "24 hex digits", "_id"],
    ["objectId", `extid-a1`, "24 hex digits", "_id"],
    ["objectId", 12, "a number", "_id"],
    ["array", { a: 1 }, "an object", "Give a list"],
    ["object", "a", "text", "Build one"],
    ["object", { a: undefined }, "without a value", "fallback"],
    ["object", { a: () => 1 }, "a function", "Call"],
    ["object", { a: /x/ }, "a regular expression", "text"],
    ["object", { a: [Number.NaN] }, "finite", "zero"],
  ] as const)("%s: %j", (type, value, what, fix) => {
    const problem = check(type, value);
    expect(problem?.what("the expression gives")).toContain(what);
    expect(problem?.advice.text).toContain(fix);
  });

  test("functions and regular expressions are named in every type", () => {
    for (const type of ["string", "number", "boolean", "date", "objectId", "array", "object"] as const) {
      expect(check(type, () => 1)?.what("the expression gives")).toContain("a function");
      expect(check(type, /x/)?.what("the expression gives")).toContain("a regular expression");
    }
  });

  test.each([["extid-"], ["srcid- "], ["extid"], ["EXTID-1"], ["5f1a2b3c4d5e6f7a8b9c0d1g"]])(
    "%j is no reference",
    (value) => expect(check("objectId", value, ref)?.advice.text).toContain("id of another system"),
  );

  test("a value beside the allowed ones is told which these are", () => {
    expect(check("string", "c", { enum: ["a", "b"] })?.what("the expression gives")).toContain('"a", "b"');
    expect(check("string", 1, { enum: ["a", "b"] })?.advice.text).toContain("Map the source's values");
  });

  test("the elements of a list are checked, and null is none", () => {
    expect(check("array", ["a", 1], { items: "string" })?.advice.text).toContain("$string");
    expect(check("array", ["a", null], { items: "string" })?.what("the expression gives")).toContain("null");
    expect(check("array", [1, undefined])?.what("the expression gives")).toContain("does not fit");
  });

  test.each(["externalId", "sourceId"])("a number is no %s, and the message says why", (name) => {
    const problem = fieldCheck(name, spec("string"))(7);
    expect(problem?.what("the expression gives")).toContain("an id, which Planhat keeps as text");
    expect(problem?.advice.text).toContain("$string");
  });
});

describe("a custom field, whose type nobody has told", () => {
  const custom = fieldCheck("custom.A", undefined);
  test.each(["a", 1.5, true, [], ["a", 1, false]])("takes %j", (value) => {
    expect(custom(value)).toBeUndefined();
  });

  test.each([
    [{ a: 1 }],
    [[["a"]]],
    [[{ a: 1 }]],
    [[null]],
    [[undefined]],
    [Number.NaN],
    [2 ** 53],
    ["\udc00"],
    [() => 1],
  ])("does not take %j", (value) => expect(custom(value)).toBeDefined());
});

describe("[T7, C16] dates", () => {
  test.each([
    ["2024-02-31", "value-date-day"],
    ["2023-02-29", "value-date-day"],
    ["1900-02-29", "value-date-day"],
    ["2024-00-10", "value-date-day"],
    ["2024-13-10", "value-date-day"],
    ["2024-04-31", "value-date-day"],
    ["0000-01-01", "value-date-day"],
    ["2024-01-31T10:00:00", "value-date-zone"],
    ["2024-01-31T10:00", "value-date-zone"],
    ["2024-01-31T24:00:00Z", "value-date-time"],
    ["2024-01-31T10:60:00Z", "value-date-time"],
    ["2024-12-31T23:59:60Z", "value-date-time"],
    ["2024-01-31T10:00:00+15:00", "value-date-time"],
    ["2024-01-31 10:00:00Z", "value-date-form"],
    ["2024-1-31", "value-date-form"],
    ["20240131", "value-date-form"],
    ["10000-01-01", "value-date-form"],
    ["2024-01-31Z", "value-date-form"],
    ["2024-01-31T10:00:00z", "value-date-form"],
    [" 2024-01-31", "value-date-form"],
    ["", "value-date-form"],
  ])("%j: %s", (text, what) => {
    expect(dateProblem(text)).toBe(what);
  });

  test.each([
    "2000-02-29",
    "0001-01-01",
    "9999-12-31",
    "2024-01-31T00:00:00-14:00",
    "2024-01-31T00:00:00.123456789Z",
  ])("%s", (text) => expect(dateProblem(text)).toBeUndefined());

  test("every instant that JavaScript writes is one, and every day that rolls over is none", () => {
    const min = new Date("0001-01-01T00:00:00Z");
    const max = new Date("9999-12-31T00:00:00Z");
    fc.assert(
      fc.property(
        fc.date({ min, max, noInvalidDate: true }),
        fc.integer({ min: 1, max: 31 }),
        (date, day) => {
          expect(dateProblem(date.toISOString())).toBeUndefined();
          const text = `${date.toISOString().slice(0, 8)}${String(day).padStart(2, "0")}`;
          const rolls = new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10) !== text;
          expect(dateProblem(text) !== undefined).toBe(rolls);
        },
      ),
    );
  });
});

test("[T16] half a character rejects the record; whole ones pass as they are, however odd and however many", () => {
  for (const text of ["\ud83d", "a\udc00b", `${"x".repeat(65_535)}\ud83d`]) {
    expect(check("string", text)?.what("it")).toContain("lone surrogate");
    expect(check("array", [text])?.what("it")).toContain("lone surrogate");
  }
  for (const text of ["\0", "👩‍💻", "e\u0301", "\u2028", "x".repeat(10_000_000)]) {
    expect(check("string", text)).toBeUndefined();
  }
});

test("[T6] whatever passes survives being written as JSON", () => {
  const anything = fc.anything({ withMap: true, withDate: true, withBigInt: true, withNullPrototype: true });
  const checks = (["string", "number", "boolean", "array", "object"] as const).map((type) =>
    fieldCheck("f", spec(type)),
  );
  fc.assert(
    fc.property(anything, (value) => {
      for (const one of [...checks, fieldCheck("custom.A", undefined)]) {
        if (one(value) !== undefined || value === undefined) continue;
        const text = JSON.stringify(value);
        expect(JSON.stringify(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(Object.is(value, -0) ? 0 : value);
      }
    }),
    { numRuns: runs(1000) },
  );
});
