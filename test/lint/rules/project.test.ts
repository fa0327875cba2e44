import { describe, expect, test } from "vitest";
import { definition, lint, summary } from "./lint.ts";

const COMPANIES = definition({ fields: ["externalId: id", "name: name"] });

function project(files: Readonly<Record<string, string>>): string {
  return Object.entries(files)
    .map(([file, text]) => `# ${file}\n${text}`)
    .join("\n");
}

function lintProject(files: Readonly<Record<string, string>>): readonly string[] {
  const text = project(files);
  return lint(text).map((diagnostic) => summary(text, diagnostic));
}

describe("unknown-object", () => {
  test.each([
    ["company", "Company"],
    ["Companies", "Company"],
    ["Account", "Company"],
    ["Organisation", "Company"],
    ["Compny", "Company"],
    ["EndUser", "Enduser"],
    ["End user", "Enduser"],
    ["endusers", "Enduser"],
    ["Contact", "Enduser"],
    ["Contacts", "Enduser"],
    ["users", "User"],
  ])("%s: did you mean %s?", (object, meant) => {
    const found = lint(definition({ object, fields: ["externalId: id", "name: name"] }));
    expect(found.map(({ rule, reason }) => [rule, reason.fix])).toEqual([
      ["unknown-object", `did you mean ${meant}?`],
    ]);
  });

  test("where nothing is near, the hint lists the objects", () => {
    const [found] = lint(definition({ object: "Spaceship", fields: "name: name" }));
    expect(found?.reason.fix).toMatch(/^write one of .*Company/);
  });
});

describe("duplicate-name", () => {
  test("[D9, D15] names the other file and line, and counts names that are equal after normalisation", () => {
    const text = project({
      "syncs/a.yaml": definition({ name: "caf\u00e9", fields: ["externalId: id", "name: name"] }),
      "syncs/b.yaml": definition({
        name: "cafe\u0301",
        mode: "insert",
        fields: ["externalId: id", "name: name"],
      }),
    });
    const found = lint(text);
    expect(found.map((one) => summary(text, one))).toEqual([
      "error duplicate-name syncs/b.yaml:2 «cafe\u0301»",
    ]);
    expect(found[0]?.reason.what).toContain("syncs/a.yaml:2");
  });

  test("files of one name in two folders are told, though no name is written", () => {
    const found = lintProject({
      "syncs/eu/crm.yaml": COMPANIES,
      "syncs/us/crm.yaml": definition({ mode: "insert", fields: ["externalId: id", "name: name"] }),
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain("error duplicate-name syncs/us/crm.yaml:");
  });

  test("upper and lower case are two names", () => {
    expect(
      lintProject({
        "syncs/a.yaml": definition({ name: "crm", fields: ["externalId: id", "name: name"] }),
        "syncs/b.yaml": definition({ name: "CRM", mode: "insert", fields: ["externalId: id", "name: name"] }),
      }),
    ).toEqual([]);
  });
});

describe("[D15] field-owned-twice", () => {
  test("every shared field is told, with the other place", () => {
    const text = project({
      "syncs/a.yaml": definition({ fields: ["externalId: id", "name: name", "custom.Tier: tier"] }),
      "syncs/b.yaml": definition({ fields: ["externalId: id", "name: title", "custom.Tier: t"] }),
    });
    const found = lint(text);
    expect(found.map((one) => summary(text, one))).toEqual([
      "error field-owned-twice syncs/b.yaml:8 «name»",
      "error field-owned-twice syncs/b.yaml:9 «custom.Tier»",
    ]);
    expect(found[0]?.reason.what).toContain("syncs/a.yaml:8");
  });

  test.each([
    [
      "keyables",
      { key: "sourceId", fields: ["externalId: id", "sourceId: s", "name: n"] },
      { mode: "update", key: "sourceId", fields: ["externalId: id", "sourceId: s", "city: c"] },
    ],
    [
      "an insert, which writes a record once",
      { fields: ["externalId: id", "name: n", "phase: p"] },
      { mode: "insert", fields: ["externalId: id", "name: n", "phase: p"] },
    ],
    [
      "the company that a record belongs to",
      {
        object: "Enduser",
        fields: ["email: $lowercase($trim(e))", `companyId: '"extid-" & c'`, "firstName: f"],
      },
      {
        object: "Enduser",
        mode: "update",
        fields: ["email: $lowercase($trim(e))", `companyId: '"extid-" & c'`, "lastName: l"],
      },
    ],
    [
      "other objects",
      { fields: ["externalId: id", "name: n"] },
      { object: "Enduser", fields: ["email: $lowercase($trim(e))", `companyId: '"extid-" & c'`, "name: n"] },
    ],
  ])("not for %s", (_, first, second) => {
    expect(lintProject({ "syncs/a.yaml": definition(first), "syncs/b.yaml": definition(second) })).toEqual(
      [],
    );
  });

  test("a third owner is told as well", () => {
    const update = definition({ mode: "update", fields: ["externalId: id", "city: c"] });
    expect(
      lintProject({ "syncs/a.yaml": update, "syncs/b.yaml": update, "syncs/c.yaml": update }).map((line) =>
        line.slice(0, 38),
      ),
    ).toEqual(["error field-owned-twice syncs/b.yaml:8", "error field-owned-twice syncs/c.yaml:8"]);
  });
});

describe("region-invalid", () => {
  const WRONG: readonly (readonly [string, string])[] = [
    ["US1", "write us1"],
    ["api-us1", "write us1"],
    ["app-us1.planhat.com", "write us1"],
    ["https://api-eu2.planhat.com/companies?x=1", "write eu2"],
    ["https://app.planhat.com/", "leave it empty"],
    ["api.planhat.com", "leave it empty"],
    ["evil.example.com", "write the part behind app-"],
    ["us1.evil.com#", "write the part behind app-"],
    ["a", "write the part behind app-"],
    ["this-is-much-too-long-for-a-region", "write the part behind app-"],
  ];

  test.each(WRONG)("%s: %s", (region, hint) => {
    const found = lint(
      project({
        "planhat-sync.yaml": `version: 1\nplanhat:\n  region: "${region}"\n`,
        "syncs/a.yaml": COMPANIES,
      }),
    );
    expect(found.map(({ rule, line, column }) => [rule, line, column])).toEqual([["region-invalid", 3, 11]]);
    expect(found[0]?.reason.fix).toContain(hint);
  });

  test.each(["us1", "eu", "", "eu2-test"])("%j is right", (region) => {
    const found = lint(
      project({
        "planhat-sync.yaml": `version: 1\nplanhat:\n  region: "${region}"\n`,
        "syncs/a.yaml": COMPANIES,
      }),
    );
    expect(found).toEqual([]);
  });

  test("where only the variable says it, the hint names the variable", () => {
    const text = project({ "planhat-sync.yaml": "version: 1\n", "syncs/a.yaml": COMPANIES });
    const [found] = lint(text, { env: { PLANHAT_REGION: "app-us1.planhat.com" } });
    expect(found?.reason.fix).toBe("in the variable PLANHAT_REGION: write us1");
  });

  test("what a variable holds is never printed", () => {
    const text = project({
      "planhat-sync.yaml": `version: 1\nplanhat:\n  region: \${PLANHAT_REGION}\n`,
      "syncs/a.yaml": COMPANIES,
    });
    const found = lint(text, { env: { PLANHAT_REGION: "pasted-the-TOKEN-here" } });
    expect(found.map((one) => summary(text, one))).toEqual([
      `error region-invalid planhat-sync.yaml:3 «\${PLANHAT_REGION}»`,
    ]);
    expect(JSON.stringify(found).toLowerCase()).not.toContain("pasted");
  });
});

describe("duplicate-test-name", () => {
  test("the second and the third are marked, each with the line of the first", () => {
    const case_ = "  - { name: same, row: { id: a, name: b }, expect: { externalId: a, name: b } }";
    const text = definition({
      fields: ["externalId: id", "name: name"],
      rest: ["tests:", case_, case_, case_].join("\n"),
    });
    const found = lint(text);
    expect(found.map((one) => summary(text, one))).toEqual([
      "warning duplicate-test-name syncs/example.yaml:11 «same»",
      "warning duplicate-test-name syncs/example.yaml:12 «same»",
    ]);
    expect(found.every(({ reason }) => reason.what.includes("line 10"))).toBe(true);
  });
});

describe("expressions", () => {
  test("[D14] a problem is marked inside a block scalar, on its own line", () => {
    const text = definition({ fields: ["externalId: id", "name: |", "  $trim(name)", "    & $random()"] });
    expect(lint(text).map((one) => summary(text, one))).toEqual([
      "error expression-impure syncs/example.yaml:10 «$random»",
    ]);
  });

  test("the long form is marked at its expr", () => {
    const text = definition({
      fields: ["externalId: id", 'name: { expr: "$shuffle(x)[0]", required: true }'],
    });
    expect(lint(text).map((one) => summary(text, one))).toEqual([
      "error expression-impure syncs/example.yaml:8 «$shuffle»",
    ]);
  });
});
