import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeTransform, type TransformSpec } from "../../src/definition/transform/transform.ts";
import type { CompiledField, Transformed } from "../../src/model/compiled-sync.ts";
import { type CompiledExpression, EvaluationError } from "../../src/model/expression.ts";
import { fingerprint } from "../../src/model/fingerprint.ts";
import { OBJECT_TYPES } from "../../src/model/generated/objects.ts";
import type { Json, JsonObject } from "../../src/model/json.ts";
import { RecordJson } from "../../src/model/record-json.ts";
import type { Row } from "../../src/model/row.ts";
import { Stop } from "../../src/model/stop.ts";
import { runs } from "../support/effort.ts";
import { loadSync } from "./load-text.ts";

function objectType(name: string) {
  const found = OBJECT_TYPES.find((type) => type.name === name);
  if (found === undefined) throw new Error(`no object type ${name}`);
  return found;
}

/** An expression that gives what a row holds under the field's name, or what `answer` gives. */
function expression(
  name: string,
  answer: (row: JsonObject) => unknown = (row) => row[name],
): CompiledExpression {
  const evaluate = (row: Json) => answer(row as JsonObject) as Json | undefined;
  const analyse = () => ({ result: ["unknown"] as const, outcomes: [], remarks: [] });
  return { text: name, columns: [name], result: ["unknown"], analyse, evaluate };
}

function field(
  name: string,
  rest: Partial<CompiledField> & { readonly object?: string } = {},
): CompiledField {
  const { object = "Company", ...given } = rest;
  const spec = objectType(object).fields[name];
  return {
    name,
    spec,
    required: false,
    value: { kind: "expression", expression: expression(name) },
    ...given,
  };
}

const SPEC = {
  name: "crm",
  mode: "upsert",
  key: "externalId",
  objectType: objectType("Company"),
} as const;

function transform(fields: readonly CompiledField[], rest: Partial<TransformSpec> = {}) {
  const run = makeTransform({ ...SPEC, fields, ...rest });
  return (...data: readonly JsonObject[]): Promise<readonly Transformed[]> => run(data.map(asRow), 0);
}

function asRow(data: JsonObject, index: number): Row {
  return { position: { row: index + 1, file: "a.csv", line: index + 2 }, data };
}

const BASE = [field("externalId"), field("name")];

describe("a row becomes a record", () => {
  test("with its key, its fields in order, its fingerprint and its position", async () => {
    const run = transform([
      ...BASE,
      field("custom.Tier", { value: { kind: "constant", constant: "Growth" } }),
    ]);
    const fields = { externalId: "a1", name: "Acme", "custom.Tier": "Growth" };
    expect(await run({ externalId: "a1", name: "Acme" })).toEqual([
      {
        kind: "record",
        record: {
          key: "a1",
          fields,
          whole: RecordJson.of(fields),
          fingerprint: fingerprint(fields),
          position: { row: 1, file: "a.csv", line: 2 },
        },
      },
    ]);
  });

  test("[T5] that leaves out what has no value, and clears what is null", async () => {
    const [result] = await transform([...BASE, field("phase"), field("city")])({
      externalId: "a1",
      name: "Acme",
      city: null,
    });
    expect(result).toMatchObject({ record: { fields: { externalId: "a1", name: "Acme", city: null } } });
    expect(result).not.toHaveProperty("record.fields.phase");
  });

  test("[T4] a single value becomes a list of one only where the field is a list", async () => {
    const [one, many, none] = await transform([...BASE, field("tags"), field("custom.Tags")])(
      { externalId: "1", name: "n", tags: "a", "custom.Tags": "a" },
      { externalId: "2", name: "n", tags: ["a", "b"], "custom.Tags": ["a", "b"] },
      { externalId: "3", name: "n", tags: null },
    );
    expect(one).toMatchObject({ record: { fields: { tags: ["a"], "custom.Tags": "a" } } });
    expect(many).toMatchObject({ record: { fields: { tags: ["a", "b"] } } });
    expect(none).toMatchObject({ record: { fields: { tags: null } } });
  });

  describe("[T6] whose source holds NaN or an infinity", () => {
    const row = (data: JsonObject): Row => ({
      position: { row: 1 },
      data,
      nonFinite: Object.keys(data).filter((name) => ["f", "list"].includes(name)),
    });
    const mapped = (text: string) => {
      const { syncs } = loadSync(
        `version: 1\nsource: { csv: { path: a.csv } }\ntarget: { object: Company }\nmode: upsert\nkey: externalId\nfields:\n  externalId: id\n  name: name\n  custom.F: ${JSON.stringify(text)}\n`,
      );
      return (data: JsonObject) => syncs[0]?.transform([row({ id: "a1", name: "Infinity Ltd", ...data })], 0);
    };

    test.each([
      ["f", "NaN"],
      ["f", "Infinity"],
      ["f", "-Infinity"],
      ["f", "infinity"],
      ["$string(f)", "NaN"],
      ['"rate: " & f', "NaN"],
      ["[f, 1]", "NaN"],
      ["$lowercase(f)", "NaN"],
      ["$.f", "-Infinity"],
      ["$lookup($, 'f')", "NaN"],
      ['f = "NaN" ? null : f', "Infinity"],
      ["list", ["1.50", "NaN"]],
      ["$join(list, ', ')", ["1.50", "-Infinity"]],
    ])("is rejected where %s passes %j on", async (text, value) => {
      const column = text.includes("list") ? "list" : "f";
      expect(await mapped(text)({ [column]: value })).toMatchObject([
        {
          kind: "reject",
          rejection: {
            rule: "not-finite",
            field: "custom.F",
            reason: {
              what: expect.stringMatching(
                new RegExp(`^"custom.F" would get \\S+ from the column "${column}"`),
              ),
            },
          },
        },
      ]);
    });

    test.each<[string, Json, Json | undefined]>([
      ['f = "NaN" ? null : f', "NaN", null],
      ['f in ["NaN", "Infinity"] ? 0 : f', "Infinity", 0],
      ['$type(f) = "number" ? f', "NaN", undefined],
      ['f = "infinity" ? "open" : f', "infinity", "open"],
      ["$exists(f)", "NaN", true],
      ["name", "Infinity", "Infinity Ltd"],
      ['list[$ != "NaN"][0]', ["1.50", "NaN"], "1.50"],
    ])("is a record where %s makes something else of %j", async (text, value, expected) => {
      const column = text.includes("list") ? "list" : "f";
      const [result] = (await mapped(text)({ [column]: value })) ?? [];
      expect(result?.kind).toBe("record");
      expect(result?.kind === "record" ? result.record.fields["custom.F"] : "none").toEqual(expected);
    });

    test("follows its own advice", async () => {
      const advice = async (text: string, data: JsonObject): Promise<string> => {
        const [result] = (await mapped(text)(data)) ?? [];
        const fix = result?.kind === "reject" ? (result.rejection.reason.fix ?? "") : "";
        return /such as (.*), or leave/.exec(fix)?.[1] ?? "";
      };
      for (const data of [{ f: "NaN" }, { f: "-Infinity" }, { f: "infinity" }, { list: [1, "NaN"] }]) {
        const [column = ""] = Object.keys(data);
        const [followed] = (await mapped(await advice(column, data))(data)) ?? [];
        expect(followed?.kind).toBe("record");
        // What is finite stays what it was.
        const [other] = (await mapped(await advice(column, data))({ [column]: 1.5 })) ?? [];
        expect(other).toMatchObject({ kind: "record", record: { fields: { "custom.F": 1.5 } } });
      }
    });

    test("is no matter where the same words are text", async () => {
      const { syncs } = loadSync(
        "version: 1\nsource: { csv: { path: a.csv } }\ntarget: { object: Company }\nmode: upsert\nkey: externalId\nfields:\n  externalId: id\n  name: name\n",
      );
      const data = { id: "a1", name: "NaN" };
      expect(await syncs[0]?.transform([{ position: { row: 1 }, data }], 0)).toMatchObject([
        { kind: "record" },
      ]);
    });
  });

  test("whose key is kept byte by byte", async () => {
    for (const key of [" a ", "\u00e9", "e\u0301", "👩‍💻", "a\u0000b", "x".repeat(4096)]) {
      expect(await transform(BASE)({ externalId: key, name: "n" })).toMatchObject([{ record: { key } }]);
    }
  });

  test("without a key, an insert is known by its content", async () => {
    const [result] = await transform([field("name")], { key: undefined, mode: "insert" })({ name: "Acme" });
    expect(result).toMatchObject({ record: { key: `~${fingerprint({ name: "Acme" })}` } });
  });
});

describe("a row is rejected", () => {
  test.each([undefined, null, "", "  ", "\t\n", "\u00a0", "\u200b"])(
    "[S9] when its key is %j",
    async (key) => {
      const data: JsonObject = key === undefined ? { name: "n" } : { externalId: key, name: "n" };
      expect(await transform(BASE)(data)).toMatchObject([
        {
          kind: "reject",
          rejection: { rule: "key-missing-value", field: "externalId", key: null, sync: "crm" },
        },
      ]);
    },
  );

  test.each([
    ["a field that Planhat requires", {}, "required-field"],
    ["one that is null", { name: null }, "required-field"],
    ["one that is blank", { name: " " }, "required-field"],
  ])("without %s", async (_what, data, rule) => {
    expect(await transform(BASE)({ externalId: "a1", ...data })).toMatchObject([
      { rejection: { rule, field: "name", key: "a1", position: { row: 1, line: 2 } } },
    ]);
  });

  test("without a field that the definition requires, in any mode", async () => {
    const fields = [field("externalId"), field("city", { required: true })];
    expect(
      await transform(fields, { mode: "update" })({ externalId: "a1" }, { externalId: "a2", city: "x" }),
    ).toMatchObject([{ rejection: { rule: "required-field", field: "city" } }, { kind: "record" }]);
  });

  test("but an update needs no more than its key", async () => {
    expect(await transform(BASE, { mode: "update" })({ externalId: "a1" })).toMatchObject([
      { kind: "record" },
    ]);
  });

  test("without the company it belongs to", async () => {
    const fields = ["externalId", "email", "companyId"].map((name) => field(name, { object: "Enduser" }));
    const run = transform(fields, { objectType: objectType("Enduser") });
    const [missing, there] = await run(
      { externalId: "1", email: "a@b.example" },
      { externalId: "1", email: "a@b.example", companyId: "extid-7" },
    );
    expect(missing).toMatchObject({ rejection: { rule: "reference-missing", field: "companyId" } });
    expect(there).toMatchObject({ kind: "record" });
  });

  test("when a value does not fit, with the rest of the record for the report", async () => {
    const [result] = await transform([field("name"), field("zip"), field("externalId")])({
      externalId: "a1",
      name: "Acme",
      zip: 1234,
    });
    expect(result).toEqual({
      kind: "reject",
      rejection: {
        sync: "crm",
        position: { row: 1, file: "a.csv", line: 2 },
        key: "a1",
        rule: "type-mismatch",
        field: "zip",
        reason: {
          code: "value-type",
          what: '"zip" takes text, and the expression gives a number.',
          detail: "The value is 1234.",
          fix: 'Wrap it in $string(…). Write `$type(zip) = "number" ? $string(zip) : zip`.',
          rewrites: [{ text: '$type(zip) = "number" ? $string(zip) : zip' }],
        },
        record: { name: "Acme", externalId: "a1" },
      },
    });
  });

  test("for its first fault, where it has several", async () => {
    const [result] = await transform([...BASE, field("zip"), field("city")])({
      externalId: "",
      zip: 1,
      city: 2,
    });
    expect(result).toMatchObject({ rejection: { rule: "type-mismatch", field: "zip" } });
  });

  test("[T2] when an expression fails, with its code", async () => {
    const failing = expression("name", () => {
      throw new EvaluationError({
        code: "D3030",
        what: "It is not a number.",
        detail: 'It was given "n/a".',
      });
    });
    const fields = [
      field("externalId"),
      field("name", { value: { kind: "expression", expression: failing } }),
    ];
    const [result] = await transform(fields)({ externalId: "a1" });
    expect(result).toMatchObject({ rejection: { rule: "expression-failed", field: "name", key: "a1" } });
    expect(result).toMatchObject({
      rejection: {
        reason: {
          code: "D3030",
          what: 'The expression of "name" failed (D3030): It is not a number.',
          detail: 'It was given "n/a".',
        },
      },
    });
  });

  test("the first sentence of a message shows nothing of the row", async () => {
    const secretive = "PRIVATE";
    const results = await transform([...BASE, field("zip"), field("customerFrom")])(
      { externalId: secretive, name: [secretive] },
      { externalId: secretive, name: "n", customerFrom: secretive },
      { name: secretive },
    );
    for (const result of results) {
      const { what, fix } = result.kind === "reject" ? result.rejection.reason : { what: secretive };
      expect(what).not.toContain(secretive);
      expect(what).toMatch(/\.$/);
      expect(fix).not.toContain(secretive);
    }
  });
});

describe("[T2] a fault of one row is no fault of the others", () => {
  test("whatever is thrown", async () => {
    for (const thrown of [
      new TypeError("bug"),
      "text",
      undefined,
      null,
      new EvaluationError({ code: "T2001", what: "x" }),
    ]) {
      const bad = expression("name", (row) => {
        if (row["name"] === "bad") throw thrown;
        return row["name"];
      });
      const run = transform([
        field("externalId"),
        field("name", { value: { kind: "expression", expression: bad } }),
      ]);
      const results = await run(
        { externalId: "1", name: "a" },
        { externalId: "2", name: "bad" },
        { externalId: "3", name: "c" },
      );
      expect(results.map(({ kind }) => kind)).toEqual(["record", "reject", "record"]);
      expect(results[1]).toMatchObject({ rejection: { rule: "expression-failed", key: "2" } });
    }
  });

  test("results stand in the order of the rows, one each, however often others have a turn between", async () => {
    let time = 0;
    const run = async (milliseconds: number, rows: readonly JsonObject[]) => {
      const slow = expression("externalId", (row) => {
        time += milliseconds;
        return row["externalId"];
      });
      const fields = [
        field("externalId", { value: { kind: "expression", expression: slow } }),
        field("name"),
      ];
      return makeTransform({ ...SPEC, fields }, () => time)(rows.map(asRow), 0);
    };
    const value = fc.option(fc.oneof(fc.string(), fc.integer(), fc.constant([])), { nil: undefined });
    const row = fc.record({ externalId: value, name: value }) as fc.Arbitrary<JsonObject>;
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 120 }), async (rows) => {
        const results = await run(0, rows);
        const positions = results.map(
          (one) => (one.kind === "record" ? one.record : one.rejection).position.row,
        );
        expect(positions).toEqual(rows.map((_, index) => index + 1));
        expect(await run(30, rows)).toEqual(results);
      }),
      { numRuns: runs(50) },
    );
  });
});

describe("[P4] rows that take long share the event loop", () => {
  /** Rows of two fields that take so many milliseconds each; the signal fires while other work has its first turn. */
  async function run(milliseconds: number) {
    let time = 0;
    let evaluated = 0;
    const slow = (name: string) =>
      field(name, {
        value: {
          kind: "expression",
          expression: expression(name, () => {
            time += milliseconds;
            evaluated += 1;
            return "x";
          }),
        },
      });
    const map = makeTransform({ ...SPEC, fields: [slow("externalId"), slow("name")] }, () => time);
    const interruption = new AbortController();
    setImmediate(() => interruption.abort(new Stop("interrupted", "Interrupted.")));
    const rows = Array.from({ length: 1000 }, () => ({})).map(asRow);
    const message = await map(rows, 0, interruption.signal).then(
      () => "done",
      (error: Error) => error.message,
    );
    return { evaluated, message };
  }

  test.each([
    // One after another until 50 ms are over, which may be between two fields of a row.
    [1, 50],
    [20, 3],
    [400, 1],
  ])("%d ms a field: a signal is heeded after %d fields", async (time, evaluated) => {
    expect(await run(time)).toEqual({ evaluated, message: "Interrupted." });
  });

  test("rows that take no time do not wait for it", async () => {
    expect(await run(0)).toEqual({ evaluated: 2000, message: "done" });
  });

  test("of the first row too, also between two fields", async () => {
    let time = 0;
    const turns: number[] = [];
    const slow = (name: string) =>
      field(name, {
        value: {
          kind: "expression",
          expression: expression(name, () => {
            time += 100;
            return "x";
          }),
        },
      });
    const map = makeTransform({ ...SPEC, fields: [slow("externalId"), slow("name")] }, () => time);
    const note = () => {
      if (turns.at(-1) !== time) turns.push(time);
      if (time < 600) setImmediate(note);
    };
    setImmediate(note);
    await map([{}, {}, {}].map(asRow), 0);
    expect(turns).toEqual([100, 200, 300, 400, 500, 600]);
  });
});

describe("with real expressions", () => {
  const sync = (fields: string, rest = "") => {
    const [compiled] = loadSync(
      `version: 1\nsource: { csv: { path: a.csv } }\ntarget: { object: Company }\nmode: upsert\nkey: externalId\nfields:\n  externalId: id\n  name: name\n${fields}${rest}`,
    ).syncs;
    if (compiled === undefined) throw new Error("does not compile");
    return (data: JsonObject) => compiled.transform([asRow(data, 0)], Date.UTC(2026, 0, 31));
  };

  test.each([
    ["custom.A: missing", {}, undefined],
    ["custom.A: 'null'", {}, null],
    ["custom.A: $number(x)", { x: "1.50" }, 1.5],
    ["custom.A: $now()", {}, "2026-01-31T00:00:00.000Z"],
    ["custom.A: 'x = \"\" ? null : x'", { x: "" }, null],
    ["custom.A: constructor", {}, undefined],
    ['tags: $split(x, "|")', { x: "a" }, ["a"]],
    ["tags: '[x]'", { x: "a" }, ["a"]],
    ["customerFrom: x", { x: "2024-02-29" }, "2024-02-29"],
    ["custom.A: '{\"a\": 1}.a'", {}, 1],
  ] as const)("%s of %j gives %j", async (mapping, data, value) => {
    const [result] = await sync(`  ${mapping}\n`)({ id: "1", name: "n", ...data });
    const name = mapping.slice(0, mapping.indexOf(":"));
    expect(result?.kind === "record" ? result.record.fields[name] : result).toEqual(value);
  });

  test.each([
    ["zip: $number(x)", { x: "1" }, "type-mismatch"],
    ["customerFrom: x", { x: "2024-02-31" }, "type-mismatch"],
    ["custom.A: '{\"a\": x}'", { x: "1" }, "type-mismatch"],
    ["custom.A: $number(x)", { x: "abc" }, "expression-failed"],
    ["custom.A: 1/0", {}, "expression-failed"],
    ["custom.A: x + 1", { x: "1" }, "expression-failed"],
    ["custom.A: $sum", {}, "expression-failed"],
    ["custom.A: /x/", {}, "expression-failed"],
  ] as const)("%s of %j is rejected: %s", async (mapping, data, rule) => {
    const [result] = await sync(`  ${mapping}\n`)({ id: "1", name: "n", ...data });
    expect(result).toMatchObject({ kind: "reject", rejection: { key: "1", rule } });
  });
});

test.each([
  [
    "name",
    { id: "a1", name: "\u0001\u0002" },
    "required-field",
    '"name" needs a value, and the row gives it',
  ],
  ["name", { id: "a1", name: "\u200b" }, "required-field", '"name" needs a value, and the row gives it'],
  [
    "key",
    { id: "\u0001", name: "Acme" },
    "key-missing-value",
    "is the key of this sync, and the row gives it",
  ],
])("a %s that nobody can see is not said to be missing: %j", async (_, data, rule, what) => {
  const [sync] = loadSync(WHOLE_OF_TWO).syncs;
  expect(await sync?.transform([{ position: { row: 1 }, data }], 0)).toMatchObject([
    {
      kind: "reject",
      rejection: {
        rule,
        reason: {
          what: expect.stringContaining(`${what} only control or invisible characters.`),
          detail: expect.stringMatching(/^The value is "(?:\\u[0-9a-f]{4})+"\.$/),
        },
      },
    },
  ]);
});

const WHOLE_OF_TWO = `version: 1
source: { csv: { path: a.csv } }
target: { object: Company }
mode: upsert
fields: { externalId: id, name: name }
`;
