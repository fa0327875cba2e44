import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/model/json.ts";
import type { SandboxOptions } from "../../src/sandbox/start-sandbox.ts";
import { scene, writesOf } from "../support/scene.ts";

interface Alike {
  readonly row: number;
  readonly key: string;
  readonly field: string;
  readonly value: string;
  readonly differs: readonly string[];
  readonly other: {
    readonly row?: number;
    readonly key?: string;
    readonly id?: string;
    readonly value?: string;
  };
}

interface Planned {
  readonly summary: JsonObject;
  readonly alikeCount: number;
  readonly alike: readonly Alike[];
  readonly changes: readonly JsonObject[];
  readonly warnings?: readonly string[];
}

type Row = Readonly<Record<string, string>>;

function csv(rows: readonly Row[]): string {
  const names = Object.keys(rows[0] ?? {});
  const line = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
  return `${[names, ...rows.map((row) => names.map((name) => row[name] ?? ""))].map(line).join("\n")}\n`;
}

function definition(object: string, key: string, fields: readonly string[], mode = "upsert"): string {
  const head = [
    "version: 1",
    "name: records",
    "source: { csv: { path: rows.csv } }",
    `target: { object: ${object} }`,
  ];
  return [
    ...head,
    `mode: ${mode}`,
    `key: ${key}`,
    "fields:",
    ...fields.map((field) => `  ${field}`),
    "",
  ].join("\n");
}

const COMPANY = definition("Company", "externalId", ["externalId: id", "name: name"]);
const CONTACT = definition("Enduser", "email", [
  "email: mail",
  "firstName: name",
  "companyId: { value: extid-c1 }",
]);

async function world(text: string, rows: readonly Row[], options: Omit<SandboxOptions, "objectTypes"> = {}) {
  const made = await scene(
    { "syncs/records.yaml": text, "rows.csv": csv(rows) },
    { logBodies: true, ...options },
  );
  made.sandbox.seed("Company", [{ externalId: "c1", name: "C" }]);
  const plan = async (...argv: string[]): Promise<Planned> => {
    const { stdout, stderr } = await made.run("plan", "--format", "json", ...argv);
    expect(stdout, stderr).not.toBe("");
    return JSON.parse(stdout).syncs[0];
  };
  const source = (now: readonly Row[]) => writeFile(join(made.dir, "rows.csv"), csv(now));
  return { ...made, plan, source };
}

/** The keys that each write call sent. */
function sent(sandbox: Parameters<typeof writesOf>[0], field: string): readonly (readonly unknown[])[] {
  return writesOf(sandbox).map(({ body }) => (body as readonly JsonObject[]).map((item) => item[field]));
}

const company = (id: string): Row => ({ id, name: "Acme" });

describe("[S8] two rows whose keys are almost one", () => {
  const PAIRS: readonly (readonly [string, string, readonly string[]])[] = [
    ["A7", "a7", ["case"]],
    ["0012", "0012 ", ["blanks"]],
    ["0012", "\u00a00012", ["blanks"]],
    ["North West", "North  West", ["blanks"]],
    ["caf\u00e9", "cafe\u0301", ["form"]],
    ["A\u20131", "A-1", ["form"]],
    ["a\u200b7", "a7", ["invisible"]],
    ["0017", "17", ["number"]],
    ["1.23457E+12", "1234567890123", ["number"]],
    ["4E3", "4.00E+03", ["number"]],
  ];

  test.each(PAIRS)(
    "%j and %j are told with both rows, and never share a request (%j)",
    async (a, b, differs) => {
      const { plan, apply, sandbox } = await world(COMPANY, [company(a), company("other"), company(b)]);
      for (const baseline of ["live", "state", "none"]) {
        const { alikeCount, alike, summary } = await plan("--baseline", baseline);
        expect(summary).toMatchObject({ create: 3, reject: 0 });
        expect(alikeCount).toBe(2);
        const shared = { field: "externalId", differs };
        expect(alike).toEqual([
          { row: 1, key: a, value: a, other: { row: 3, key: b }, ...shared },
          { row: 3, key: b, value: b, other: { row: 1, key: a }, ...shared },
        ]);
      }
      const { code, report } = await apply();
      expect(code).toBe(0);
      expect(report.syncs[0].summary).toMatchObject({ created: 3 });
      expect(sent(sandbox, "externalId")).toEqual([[a, "other"], [b]]);
      // Both are there now, and Planhat has told them apart.
      expect(await plan()).toMatchObject({ alikeCount: 0, summary: { unchanged: 3 } });
    },
  );

  test("are told too where one of them is in Planhat already", async () => {
    const { plan, sandbox } = await world(COMPANY, [company("a7"), company("A7")]);
    sandbox.seed("Company", [{ externalId: "a7", name: "Acme" }]);
    for (const baseline of ["live", "state"]) {
      const { alike, alikeCount } = await plan("--baseline", baseline);
      expect(alikeCount).toBe(1);
      expect(alike).toMatchObject([{ row: 2, key: "A7", other: { row: 1, key: "a7" } }]);
    }
  });

  test("many pairs make two requests and not one for each pair", async () => {
    const rows = Array.from({ length: 400 }, (_, n) => [company(`k${n}`), company(`K${n}`)]).flat();
    const { plan, apply, sandbox } = await world(COMPANY, rows);
    const { alikeCount, alike } = await plan("--limit", "7");
    expect(alikeCount).toBe(800);
    expect(alike).toHaveLength(7);
    expect((await apply()).code).toBe(0);
    const calls = sent(sandbox, "externalId");
    expect(calls.map((keys) => keys.length)).toEqual([400, 400]);
    for (const keys of calls) expect(new Set(keys.map((key) => String(key).toLowerCase())).size).toBe(400);
  });
});

describe("a record that Planhat holds in another spelling", () => {
  const more = (count: number, row: (n: number) => Row): readonly Row[] =>
    Array.from({ length: count - 1 }, (_, n) => row(n));

  test.each([1, 2, 3, 4, 60])(
    "is named before a second one is created, also among %i rows",
    async (count) => {
      const rows = [company("ACME-1"), ...more(count, (n) => company(`x${n}`))];
      const { plan, sandbox } = await world(COMPANY, rows);
      sandbox.seed("Company", [
        { externalId: "acme-1", name: "Acme" },
        { sourceId: "s1", name: "No key" },
      ]);
      const id = String(
        sandbox.records("Company").find(({ externalId }) => externalId === "acme-1")?.["_id"],
      );
      for (const baseline of ["live", "state", "none"]) {
        const { alike, alikeCount, summary } = await plan("--baseline", baseline);
        expect({ baseline, alikeCount, ...summary }).toMatchObject({
          baseline,
          alikeCount: 1,
          create: count,
        });
        expect(alike).toEqual([
          {
            row: 1,
            key: "ACME-1",
            field: "externalId",
            value: "ACME-1",
            differs: ["case"],
            other: { id, value: "acme-1" },
          },
        ]);
      }
    },
  );

  test.each<[string, string, string, JsonObject, readonly string[]]>([
    ["an address in capitals", CONTACT, "eve@example.org", { email: "Eve@Example.org" }, ["case"]],
    [
      "an address that was stored with a blank",
      CONTACT,
      "eve@example.org",
      { email: "eve@example.org " },
      ["blanks"],
    ],
    [
      "an archived contact",
      CONTACT,
      "eve@example.org",
      { email: "EVE@example.org", archived: true },
      ["case"],
    ],
    [
      "an asset by sourceId, stored with a zero-width space",
      definition("Asset", "sourceId", ["sourceId: mail", "name: name", "companyId: { value: extid-c1 }"]),
      "pump-1",
      { sourceId: "pump\u200b-1", name: "Pump" },
      ["invisible"],
    ],
    [
      "an asset whose number lost its zeros",
      definition("Asset", "sourceId", ["sourceId: mail", "name: name", "companyId: { value: extid-c1 }"]),
      "00812",
      { sourceId: "812", name: "Pump" },
      ["number"],
    ],
    [
      "an asset whose number a spreadsheet shortened",
      definition("Asset", "sourceId", ["sourceId: mail", "name: name", "companyId: { value: extid-c1 }"]),
      "1234567890123",
      { sourceId: "1.23457E+12", name: "Pump" },
      ["number"],
    ],
    [
      "an asset whose shortened number comes from the source",
      definition("Asset", "sourceId", ["sourceId: mail", "name: name", "companyId: { value: extid-c1 }"]),
      "1.23457E+12",
      { sourceId: "1234567890123", name: "Pump" },
      ["number"],
    ],
  ])("%s", async (_, text, key, held, differs) => {
    const { plan, sandbox } = await world(text, [{ mail: key, name: "Eve" }]);
    const object = text.includes("Asset") ? "Asset" : "Enduser";
    sandbox.seed(object, [{ companyId: "extid-c1", ...held }]);
    const [record] = sandbox.records(object);
    for (const baseline of ["live", "state"]) {
      const { alike, summary } = await plan("--baseline", baseline);
      expect(summary).toMatchObject({ create: 1 });
      expect(alike).toMatchObject([
        { key, differs, other: { id: record?.["_id"], value: held["email"] ?? held["sourceId"] } },
      ]);
    }
  });

  test.each(["insert", "upsert"])(
    "is named in mode %s, whether Planhat tells the two apart or not",
    async (mode) => {
      for (const emailCase of ["sensitive", "insensitive"] as const) {
        const { plan, apply, sandbox } = await world(
          CONTACT.replace("mode: upsert", `mode: ${mode}`),
          [{ mail: "eve@example.org", name: "Eve" }],
          {
            unknowns: { emailCase },
          },
        );
        sandbox.seed("Enduser", [{ email: "Eve@Example.org", companyId: "extid-c1" }]);
        expect(await plan()).toMatchObject({ alikeCount: 1, summary: { create: 1 } });
        const { stderr } = await apply();
        expect(stderr).toContain("warning: records: 1 row has almost the same key as another record.");
        expect(sandbox.records("Enduser")).toHaveLength(emailCase === "sensitive" ? 2 : 1);
      }
    },
  );

  test("an update says why it finds nothing", async () => {
    const text = CONTACT.replace("mode: upsert", "mode: update");
    const { plan, run, sandbox } = await world(text, [{ mail: "eve@example.org", name: "Eve" }]);
    sandbox.seed("Enduser", [{ email: "Eve@Example.org", companyId: "extid-c1" }]);
    expect(await plan()).toMatchObject({ alikeCount: 1, alike: [{ row: 1 }], summary: { skip: 1 } });
    expect((await run("plan", "--no-color")).stdout).toContain(
      'rows.csv:2  email "eve@example.org" is almost "Eve@Example.org" in Planhat (_id ',
    );
  });

  test("is not named where it is another row's own record", async () => {
    const { plan, sandbox } = await world(COMPANY, [
      company("a7"),
      company("A7"),
      company("b"),
      company("c"),
    ]);
    sandbox.seed("Company", [{ externalId: "A7", name: "Acme" }]);
    const { alike } = await plan();
    expect(alike).toMatchObject([{ row: 1, other: { row: 2, key: "A7" } }]);
  });

  test("by another keyable is named too: an address in capitals under a new externalId", async () => {
    const text = definition("Enduser", "externalId", [
      "externalId: id",
      "email: mail",
      "companyId: { value: extid-c1 }",
    ]);
    const { plan, sandbox } = await world(text, [{ id: "9", mail: "eve@example.org" }]);
    sandbox.seed("Enduser", [{ externalId: "1", email: "Eve@Example.org", companyId: "extid-c1" }]);
    for (const baseline of ["live", "state"]) {
      expect(await plan("--baseline", baseline)).toMatchObject({
        summary: { create: 1 },
        alike: [{ key: "9", field: "email", value: "eve@example.org", other: { value: "Eve@Example.org" } }],
      });
    }
  });

  test("and two new rows whose addresses are almost one, which never share a request", async () => {
    const text = definition("Enduser", "externalId", [
      "externalId: id",
      "email: mail",
      "companyId: { value: extid-c1 }",
    ]);
    const { plan, apply, sandbox } = await world(text, [
      { id: "1", mail: "eve@example.org" },
      { id: "2", mail: "Eve@example.org" },
    ]);
    expect(await plan()).toMatchObject({
      alikeCount: 2,
      alike: [
        { key: "1", field: "email", differs: [], other: { row: 2, key: "2" } },
        { key: "2", field: "email", differs: [], other: { row: 1, key: "1" } },
      ],
    });
    expect((await apply()).code).toBe(0);
    expect(sent(sandbox, "externalId")).toEqual([["1"], ["2"]]);
  });
});

describe("a saved plan", () => {
  test("keeps what it says of keys that are almost one, and is applied in two requests", async () => {
    const { run, sandbox } = await world(COMPANY, [company("a7"), company("A7")]);
    const made = await run("plan", "--out", "p.plan", "--no-color");
    const shown = await run("show", "p.plan", "--no-color");
    expect(shown.stdout).toContain(
      '? alike  rows.csv:2  externalId "a7" is almost "A7" in row 2 of the source',
    );
    expect(shown.stdout).toContain("Plan: 2 to create, 0 to update. 2 keys almost the same.");
    expect(made.code).toBe(0);
    expect((await run("apply", "p.plan", "--format", "json")).code).toBe(0);
    expect(sent(sandbox, "externalId")).toEqual([["a7"], ["A7"]]);
  });

  test.each(["live", "state"])(
    "leaves a record alone whose like has come up since (%s)",
    async (baseline) => {
      const { run, sandbox } = await world(CONTACT, [{ mail: "eve@example.org", name: "Eve" }]);
      expect((await run("plan", "--out", "p.plan", "--baseline", baseline)).code).toBe(0);
      sandbox.seed("Enduser", [{ email: "Eve@Example.org", companyId: "extid-c1" }]);
      const { code, stdout } = await run("apply", "p.plan", "--format", "json");
      expect(code).toBe(6);
      expect(JSON.parse(stdout).syncs[0].summary).toMatchObject({ created: 0, skipped: 1 });
      expect(sandbox.records("Enduser")).toHaveLength(1);
    },
  );

  test.each(["live", "state"])("creates a record whose like it has named (%s)", async (baseline) => {
    const { run, sandbox } = await world(CONTACT, [{ mail: "eve@example.org", name: "Eve" }]);
    sandbox.seed("Enduser", [{ email: "Eve@Example.org", companyId: "extid-c1" }]);
    expect((await run("plan", "--out", "p.plan", "--baseline", baseline)).code).toBe(0);
    expect((await run("apply", "p.plan", "--format", "json")).code).toBe(0);
    expect(sandbox.records("Enduser")).toHaveLength(2);
  });
});

test("rejects that are tried again are told of what their keys are almost", async () => {
  const { run, source, sandbox } = await world(COMPANY, [{ id: "A7", name: "" }]);
  sandbox.seed("Company", [{ externalId: "a7", name: "Acme" }]);
  expect((await run("apply", "--auto-approve")).code).toBe(6);
  await source([company("A7")]);
  const { stdout } = await run("rejects", "retry", "--auto-approve", "--no-color");
  expect(stdout).toContain('externalId "A7" is almost "a7" in Planhat');
});

test("new keys that look damaged are counted, those that Planhat holds are not", async () => {
  const { plan, sandbox } = await world(COMPANY, [
    company("1.23457E+12"),
    company(" a7"),
    company("b8\u00a0"),
    company("9.9E+10"),
  ]);
  sandbox.seed("Company", [{ externalId: "9.9E+10", name: "Acme" }]);
  const { warnings } = await plan();
  expect(warnings).toEqual([
    expect.stringContaining("1 new key is in scientific notation"),
    expect.stringContaining("2 new keys begin or end with a blank or an invisible character"),
  ]);
});

test("a plan of hidden keys says how many are alike, and shows none of them", async () => {
  const { run, sandbox } = await world(CONTACT, [{ mail: "eve@example.org", name: "Eve" }]);
  sandbox.seed("Enduser", [{ email: "Eve@Example.org", companyId: "extid-c1" }]);
  for (const format of ["text", "json", "markdown", "github"]) {
    const { stdout } = await run("plan", "--format", format, "--hide-keys", "--hide-values");
    expect(stdout).not.toMatch(/example\.org/i);
    expect(stdout).toMatch(/alike|almost the same/);
  }
});
