import { describe, expect, test } from "vitest";
import type { CompiledSync } from "../../src/model/compiled-sync.ts";
import { loadSync, loadTexts, places } from "./load-text.ts";
import { WHOLE } from "./whole.ts";

function compile(text: string, env: Readonly<Record<string, string>> = {}): CompiledSync {
  const { syncs, diagnostics } = loadSync(text, { env });
  const [sync] = syncs;
  if (sync === undefined) throw new Error(`does not compile: ${JSON.stringify(diagnostics)}`);
  return sync;
}

const SMALL = `version: 1
source: { csv: { path: "\${FILE:-a.csv}" } }
target: { object: Company }
mode: upsert
fields: { name: name, externalId: id, sourceId: sid }
`;

describe("a definition compiles", () => {
  test("with everything that stands in it", () => {
    const sync = compile(WHOLE);
    expect(sync).toMatchObject({
      name: "crm-companies",
      description: "Accounts from the CRM",
      file: "syncs/crm.yaml",
      objectType: { name: "Company" },
      mode: "upsert",
      key: "externalId",
      source: {
        kind: "csv",
        settings: {
          path: "data/accounts.csv",
          delimiter: ";",
          encoding: "utf-8",
          header: ["account_id", "name", "mrr", "tier"],
          nulls: ["NULL"],
        },
      },
      batchSize: "auto",
      guards: { minRows: 1, maxRejected: { share: 0.05 }, maxChanges: { count: 500 } },
      tests: [
        { name: "trims the name", line: 26, expect: { externalId: "a1", custom: { Tier: "Growth" } } },
        { name: "a company needs a name", line: 29, expectError: "required-field" },
      ],
      missingVariables: [],
    });
    expect(sync.fields.map(({ name }) => name)).toEqual(["externalId", "name", "mr", "custom.Tier"]);
  });

  test("with defaults for what it leaves out", () => {
    expect(compile(SMALL)).toMatchObject({
      name: "crm",
      description: undefined,
      key: "sourceId",
      batchSize: "auto",
      guards: {},
      tests: [],
      source: {
        settings: { path: "a.csv", delimiter: ",", encoding: "utf-8", header: true, nulls: [] },
      },
    });
  });

  test.each([
    ["50%", { share: 0.5 }],
    ["0.5%", { share: 0.005 }],
    ["100%", { share: 1 }],
    ["0", { count: 0 }],
    ["25", { count: 25 }],
  ])("the threshold %s", (written, threshold) => {
    expect(compile(`${SMALL}guards: { maxChanges: ${written} }`).guards).toEqual({ maxChanges: threshold });
  });

  test("a variable that is not set leaves a warning, and the setting as it was written", () => {
    const text = SMALL.replace(":-a.csv", "");
    expect(places(loadSync(text).diagnostics)).toEqual(["2:25 variable-unset"]);
    expect(compile(text)).toMatchObject({
      missingVariables: ["FILE"],
      source: { settings: { path: `\${FILE}` } },
    });
    expect(compile(text, { FILE: "b.csv" })).toMatchObject({
      missingVariables: [],
      source: { settings: { path: "b.csv" } },
    });
  });

  test("variables are for sources: an expression, a constant and a test keep their dollars", () => {
    const sync = compile(
      `${SMALL.replace("name: name", `name: { value: "\${HOME}" }`)}tests:\n  - name: \${HOME}\n    row: { a: "\${HOME}" }\n    expectError: x\n`,
      { HOME: "/root" },
    );
    expect(sync.fields[0]?.value).toEqual({ kind: "constant", constant: `\${HOME}` });
    expect(sync.tests[0]).toMatchObject({ name: `\${HOME}`, row: { a: `\${HOME}` } });
  });

  test("an expression that does not compile, an unknown object or field leave it out", () => {
    for (const [from, to] of [
      ["name: name", 'name: "$trim("'],
      ["object: Company", "object: Compny"],
      ["name: name", "nam: name"],
    ] as const) {
      expect(loadSync(SMALL.replace(from, to)).syncs).toEqual([]);
    }
  });

  test("one broken definition does not keep the others from compiling", () => {
    const { syncs, diagnostics } = loadTexts({
      "syncs/b.yaml": SMALL,
      "syncs/a.yaml": "version: 1",
      "syncs/team/c.yml": SMALL,
    });
    expect(syncs.map(({ name }) => name)).toEqual(["b", "c"]);
    expect(new Set(diagnostics.map(({ file }) => file))).toEqual(new Set(["syncs/a.yaml"]));
  });

  test("a byte order mark moves no column", () => {
    expect(compile(`\uFEFF${SMALL}`).fingerprint).toBe(compile(SMALL).fingerprint);
    expect(places(loadSync(`\uFEFFversion: 2`).diagnostics)).toContain("1:10 version-unsupported");
  });
});

describe("the fingerprint of a definition", () => {
  const same: readonly (readonly [string, string])[] = [
    ["a comment", `# why\n${SMALL}`],
    ["a description", `${SMALL}description: x\n`],
    ["another way to write it", SMALL.replace("name: name", 'name: { expr: "name" }')],
    ["another order", SMALL.replace("name: name, externalId: id", "externalId: id, name: name")],
    ["a default written out", SMALL.replace('.csv}" }', '.csv}", delimiter: ",", header: true }')],
    ["the default name and key", `name: crm\nkey: sourceId\n${SMALL}`],
    ["guards, batches and tests", `${SMALL}guards: { minRows: 1 }\nbatch: { size: 10 }\n`],
  ];
  test.each(same)("is the same with %s", (_what, text) => {
    expect(compile(text).fingerprint).toBe(compile(SMALL).fingerprint);
  });

  const other: readonly (readonly [string, string])[] = [
    ["name", `name: other\n${SMALL}`],
    ["mode", SMALL.replace("upsert", "update")],
    ["key", `key: externalId\n${SMALL}`],
    ["expression", SMALL.replace("name: name", "name: title")],
    ["constant instead of an expression", SMALL.replace("name: name", "name: { value: name }")],
    ["required", SMALL.replace("name: name", "name: { expr: name, required: true }")],
    ["file", SMALL.replace("a.csv", "b.csv")],
  ];
  test.each(other)("differs with another %s", (_what, text) => {
    expect(compile(text).fingerprint).not.toBe(compile(SMALL).fingerprint);
  });

  test("does not depend on what variables hold", () => {
    expect(compile(SMALL, { FILE: "secret.csv" }).fingerprint).toBe(compile(SMALL).fingerprint);
  });
});

describe("[D9] names that hide something", () => {
  test.each([
    [`${SMALL}name: "crm\u202Exx"\n`, ["6:11 hidden-character"]],
    [`${SMALL}key: externalId\u200b\n`, ["6:16 hidden-character"]],
    [SMALL.replace("name: name", "na\u200bme: name"), ["5:11 hidden-character"]],
    [SMALL.replace("name: name", "custom.👩‍💻: name"), []],
    [SMALL.replace("name: name", 'name: { value: "👩‍💻 \u200f\u05d0" }'), []],
    [`${SMALL}tests:\n  - { name: t, row: { "a\u200b": 1 }, expectError: x }\n`, []],
  ])("%j", (text, said) => {
    expect(places(loadSync(text).diagnostics)).toEqual(said);
  });
});

describe("[D12] paths stay inside the project", () => {
  test.each([
    "../a.csv",
    "a/../../b.csv",
    "/etc/passwd",
    "~/a.csv",
    "C:\\a.csv",
    "file:///etc/passwd",
    "https://x.example/a.csv",
    "..\\a.csv",
  ])("%s is refused", (path) => {
    const { diagnostics } = loadSync(SMALL.replace(`"\${FILE:-a.csv}"`, `'${path}'`));
    expect(places(diagnostics)).toEqual(["2:24 path-outside"]);
  });

  test("also where a variable leads there, and without showing it", () => {
    const { diagnostics } = loadSync(SMALL, { env: { FILE: "../hidden.csv" } });
    expect(places(diagnostics)).toEqual(["2:24 path-outside"]);
    expect(JSON.stringify(diagnostics)).not.toContain("hidden");
  });

  test.each(["a.csv", "./a.csv", "a/b/../c.csv", "exports/*.csv.gz", "-", "..a.csv"])(
    "%s is fine",
    (path) => {
      expect(loadSync(SMALL.replace(`"\${FILE:-a.csv}"`, `'${path}'`)).diagnostics).toEqual([]);
    },
  );
});
