import { createHash } from "node:crypto";
import { copyFile, readFile, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Clock } from "../../src/model/clock.ts";
import type { Sandbox } from "../../src/sandbox/start-sandbox.ts";
import { runMain } from "../support/cli.ts";
import { COMPANIES, companiesCsv, ENDUSERS, FAST, makeProject, makeSandbox } from "../support/project.ts";

const APPLY = ["apply", "--auto-approve", "--format", "json"];

/** Five companies in Planhat, of which the source changes two and adds one. */
async function world() {
  const { sandbox, env } = await makeSandbox();
  const dir = await makeProject({
    "planhat-sync.yaml": FAST,
    "syncs/companies.yaml": COMPANIES,
    "companies.csv": companiesCsv(5),
  });
  const run = (...argv: readonly string[]) => runMain(argv, { dir, env });
  await run(...APPLY);
  const lines = (await readFile(join(dir, "companies.csv"), "utf8")).trimEnd().split("\n");
  const changed = lines.map((line) => line.replace(/^(c[12],.*),Trial$/, "$1,Customer"));
  await writeFile(join(dir, "companies.csv"), `${[...changed, "c9,Nine,Trial"].join("\n")}\n`);
  return { sandbox, env, dir, run };
}

function edit(sandbox: Sandbox, id: string, fields: Readonly<Record<string, unknown>>): Promise<Response> {
  return fetch(`${sandbox.url}/companies/${id}`, {
    method: "PUT",
    headers: { authorization: `Bearer ${sandbox.token}`, "content-type": "application/json" },
    body: JSON.stringify(fields),
  });
}

function company(sandbox: Sandbox, externalId: string) {
  return sandbox.records("Company").find((record) => record["externalId"] === externalId);
}

describe("a saved plan", () => {
  test("is applied exactly, without asking, though the source changed meanwhile", async () => {
    const { sandbox, dir, run } = await world();
    const planned = await run("plan", "--out", "p.plan");
    expect(planned.code).toBe(0);
    expect((await stat(join(dir, "p.plan"))).mode & 0o777).toBe(0o600);
    await writeFile(join(dir, "companies.csv"), companiesCsv(5, "Churned"));

    const applied = await run("apply", "p.plan", "--format", "json");
    expect(applied.code).toBe(0);
    expect(JSON.parse(applied.stdout)).toMatchObject({
      status: "succeeded",
      syncs: [{ summary: { read: 6, created: 1, updated: 2, unchanged: 3 } }],
    });
    expect(["c1", "c2", "c3", "c9"].map((key) => company(sandbox, key)?.["phase"])).toEqual([
      "Customer",
      "Customer",
      "Trial",
      "Trial",
    ]);
  });

  test("[X7] is refused a second time, and names the run that applied it", async () => {
    const { sandbox, run } = await world();
    await run("plan", "--out", "p.plan");
    await run("apply", "p.plan");
    const calls = sandbox.log.length;
    const { code, stderr } = await run("apply", "p.plan");
    expect(code).toBe(7);
    expect(stderr).toMatch(/applied already, by run plan-[0-9a-f]{16}/);
    expect(sandbox.log.length).toBe(calls);
  });

  test("[A25] leaves alone what somebody changed in Planhat since, lists it, and writes the rest", async () => {
    const { sandbox, run } = await world();
    await run("plan", "--out", "p.plan");
    await edit(sandbox, "extid-c1", { phase: "Churned" });
    sandbox.seed("Company", [{ externalId: "c9", name: "Somebody else's" }]);

    const { code, stdout } = await run("apply", "p.plan", "--format", "json");
    expect(code).toBe(6);
    expect(JSON.parse(stdout)).toMatchObject({
      status: "partial",
      syncs: [{ summary: { read: 6, created: 0, updated: 1, unchanged: 3, skipped: 2 } }],
      changedMeanwhile: [
        { sync: "companies", key: "c1", fields: ["phase"] },
        { sync: "companies", key: "c9", fields: [] },
      ],
    });
    expect(company(sandbox, "c1")?.["phase"]).toBe("Churned");
    expect(company(sandbox, "c9")?.["name"]).toBe("Somebody else's");
    expect(company(sandbox, "c2")?.["phase"]).toBe("Customer");
  });

  test("tells them in text too", async () => {
    const { sandbox, run } = await world();
    await run("plan", "--out", "p.plan");
    await edit(sandbox, "extid-c1", { phase: "Churned" });
    const { stdout } = await run("apply", "p.plan");
    expect(stdout).toContain("Changed in Planhat since the plan, and left alone:\n  companies  c1  phase");
  });

  test("takes a field that was edited and is not of the plan for no change of the record", async () => {
    const { sandbox, run } = await world();
    await run("plan", "--out", "p.plan");
    await edit(sandbox, "extid-c1", { name: "Renamed there", city: "Oslo" });
    expect((await run("apply", "p.plan")).code).toBe(0);
    expect(company(sandbox, "c1")).toMatchObject({ name: "Renamed there", city: "Oslo", phase: "Customer" });
  });

  test("goes on where an apply of it broke off, and creates nothing twice", async () => {
    const { sandbox, run } = await world();
    await run("plan", "--out", "p.plan");
    const fault = sandbox.faults.add({ match: { method: "PUT" }, action: { kind: "status", code: 401 } });
    expect((await run("apply", "p.plan")).code).toBe(4);
    fault.remove();
    const again = await run("apply", "p.plan", "--format", "json");
    expect(again.code).toBe(0);
    expect(JSON.parse(again.stdout).run).toMatch(/^plan-[0-9a-f]{16}-2$/);
    expect(sandbox.history.createdTwice()).toEqual([]);
    expect(sandbox.records("Company")).toHaveLength(6);
  });

  test("of companies and their endusers keeps the order of the references", async () => {
    const { sandbox, env } = await makeSandbox();
    const dir = await makeProject({
      "planhat-sync.yaml": FAST,
      "syncs/a-endusers.yaml": ENDUSERS,
      "syncs/companies.yaml": COMPANIES,
      "companies.csv": companiesCsv(2),
      "endusers.csv": "id,company,email\nu1,c0,u1@x.example\nu2,c1,u2@x.example\nu3,nowhere,u3@x.example\n",
    });
    expect((await runMain(["plan", "--out", "all.plan"], { dir, env })).code).toBe(6);
    expect((await runMain(["apply", "all.plan"], { dir, env })).code).toBe(6);
    expect(sandbox.records("Enduser")).toHaveLength(2);
    const { stdout } = await runMain(["rejects", "--format", "json"], { dir, env });
    expect(JSON.parse(stdout).rejects).toMatchObject([{ key: "u3", rule: "reference-not-found" }]);
  });

  test.each(["state", "none"])("with --baseline %s is compared with the same again", async (baseline) => {
    const { sandbox, run } = await world();
    await run("plan", "--out", "p.plan", "--baseline", baseline);
    sandbox.seed("Company", [{ externalId: "c9", name: "Somebody else's" }]);
    const { code, stdout } = await run("apply", "p.plan", "--format", "json");
    expect(code).toBe(6);
    expect(JSON.parse(stdout).changedMeanwhile).toMatchObject([{ key: "c9" }]);
    expect(company(sandbox, "c1")?.["phase"]).toBe("Customer");
    expect(company(sandbox, "c9")?.["name"]).toBe("Somebody else's");
  });

  test.each([
    ["update", "state"],
    ["update", "none"],
    ["upsert", "none"],
  ])("[A25] of an %s, --baseline %s, creates nothing anew that was deleted since", async (mode, baseline) => {
    const { sandbox, env } = await makeSandbox();
    sandbox.seed("Company", [
      { externalId: "c0", name: "Old" },
      { externalId: "c1", name: "Old" },
    ]);
    const dir = await makeProject({
      "planhat-sync.yaml": FAST,
      "syncs/companies.yaml": COMPANIES.replace("upsert", mode),
      "companies.csv": companiesCsv(2),
    });
    const run = (...argv: readonly string[]) => runMain([...argv, "--format", "json"], { dir, env });
    await run("plan", "--out", "p.plan", "--baseline", baseline);
    await fetch(`${sandbox.url}/companies/${company(sandbox, "c1")?.["_id"]}`, {
      method: "DELETE",
      headers: { authorization: `Bearer ${sandbox.token}` },
    });
    const { code, stdout } = await run("apply", "p.plan");
    expect(code).toBe(6);
    expect(JSON.parse(stdout)).toMatchObject({
      syncs: [{ summary: { created: 0, updated: 1, skipped: 1 } }],
      changedMeanwhile: [{ key: "c1", fields: [] }],
    });
    expect(sandbox.records("Company")).toHaveLength(1);
  });

  test("is shown by show, a stale one too, without a call", async () => {
    const { sandbox, dir, run } = await world();
    const plan = await run("plan", "--out", "p.plan", "--format", "json");
    await writeFile(join(dir, "syncs/companies.yaml"), COMPANIES.replace("name: name", "name: $trim(name)"));
    const calls = sandbox.log.length;
    const shown = await run("show", "p.plan", "--format", "json");
    expect(shown.code).toBe(0);
    const { syncs } = JSON.parse(plan.stdout);
    expect(JSON.parse(shown.stdout)).toMatchObject({ target: sandbox.url, syncs });
    expect(sandbox.log.length).toBe(calls);
  });
});

describe("[D16, X7, X8] a plan is refused with exit 7 before a call", () => {
  test.each<[string, (dir: string) => Promise<unknown>, RegExp]>([
    [
      "when its definition changed",
      (dir) =>
        writeFile(join(dir, "syncs/companies.yaml"), COMPANIES.replace("name: name", "name: $trim(name)")),
      /definition of companies .* changed since/,
    ],
    [
      "when its definition is gone",
      async (dir) => {
        await rename(join(dir, "syncs/companies.yaml"), join(dir, "syncs/other.yaml"));
        await writeFile(join(dir, "syncs/other.yaml"), COMPANIES.replace("name: companies", "name: other"));
      },
      /which this project does not have/,
    ],
    [
      "when it is cut short",
      async (dir) => writeFile(join(dir, "p.plan"), (await readFile(join(dir, "p.plan"))).subarray(0, -1)),
      /checksum/,
    ],
    [
      "when it is another file",
      (dir) => copyFile(join(dir, "companies.csv"), join(dir, "p.plan")),
      /not a plan of planhat-sync/,
    ],
    ["when it is empty", (dir) => writeFile(join(dir, "p.plan"), ""), /not a plan of planhat-sync/],
    [
      "when it is of a newer version",
      (dir) => writeFile(join(dir, "p.plan"), `planhat-sync plan 9 ${"0".repeat(64)}\n`),
      /newer version/,
    ],
    [
      "when it is of an older version",
      (dir) => writeFile(join(dir, "p.plan"), `planhat-sync plan 1 ${"0".repeat(64)}\n`),
      /older version/,
    ],
    [
      "when a guard came into the definition that it was made without",
      (dir) => writeFile(join(dir, "syncs/companies.yaml"), `${COMPANIES}guards: { maxChanges: 1 }\n`),
      /guards of companies .* changed since/,
    ],
    [
      "when somebody made it by hand, with a key that would set a prototype",
      (dir) => rewrite(join(dir, "p.plan"), (text) => text.replace('"phase":{', '"__proto__":{')),
      /a key named __proto__/,
    ],
    [
      "when that key is escaped, or a custom field's",
      (dir) =>
        rewrite(join(dir, "p.plan"), (text) => text.replace('"phase":{', '"custom.\\u005f_proto__":{')),
      /a key named __proto__/,
    ],
  ])("%s", async (_, spoil, says) => {
    const { sandbox, dir, run } = await world();
    await run("plan", "--out", "p.plan");
    await spoil(dir);
    const calls = sandbox.log.length;
    const { code, stderr } = await run("apply", "p.plan");
    expect(stderr).toMatch(says);
    expect(code).toBe(7);
    expect(sandbox.log.length).toBe(calls);
  });

  test("[X7, C13] when it was made for another Planhat", async () => {
    const { dir, run } = await world();
    await run("plan", "--out", "p.plan");
    const other = await makeSandbox();
    const { code, stderr } = await runMain(["apply", "p.plan"], { dir, env: other.env });
    expect(code).toBe(7);
    expect(stderr).toContain(`this project writes to ${other.sandbox.url}`);
  });

  test("[X7, C13] when it was made for another tenant, whose UUID no message repeats", async () => {
    const { env, dir, run } = await world();
    await run("plan", "--out", "p.plan");
    const uuid = "7d1f7ac5-3f5d-4b8e-9d53-6f1c7d1f9a11";
    const { code, stderr } = await runMain(["apply", "p.plan"], {
      dir,
      env: { ...env, PLANHAT_TENANT_UUID: uuid },
    });
    expect(code).toBe(7);
    expect(stderr).toContain("another tenant");
    expect(stderr).not.toContain(uuid);
  });

  test("[X8] whichever of its bytes was changed", async () => {
    const { dir, run } = await world();
    await run("plan", "--out", "p.plan");
    const bytes = await readFile(join(dir, "p.plan"));
    const { openPlanFile } = await import("../../src/state/plan-file/open-plan-file.ts");
    for (let at = 0; at < bytes.length; at += 1) {
      const spoiled = Buffer.from(bytes);
      spoiled.writeUInt8((bytes[at] ?? 0) ^ 0x01, at);
      await writeFile(join(dir, "spoiled.plan"), spoiled);
      await expect(openPlanFile(join(dir, "spoiled.plan")), `byte ${at}`).rejects.toMatchObject({
        kind: "stale",
      });
    }
  });
});

test("a plan file that is not there is a mistake on the command line", async () => {
  const { run } = await world();
  const { code, stderr } = await run("apply", "nowhere.plan");
  expect(code).toBe(3);
  expect(stderr).toContain('no plan file "nowhere.plan"');
});

test("[P8] a plan that cannot be written where it should says so, and leaves nothing behind", async () => {
  const { run } = await world();
  const { code, stderr } = await run("plan", "--out", "no/such/folder/p.plan");
  expect(code).toBe(4);
  expect(stderr).toContain("the folder does not exist");
});

describe("[T12] two plans of the same input", () => {
  test("are one file, byte for byte, whenever they are made", async () => {
    const { sandbox, dir, env } = await world();
    const at = (time: number): Clock => ({
      now: () => time,
      monotonic: () => time,
      sleep: async () => undefined,
    });
    await runMain(["plan", "--out", "a.plan"], { dir, env, clock: at(Date.UTC(2026, 0, 1)) });
    // A call that has to be made again is nobody's input.
    sandbox.faults.add({ match: { method: "GET" }, action: { kind: "status", code: 503 } });
    await runMain(["plan", "--out", "b.plan"], { dir, env, clock: at(Date.UTC(2027, 5, 6)) });
    expect(await readFile(join(dir, "a.plan"))).toEqual(await readFile(join(dir, "b.plan")));
  });

  test("are two where an apply came between them, so that the second may be applied too", async () => {
    const { sandbox, dir, run } = await world();
    await run("plan", "--out", "a.plan");
    expect((await run("apply", "a.plan")).code).toBe(0);
    // Somebody sets back what it wrote: the same changes are due again.
    await edit(sandbox, "extid-c1", { phase: "Trial" });
    await edit(sandbox, "extid-c2", { phase: "Trial" });
    await fetch(`${sandbox.url}/companies/${company(sandbox, "c9")?.["_id"]}`, {
      method: "DELETE",
      headers: { authorization: `Bearer ${sandbox.token}` },
    });
    await run("plan", "--out", "b.plan");
    expect(await readFile(join(dir, "a.plan"))).not.toEqual(await readFile(join(dir, "b.plan")));
    expect((await run("apply", "b.plan")).code).toBe(0);
    expect(company(sandbox, "c1")?.["phase"]).toBe("Customer");
  });
});

/** The same plan with other content, and a checksum that is right. */
async function rewrite(path: string, edit: (text: string) => string): Promise<void> {
  const bytes = await readFile(path);
  const start = bytes.indexOf("\n") + 1;
  const text = gunzipSync(bytes.subarray(start)).toString("utf8");
  const edited = edit(text);
  expect(edited).not.toBe(text);
  const packed = gzipSync(edited);
  const digest = createHash("sha256").update(packed).digest("hex");
  await writeFile(path, Buffer.concat([Buffer.from(`planhat-sync plan 2 ${digest}\n`), packed]));
}
