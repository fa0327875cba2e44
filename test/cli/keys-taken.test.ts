import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/model/json.ts";
import type { Sandbox, SandboxOptions } from "../../src/sandbox/start-sandbox.ts";
import { runs } from "../support/effort.ts";
import { scene } from "../support/scene.ts";

interface Planned {
  readonly summary: JsonObject;
  readonly rejects: readonly {
    readonly row: number;
    readonly rule: string;
    readonly field: string;
    readonly message: string;
  }[];
  readonly changes: readonly { readonly action: string; readonly key: string; readonly fields: JsonObject }[];
  readonly skipped: readonly JsonObject[];
}

interface Options {
  readonly object?: string;
  readonly key?: string;
  readonly mode?: string;
  readonly fields?: readonly string[];
}

const FIELDS = ["externalId: id", "email: mail", "firstName: name", "companyId: company"];

function definition({
  object = "Enduser",
  key = "externalId",
  mode = "upsert",
  fields = FIELDS,
}: Options = {}): string {
  return `version: 1
name: records
source: { csv: { path: rows.csv, nulls: [""] } }
target: { object: ${object} }
mode: ${mode}
key: ${key}
fields:
${fields.map((field) => `  ${field}\n`).join("")}`;
}

async function world(
  text: string,
  lines: readonly string[],
  options: Omit<SandboxOptions, "objectTypes"> = {},
) {
  const made = await scene(
    { "syncs/records.yaml": text, "rows.csv": `${lines.join("\n")}\n` },
    { logBodies: true, ...options },
  );
  made.sandbox.seed("Company", [
    { externalId: "c1", name: "C1" },
    { externalId: "c2", name: "C2" },
  ]);
  const plan = async (...argv: string[]): Promise<Planned> => {
    const { stdout, stderr } = await made.run("plan", "--format", "json", ...argv);
    expect(stdout, stderr).not.toBe("");
    return JSON.parse(stdout).syncs[0];
  };
  const source = (...now: readonly string[]) => writeFile(join(made.dir, "rows.csv"), `${now.join("\n")}\n`);
  return { ...made, plan, source };
}

const HEADER = "id,mail,name,company";
const row = (id: string, mail: string, company = "extid-c1") => `${id},${mail},N${id},${company}`;
const contact = (rest: JsonObject): JsonObject => ({ companyId: "extid-c1", ...rest });
const idOf = (sandbox: Sandbox, object: string, at = 0) => String(sandbox.records(object)[at]?.["_id"]);

describe("a new record whose keyable another record of Planhat has", () => {
  test.each<[string, Options, string, JsonObject, string, string]>([
    [
      "a contact's e-mail address",
      {},
      row("3", "ann@x.example"),
      contact({ externalId: "1", email: "ann@x.example" }),
      "email",
      "1",
    ],
    [
      "an archived contact's",
      {},
      row("3", "ann@x.example"),
      contact({ externalId: "1", email: "ann@x.example", archived: true }),
      "email",
      "1",
    ],
    [
      "that of a contact of another company",
      {},
      row("3", "ann@x.example"),
      contact({ externalId: "1", email: "ann@x.example", companyId: "extid-c2" }),
      "email",
      "1",
    ],
    [
      "a company's externalId, under a new sourceId",
      { object: "Company", key: "sourceId", fields: ["sourceId: id", "externalId: mail", "name: name"] },
      row("s3", "a1"),
      { sourceId: "s1", externalId: "a1", name: "A" },
      "externalId",
      "s1",
    ],
    [
      "a company's sourceId, which Planhat tries first",
      { object: "Company", key: "externalId", fields: ["externalId: id", "sourceId: mail", "name: name"] },
      row("a3", "s1"),
      { sourceId: "s1", externalId: "a1", name: "A" },
      "sourceId",
      "a1",
    ],
    [
      "an asset's externalId in the same company",
      {
        object: "Asset",
        key: "sourceId",
        fields: ["sourceId: id", "externalId: mail", "name: name", "companyId: company"],
      },
      row("s3", "p1"),
      contact({ sourceId: "s1", externalId: "p1", name: "Pump" }),
      "externalId",
      "s1",
    ],
    [
      "a user's e-mail address",
      {
        object: "User",
        fields: ["externalId: id", "email: mail", "nickName: name", "firstName: name", "lastName: name"],
      },
      row("u3", "ann@x.example"),
      { externalId: "u1", email: "ann@x.example", nickName: "a", firstName: "a", lastName: "a" },
      "email",
      "u1",
    ],
  ])("%s is rejected, and said to be that record's", async (_, options, line, held, field, other) => {
    for (const mode of ["upsert", "insert"]) {
      const { object = "Enduser" } = options;
      const { plan, apply, sandbox } = await world(definition({ ...options, mode }), [HEADER, line]);
      sandbox.seed(object, [held]);
      const id = sandbox.records(object).find((one) => one["name"] !== "C1" && one["name"] !== "C2")?.["_id"];
      // The raw state does not know the company of an asset, which is why its externalId is left to Planhat there.
      for (const baseline of object === "Asset" ? ["live"] : ["live", "state", "none"]) {
        const { summary, rejects } = await plan("--baseline", baseline);
        expect({ mode, baseline, ...summary }).toMatchObject({
          mode,
          baseline,
          create: 0,
          update: 0,
          reject: 1,
        });
        expect(rejects).toMatchObject([{ row: 1, rule: "key-taken", field }]);
        expect(rejects[0]?.message).toContain(
          `(_id ${String(id)} with ${options.key ?? "externalId"} "${other}")`,
        );
      }
      const before = JSON.stringify(sandbox.records(object));
      expect((await apply()).code).toBe(6);
      expect(JSON.stringify(sandbox.records(object))).toBe(before);
    }
  });

  test.each([1, 3, 4, 60])("is found among %i rows", async (count) => {
    const lines = Array.from({ length: count }, (_, n) => row(`n${n}`, `n${n}@x.example`));
    const { plan, sandbox } = await world(definition(), [HEADER, ...lines]);
    sandbox.seed("Enduser", [contact({ externalId: "1", email: `n${count - 1}@x.example` })]);
    for (const baseline of ["live", "state"]) {
      expect(await plan("--baseline", baseline)).toMatchObject({
        summary: { create: count - 1, reject: 1 },
        rejects: [{ row: count, rule: "key-taken" }],
      });
    }
  });

  test("that several records share is nobody's: which one Planhat takes is not known", async () => {
    const { plan, sandbox } = await world(definition(), [HEADER, row("3", "info@x.example")]);
    sandbox.seed("Enduser", [
      contact({ email: "info@x.example" }),
      contact({ email: "info@x.example", companyId: "extid-c2" }),
    ]);
    expect(await plan()).toMatchObject({
      rejects: [{ rule: "key-taken", message: expect.stringContaining("Other records in Planhat have") }],
    });
  });

  test("an externalId of another company is another asset, and both exist", async () => {
    const options = {
      object: "Asset",
      key: "sourceId",
      fields: ["sourceId: id", "externalId: mail", "name: name", "companyId: company"],
    };
    const { plan, apply, sandbox } = await world(definition(options), [HEADER, row("s3", "p1", "extid-c2")]);
    sandbox.seed("Asset", [contact({ sourceId: "s1", externalId: "p1", name: "Pump" })]);
    for (const baseline of ["live", "state"]) {
      expect(await plan("--baseline", baseline)).toMatchObject({ summary: { create: 1, reject: 0 } });
    }
    expect((await apply()).code).toBe(0);
    expect(sandbox.records("Asset")).toHaveLength(2);
  });

  test("a blank one, or none, is no keyable", async () => {
    const { plan, sandbox } = await world(
      definition({ object: "Company", fields: ["externalId: id", "sourceId: mail", "name: name"] }),
      [HEADER, row("a1", ""), row("a2", " "), row("a3", "")],
    );
    sandbox.seed("Company", [{ externalId: "z", sourceId: " ", name: "Z" }]);
    expect(await plan()).toMatchObject({ summary: { create: 3, reject: 0 } });
  });

  test("an update that would give a record another one's sourceId is rejected too", async () => {
    const fields = ["externalId: id", "sourceId: mail", "name: name"];
    const lines = ["a1", "a2", "a3", "a4"].map((id) => row(id, id === "a1" ? "s2" : `s${id.slice(1)}`));
    const { plan, sandbox } = await world(definition({ object: "Company", fields }), [
      HEADER,
      ...lines.filter((line) => !line.startsWith("a2")),
    ]);
    sandbox.seed("Company", [
      { externalId: "a1", sourceId: "s1", name: "Na1" },
      { externalId: "a2", sourceId: "s2", name: "Na2" },
    ]);
    expect(await plan()).toMatchObject({
      summary: { create: 2, update: 0, reject: 1 },
      rejects: [{ row: 1, rule: "key-taken", field: "sourceId" }],
    });
  });
});

describe("a new record that Planhat holds without its key", () => {
  test.each(["live", "state", "none"])(
    "is that record: it is updated and gets the key (%s)",
    async (baseline) => {
      const { plan, run, sandbox } = await world(definition(), [HEADER, row("3", "ann@x.example")]);
      sandbox.seed("Enduser", [contact({ email: "ann@x.example", lastName: "Lee" })]);
      const id = idOf(sandbox, "Enduser");
      const { changes, summary } = await plan("--baseline", baseline);
      expect(summary).toMatchObject({ create: 0, update: 1, reject: 0 });
      expect(changes).toMatchObject([
        {
          action: "update",
          key: "3",
          fields: { externalId: { before: null, after: "3" }, firstName: { after: "N3" } },
        },
      ]);
      const { code } = await run("apply", "--auto-approve", "--baseline", baseline);
      expect(code).toBe(0);
      expect(sandbox.records("Enduser")).toMatchObject([
        { _id: id, externalId: "3", email: "ann@x.example", firstName: "N3", lastName: "Lee" },
      ]);
      expect(sandbox.history.createdTwice()).toEqual([]);
      expect(await plan()).toMatchObject({ summary: { unchanged: 1 } });
    },
  );

  test("is skipped by an insert, which leaves alone what exists, and by an update, which goes by the key", async () => {
    for (const mode of ["insert", "update"]) {
      const { plan, sandbox } = await world(definition({ mode }), [HEADER, row("3", "ann@x.example")]);
      sandbox.seed("Enduser", [contact({ email: "ann@x.example" })]);
      for (const baseline of ["live", "state"]) {
        expect(await plan("--baseline", baseline)).toMatchObject({
          summary: { create: 0, update: 0, skip: 1 },
          skipped: [{ reason: mode === "insert" ? "exists" : "missing" }],
        });
      }
    }
  });

  test("is another one where a keyable contradicts it", async () => {
    const fields = ["externalId: id", "sourceId: name", "email: mail", "companyId: company"];
    const { plan, sandbox } = await world(definition({ fields }), [HEADER, row("3", "ann@x.example")]);
    sandbox.seed("Enduser", [contact({ sourceId: "crm-7", email: "ann@x.example" })]);
    expect(await plan()).toMatchObject({ rejects: [{ rule: "key-taken", field: "email" }] });
  });

  test("is updated by a saved plan, and left alone where it got another key meanwhile", async () => {
    for (const [baseline, meanwhile] of [
      ["live", false],
      ["live", true],
      ["state", false],
      ["state", true],
    ] as const) {
      const { run, sandbox } = await world(definition(), [HEADER, row("3", "ann@x.example")]);
      sandbox.seed("Enduser", [contact({ email: "ann@x.example" })]);
      expect((await run("plan", "--out", "p.plan", "--baseline", baseline)).code).toBe(0);
      if (meanwhile) {
        await fetch(`${sandbox.url}/endusers/${idOf(sandbox, "Enduser")}`, {
          method: "PUT",
          headers: { authorization: `Bearer ${sandbox.token}` },
          body: JSON.stringify({ externalId: "77" }),
        });
      }
      const { code, stdout } = await run("apply", "p.plan", "--format", "json");
      expect(code).toBe(meanwhile ? 6 : 0);
      expect(JSON.parse(stdout).syncs[0].summary).toMatchObject(
        meanwhile ? { updated: 0, skipped: 1 } : { updated: 1 },
      );
      expect(sandbox.records("Enduser")).toMatchObject([{ externalId: meanwhile ? "77" : "3" }]);
      // Once more, it goes on where it ended.
      expect((await run("apply", "p.plan")).code).toBe(7);
    }
  });
});

describe("rows that share another keyable", () => {
  test("are both rejected where both are new, and each names the other's row", async () => {
    const { plan } = await world(definition(), [
      HEADER,
      row("4", "zoe@x.example"),
      row("5", "bob@x.example"),
      row("6", "zoe@x.example"),
    ]);
    for (const baseline of ["live", "state", "none"]) {
      const { summary, rejects } = await plan("--baseline", baseline);
      expect(summary).toMatchObject({ create: 1, reject: 2 });
      expect(rejects.map(({ row, message }) => [row, /row (\d)/.exec(message)?.[1]])).toEqual([
        [1, "3"],
        [3, "1"],
      ]);
    }
  });

  test("are left alone where both exist: Planhat keeps e-mail addresses not unique", async () => {
    const { plan, sandbox } = await world(definition(), [
      HEADER,
      row("4", "zoe@x.example"),
      row("5", "zoe@x.example"),
    ]);
    sandbox.seed("Enduser", [
      contact({ externalId: "4", email: "zoe@x.example" }),
      contact({ externalId: "5", email: "old@x.example" }),
    ]);
    expect(await plan()).toMatchObject({ summary: { create: 0, update: 2, reject: 0 } });
  });

  test("of which one exists: the new one is rejected, the other one goes on", async () => {
    const { plan, sandbox } = await world(definition(), [
      HEADER,
      row("4", "zoe@x.example"),
      row("5", "zoe@x.example"),
    ]);
    sandbox.seed("Enduser", [contact({ externalId: "4", email: "old@x.example" })]);
    expect(await plan()).toMatchObject({
      summary: { create: 0, update: 1, reject: 1 },
      rejects: [
        { row: 2, rule: "key-taken", message: expect.stringContaining("also in row 1 of the source") },
      ],
    });
  });

  test("with one constant for all would be one record: all but none are created", async () => {
    const fields = ["externalId: id", "sourceId: { value: crm }", "name: name"];
    const { plan } = await world(definition({ object: "Company", fields }), [
      HEADER,
      row("a1", ""),
      row("a2", ""),
      row("a3", ""),
    ]);
    expect(await plan()).toMatchObject({ summary: { create: 0, reject: 3 } });
  });

  test("of an externalId that is unique within one company only are no rivals in two companies", async () => {
    const fields = ["sourceId: id", "externalId: mail", "name: name", "companyId: company"];
    const options = { object: "Asset", key: "sourceId", fields };
    const { plan, apply, sandbox } = await world(definition(options), [
      HEADER,
      row("s1", "p1"),
      row("s2", "p1", "extid-c2"),
      row("s3", "p2"),
      row("s4", "p2"),
    ]);
    for (const baseline of ["live", "state"]) {
      const { summary, rejects } = await plan("--baseline", baseline);
      expect(summary).toMatchObject({ create: 2, reject: 2 });
      expect(rejects.map(({ row }) => row)).toEqual([3, 4]);
    }
    expect((await apply()).code).toBe(6);
    expect(sandbox.records("Asset")).toHaveLength(2);
    // Planhat's record of the one company is the one that the new row of that company meets.
    sandbox.seed("Asset", [contact({ sourceId: "s9", externalId: "p2", name: "Pump" })]);
    expect(await plan()).toMatchObject({ summary: { unchanged: 2, reject: 2 } });
  });

  test("whose key Planhat tries first are told to be identified by it", async () => {
    const { plan, sandbox } = await world(definition({ key: "email" }), [
      HEADER,
      row("1", "ann.lee@x.example"),
    ]);
    sandbox.seed("Enduser", [contact({ externalId: "1", email: "ann@x.example" })]);
    const { rejects } = await plan();
    expect(rejects).toMatchObject([{ rule: "key-taken", field: "externalId" }]);
    expect(rejects[0]?.message).toContain("let externalId identify it (key: externalId)");
  });

  test("a row that repeats another one is no rival of it", async () => {
    const { plan } = await world(definition(), [
      HEADER,
      row("4", "zoe@x.example"),
      row("4", "zoe@x.example"),
    ]);
    expect(await plan()).toMatchObject({ summary: { create: 1, skip: 1, reject: 0 } });
  });
});

test("a saved plan leaves a record alone whose address somebody else has got since", async () => {
  for (const baseline of ["live", "state"]) {
    const { run, sandbox } = await world(definition(), [
      HEADER,
      row("3", "ann@x.example"),
      row("4", "bob@x.example"),
    ]);
    expect((await run("plan", "--out", "p.plan", "--baseline", baseline)).code).toBe(0);
    sandbox.seed("Enduser", [contact({ externalId: "1", email: "ann@x.example" })]);
    const { code, stdout } = await run("apply", "p.plan", "--format", "json");
    expect(code).toBe(6);
    expect(JSON.parse(stdout).syncs[0].summary).toMatchObject({
      created: 1,
      skipped: 1,
      failed: 0,
      rejected: 0,
    });
  }
});

test("`rejects retry` looks again: what is still taken stays rejected, what is free is created", async () => {
  const { run, source, apply, sandbox } = await world(definition(), [
    HEADER,
    row("3", "ann@x.example"),
    row("4", "bob@x.example"),
  ]);
  sandbox.seed("Enduser", [
    contact({ externalId: "1", email: "ann@x.example" }),
    contact({ externalId: "2", email: "bob@x.example" }),
  ]);
  expect((await apply()).code).toBe(6);
  await source(HEADER, row("3", "ann@x.example"), row("4", "bob.2@x.example"));
  const { code } = await run("rejects", "retry", "--auto-approve");
  expect(code).toBe(6);
  expect(sandbox.records("Enduser").map(({ externalId }) => externalId)).toEqual(["1", "2", "4"]);
  const { rejects } = JSON.parse((await run("rejects", "--format", "json")).stdout);
  expect(rejects).toMatchObject([{ key: "3", rule: "key-taken", attempts: 2 }]);
});

test("whatever the rows and Planhat hold, an apply does what its plan promised, and nothing is refused", async () => {
  const id = fc.constantFrom("1", "2", "3", "4", "5");
  const mail = fc.constantFrom("a", "b", "c", "d");
  const line = fc.record({ id, mail, company: fc.constantFrom("extid-c1", "extid-c2") });
  const held = fc.record({ externalId: fc.option(id, { nil: undefined }), mail, second: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(line, { maxLength: 6, selector: (one) => one.id }),
      // Two records of one externalId and company would be refused by Planhat itself.
      fc.uniqueArray(held, { maxLength: 4, selector: (one) => one.externalId ?? {} }),
      fc.constantFrom("live", "state"),
      fc.constantFrom("upsert", "insert"),
      async (rows, records, baseline, mode) => {
        const lines = rows.map((one) => row(one.id, `${one.mail}@x.example`, one.company));
        const { plan, run, sandbox } = await world(definition({ mode }), [HEADER, ...lines]);
        sandbox.seed(
          "Enduser",
          records.map((one) => ({
            ...(one.externalId === undefined ? {} : { externalId: one.externalId }),
            email: `${one.mail}@x.example`,
            companyId: one.second ? "extid-c2" : "extid-c1",
          })),
        );
        const before = sandbox.records("Enduser").length;
        const { summary } = await plan("--baseline", baseline);
        const { stdout, stderr } = await run(
          "apply",
          "--auto-approve",
          "--format",
          "json",
          "--baseline",
          baseline,
        );
        const [applied] = JSON.parse(stdout).syncs;
        expect(applied.summary, stderr).toMatchObject({
          created: summary["create"],
          updated: summary["update"],
          rejected: summary["reject"],
          failed: 0,
        });
        expect(sandbox.records("Enduser")).toHaveLength(before + Number(summary["create"]));
      },
    ),
    { numRuns: runs(40) },
  );
});
