import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { projectLinter } from "../../src/app/rules.ts";
import { compileProject } from "../../src/definition/compile-project.ts";
import { compileExpression } from "../../src/expression/compile-expression.ts";
import { RULES } from "../../src/lint/rules/index.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { fieldCheck } from "../../src/model/fit/field-check.ts";
import { OBJECT_TYPES } from "../../src/model/generated/objects.ts";
import type { Json } from "../../src/model/json.ts";
import type { FieldSpec, FieldType, ObjectType } from "../../src/model/object-type.ts";
import type { Rewrite } from "../../src/model/reason.ts";
import { SOURCE_KINDS } from "../../src/sources/index.ts";
import { ENVIRONMENT, WHOLE_PROJECT } from "../definition/seeded-mistakes/whole-project.ts";
import { definition, exampleFiles } from "./rules/lint.ts";

type Files = ReadonlyMap<string, string>;

interface Case {
  readonly name: string;
  readonly files: Files;
  readonly objectTypes: readonly ObjectType[];
}

/** The bad example of each rule. */
const EXAMPLES = RULES.map(
  ({ id, bad }): Case => ({ name: id, files: exampleFiles(bad), objectTypes: OBJECT_TYPES }),
);

/** Each mistake that a whole project was seeded with. */
const SEEDED = readdirSync("test/definition/seeded-mistakes")
  .filter((name) => name.endsWith(".json"))
  .flatMap((name) => JSON.parse(readFileSync(join("test/definition/seeded-mistakes", name), "utf8")))
  .map(
    ({ mistake, file, right, wrong }): Case => ({
      name: mistake,
      files: new Map(
        Object.entries({ ...WHOLE_PROJECT, [file]: (WHOLE_PROJECT[file] ?? "").replace(right, () => wrong) }),
      ),
      objectTypes: OBJECT_TYPES,
    }),
  );

/** What no rule's own example shows. */
const MORE = [`'active = "yes" ? "custmer" : "lost"'`, `'"account_id"'`].map((expression): Case => {
  const text = definition({ fields: ["externalId: account_id", "name: name", `status: ${expression}`] });
  const header = "csv: { path: rows.csv, header: [account_id, name, active] }";
  const files = new Map([["syncs/example.yaml", text.replace("csv: { path: rows.csv }", header)]]);
  return { name: expression, files, objectTypes: OBJECT_TYPES };
});

const TYPES: readonly FieldType[] = [
  ...(["string", "number", "integer", "boolean", "date", "epochDays", "objectId", "object"] as const),
];
const SOURCES: Readonly<Record<string, string>> = {
  csv: "csv: { path: rows.csv }",
  nulls: 'csv: { path: rows.csv, nulls: ["-"] }',
  api: "http: { url: https://x.example }",
};
/** Of a type that some fields do not take. */
const TYPED = ["x", "a.b", "$trim(x)", "$round(x)", "x > 1", '$split(x, ",")', "$millis()", "$string(x)"];
/** Wrong whatever the field takes. */
const WRONG = [
  ...[
    "x * 12",
    "-x",
    "x + 1",
    'x + "a"',
    "x > 100",
    "$round(x)",
    "$trim($length(x))",
    "$fromMillis(x)",
    "x = 1",
  ],
  ...["x != true", "x = null", 'x = "a" or "b"', "$boolean(x)", "is_x ? 1 : 2", "a-b"],
  ...["$string($number(x))", '$string(x) & "a"', "$trim($string(x))", "$filter(x, function($v){ $v })"],
  ...["$lenght(x)", "lowercase(x)", "$x", 'x == "a"', "x && x", "x || x", '$replace(x, "/[a-z]+/", "")'],
];

/** Each kind of field over each kind of source, with expressions that are wrong in many ways. */
const PROBES = Object.entries(SOURCES).flatMap(([source, written]) =>
  TYPES.flatMap((type) =>
    (type === "string" ? [...TYPED, ...WRONG] : TYPED).map((expression): Case => {
      const text = definition({
        mode: "update",
        fields: ["externalId: id", `probe: ${JSON.stringify(expression)}`],
      });
      return {
        name: `${type} of ${source}: ${expression}`,
        files: new Map([["syncs/example.yaml", text.replace("csv: { path: rows.csv }", written)]]),
        objectTypes: withProbe({ type, description: "For this test." }),
      };
    }),
  ),
);

function withProbe(spec: FieldSpec): readonly ObjectType[] {
  return OBJECT_TYPES.map((one) =>
    one.name === "Company" ? { ...one, fields: { ...one.fields, probe: spec } } : one,
  );
}

interface Hint extends Case {
  readonly diagnostic: Diagnostic;
  readonly field: string;
  readonly rewrite: Rewrite;
  readonly all: readonly Diagnostic[];
}

const HINTS = [...EXAMPLES, ...SEEDED, ...MORE, ...PROBES].flatMap((one) => {
  const all = lint(one.files, one.objectTypes);
  return all.flatMap((diagnostic) =>
    // A file that is no YAML is mended first.
    (parseDocument(one.files.get(diagnostic.file) ?? "").errors.length > 0
      ? []
      : (diagnostic.reason.rewrites ?? [])
    ).map((rewrite): Hint => {
      const line = one.files.get(diagnostic.file)?.split("\n")[diagnostic.line - 1] ?? "";
      const [, field = ""] = /^\s*["']?([\w.]+)["']?:/.exec(line) ?? [];
      return { ...one, diagnostic, field, rewrite, all };
    }),
  );
});

function lint(files: Files, objectTypes: readonly ObjectType[]): readonly Diagnostic[] {
  const env = {
    ...ENVIRONMENT,
    PLANHAT_API_TOKEN: "a-token-from-the-environment",
    PLANHAT_TENANT_UUID: "a-tenant",
  };
  return compileProject({
    dir: "/project",
    files,
    env,
    objectTypes,
    sourceKinds: SOURCE_KINDS,
    compileExpression,
    linter: projectLinter(),
  }).diagnostics;
}

function expressionOf(files: Files, file: string, field: string): string {
  const written = parseDocument(files.get(file) ?? "").getIn(["fields", field], true);
  const value = JSON.parse(JSON.stringify(written));
  return typeof value === "string" ? value : value.expr;
}

function follow({ files, diagnostic, field, rewrite }: Hint): {
  readonly files: Files;
  readonly expression: string;
} {
  const { file } = diagnostic;
  const before = expressionOf(files, file, field);
  const { at, text } = rewrite;
  const expression =
    at === undefined ? text : before.slice(0, at.offset) + text + before.slice(at.offset + at.length);
  const document = parseDocument(files.get(file) ?? "");
  const path =
    typeof document.getIn(["fields", field]) === "string" ? ["fields", field] : ["fields", field, "expr"];
  document.setIn(path, expression);
  return { files: new Map([...files, [file, document.toString({ lineWidth: 0 })]]), expression };
}

describe("what a diagnostic proposes, followed", () => {
  test.each([...new Set(HINTS.map(({ diagnostic }) => diagnostic.rule))])(
    "ends it, and breaks nothing else: %s",
    (rule) => {
      for (const hint of HINTS.filter(({ diagnostic }) => diagnostic.rule === rule)) {
        const { name, diagnostic, field, all } = hint;
        const { files, expression } = follow(hint);
        const said = `${name}: ${expressionOf(hint.files, diagnostic.file, field)} → ${expression}`;
        const after = lint(files, hint.objectTypes);
        const count = (list: readonly Diagnostic[]) => list.filter((one) => one.rule === rule).length;
        expect(
          count(after),
          `${said} ${JSON.stringify(after.map(({ reason }) => reason.what))}`,
        ).toBeLessThan(count(all));
        const before = new Set(all.map((one) => one.rule));
        // A mistake may hide another one, which then has a hint of its own; what was proposed makes none.
        const worse = after.filter(
          (one) => one.severity === "error" && !before.has(one.rule) && !HIDDEN.has(one.rule),
        );
        expect(
          worse.map((one) => `${one.rule}: ${one.reason.what}`),
          said,
        ).toEqual([]);
      }
    },
  );

  test.each(TYPES)("fits, or is rejected with the value, and is never lost: %s", (type) => {
    const check = fieldCheck("probe", { type, description: "" });
    let fitting = 0;
    for (const hint of MISFITS.filter(({ name }) => name.startsWith(`${type} of `))) {
      const { expression } = follow(hint);
      const before = expressionOf(hint.files, hint.diagnostic.file, hint.field);
      for (const value of valuesOf(hint)) {
        const said = `${expression} over ${JSON.stringify(value)}`;
        const [was, is] = [evaluated(before, value), evaluated(expression, value)];
        if (was === undefined || was === null) expect(is ?? undefined, said).toBe(was ?? undefined);
        else if (is instanceof Error || check(is) !== undefined) continue;
        else if (is === undefined) expect(String(was).trim(), said).toBe("");
        else fitting += 1;
      }
    }
    // Of an id and of an object no expression can be proposed.
    expect(fitting > 0, String(fitting)).toBe(!["objectId", "object"].includes(type));
  });

  test("null-as-text: null is no value any more, and everything else is as it was", () => {
    for (const hint of HINTS.filter(({ diagnostic }) => diagnostic.rule === "null-as-text")) {
      if (hint.field !== "probe") continue;
      const { expression } = follow(hint);
      const before = expressionOf(hint.files, hint.diagnostic.file, hint.field);
      for (const value of [...TEXTS, ...OTHERS])
        expect(evaluated(expression, value)).toEqual(evaluated(before, value));
      expect(String(evaluated(expression, null))).not.toContain("null");
    }
  });

  test("there is one for every rule whose hint writes out an expression", () => {
    const rules = new Set(HINTS.map(({ diagnostic }) => diagnostic.rule));
    const proposing = [...EXAMPLES, ...SEEDED, ...MORE, ...PROBES].flatMap(({ files, objectTypes }) =>
      lint(files, objectTypes).filter(({ reason }) => /\$[a-z]\w*\((?!…)/.test(reason.fix ?? "")),
    );
    const without = proposing.filter(({ rule, reason }) => !rules.has(rule) && reason.rewrites === undefined);
    expect([...new Set(without.map(({ rule, reason }) => `${rule}: ${reason.fix}`))]).toEqual([]);
    expect([...rules].sort()).toMatchInlineSnapshot(`
      [
        "column-hyphen",
        "column-unknown",
        "comparison-never-true",
        "condition-constant",
        "email-key-case",
        "expression-constant",
        "expression-syntax",
        "id-through-number",
        "list-may-collapse",
        "null-as-text",
        "operand-type",
        "path-into-text",
        "regex-in-quotes",
        "text-as-truth",
        "type-mismatch",
        "value-not-in-list",
      ]
    `);
    expect(HINTS.length).toBeGreaterThan(150);
  });
});

/** Those of the probes. */
const MISFITS = HINTS.filter(
  ({ diagnostic, name }) => diagnostic.rule === "type-mismatch" && name.includes(" of "),
);

/** What the rows of its source may hold. */
function valuesOf({ name }: Hint): readonly Json[] {
  if (name.includes(" of csv:")) return TEXTS;
  return [...TEXTS, null, ...(name.includes(" of api:") ? OTHERS : [])];
}

/** What an error of another rule keeps from being looked at. */
const HIDDEN: ReadonlySet<string> = new Set([
  "type-mismatch",
  "column-unknown",
  "operand-type",
  "condition-constant",
]);

const TEXTS: readonly Json[] = ["", "x", "5", "TRUE", "no", "2026-03-01", "1,5"];
const OTHERS: readonly Json[] = [0, 1, 5, 1772406000, 1772406000000, true, false, ["a"], { b: 1 }];

/** Over a row whose every column holds the value. */
function evaluated(text: string, value: Json): Json | undefined | Error {
  const compiled = compileExpression(text);
  if (!compiled.ok) return new Error(text);
  try {
    const row = { x: value, a: { b: value }, is_x: value, b: value, id: value };
    return compiled.expression.evaluate(row, { runStart: 0 }) as Json | undefined;
  } catch (error) {
    return error as Error;
  }
}
