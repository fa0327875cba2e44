import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runMain } from "../support/cli.ts";
import { COMPANIES, companiesCsv, ENDUSERS, FAST, makeProject, makeSandbox } from "../support/project.ts";

const APPLY = ["apply", "--auto-approve", "--format", "json"];

function summaryOf(stdout: string, index = 0) {
  return JSON.parse(stdout).syncs[index].summary;
}

describe("apply", () => {
  test("writes what the plan said, and a second one finds nothing to do and writes nothing", async () => {
    const { sandbox, env } = await makeSandbox();
    const dir = await makeProject({ "syncs/companies.yaml": COMPANIES, "companies.csv": companiesCsv(2500) });
    const first = await runMain(APPLY, { dir, env });
    expect(first.code).toBe(0);
    expect(summaryOf(first.stdout)).toMatchObject({ read: 2500, created: 2500, rejected: 0 });
    expect(JSON.parse(first.stdout).syncs[0].calls).toEqual({ read: 1, write: 3, retried: 0 });
    expect(sandbox.records("Company")).toHaveLength(2500);

    const calls = sandbox.log.length;
    const second = await runMain(APPLY, { dir, env });
    expect(second.code).toBe(0);
    expect(summaryOf(second.stdout)).toMatchObject({ read: 2500, created: 0, updated: 0, unchanged: 2500 });
    expect(sandbox.log.slice(calls).map(({ method }) => method)).toEqual(["GET"]);
  });

  test("batches leave room in the minute for the calls that read", async () => {
    const { env } = await makeSandbox();
    const dir = await makeProject({
      "planhat-sync.yaml": "version: 1\nlimits: { callsPerMinute: 5 }\n",
      "syncs/companies.yaml": COMPANIES,
      "companies.csv": companiesCsv(5000),
    });
    const { code, stdout } = await runMain(APPLY, { dir, env });
    expect(code).toBe(0);
    expect(summaryOf(stdout)).toMatchObject({ created: 5000 });
    expect(JSON.parse(stdout).syncs[0].calls).toEqual({ read: 1, write: 4, retried: 0 });
  });

  test("sends only the fields that differ", async () => {
    const { sandbox, env } = await makeSandbox();
    const dir = await makeProject({ "syncs/companies.yaml": COMPANIES, "companies.csv": companiesCsv(3) });
    await runMain(APPLY, { dir, env });
    // Somebody renames a company in Planhat; our next change of another field must leave that alone.
    await fetch(`${sandbox.url}/companies/extid-c1`, {
      method: "PUT",
      headers: { authorization: `Bearer ${sandbox.token}`, "content-type": "application/json" },
      body: JSON.stringify({ name: "Renamed in Planhat" }),
    });
    await writeFile(join(dir, "companies.csv"), companiesCsv(3, "Customer"));
    const { stdout } = await runMain([...APPLY, "--baseline", "state"], { dir, env });
    expect(summaryOf(stdout)).toMatchObject({ updated: 3 });
    const record = sandbox.records("Company").find(({ externalId }) => externalId === "c1");
    expect(record).toMatchObject({ name: "Renamed in Planhat", phase: "Customer" });
  });

  test("companies are there before their endusers, and an orphan is rejected before the call", async () => {
    const { sandbox, env } = await makeSandbox();
    const dir = await makeProject({
      "syncs/a-endusers.yaml": ENDUSERS,
      "syncs/companies.yaml": COMPANIES,
      "companies.csv": companiesCsv(2),
      "endusers.csv": "id,company,email\nu1,c0,u1@x.example\nu2,c1,u2@x.example\nu3,nowhere,u3@x.example\n",
    });
    const { code, stdout } = await runMain(APPLY, { dir, env });
    expect(code).toBe(6);
    expect(summaryOf(stdout, 1)).toMatchObject({ read: 3, created: 2, rejected: 1 });
    expect(sandbox.records("Enduser")).toHaveLength(2);
    const rejects = JSON.parse((await runMain(["rejects", "--format", "json"], { dir, env })).stdout).rejects;
    expect(rejects).toMatchObject([
      { sync: "endusers", key: "u3", rule: "reference-not-found", row: 3, attempts: 1 },
    ]);
  });

  test("insert leaves alone what exists, update creates nothing", async () => {
    const { sandbox, env } = await makeSandbox();
    sandbox.seed("Company", [{ externalId: "c1", name: "Old", phase: "Old" }]);
    const files = { "companies.csv": companiesCsv(3) };
    const insert = await makeProject({ ...files, "syncs/c.yaml": COMPANIES.replace("upsert", "insert") });
    const inserted = await runMain(APPLY, { dir: insert, env });
    expect(summaryOf(inserted.stdout)).toMatchObject({ created: 2, skipped: 1, updated: 0 });
    expect(sandbox.records("Company").find(({ externalId }) => externalId === "c1")).toMatchObject({
      name: "Old",
    });

    const update = await makeProject({
      "syncs/c.yaml": COMPANIES.replace("upsert", "update"),
      "companies.csv": companiesCsv(5, "New"),
    });
    const updated = await runMain(APPLY, { dir: update, env });
    expect(summaryOf(updated.stdout)).toMatchObject({ created: 0, updated: 3, skipped: 2 });
    expect(sandbox.records("Company")).toHaveLength(3);
  });

  test("[A5] a wrong token is exit 4 after one call, and the token is in no byte of output", async () => {
    const { sandbox, env } = await makeSandbox();
    const dir = await makeProject({ "syncs/companies.yaml": COMPANIES, "companies.csv": companiesCsv(3) });
    const token = "wrong/token+with=specials-1234567890";
    const { code, stdout, stderr } = await runMain([...APPLY, "--verbose"], {
      dir,
      env: { ...env, PLANHAT_API_TOKEN: token },
    });
    expect(code).toBe(4);
    expect(sandbox.log).toHaveLength(1);
    expect(stderr).toContain("did not accept the API token");
    for (const form of [
      token,
      encodeURIComponent(token),
      Buffer.from(token).toString("base64").slice(0, 20),
    ]) {
      expect(stdout + stderr).not.toContain(form);
    }
  });

  test("[P16] without a terminal it asks for --auto-approve before anything is read", async () => {
    const { sandbox, env } = await makeSandbox();
    const dir = await makeProject({ "syncs/companies.yaml": COMPANIES, "companies.csv": companiesCsv(3) });
    const { code, stderr } = await runMain(["apply"], { dir, env });
    expect(code).toBe(3);
    expect(stderr).toContain("--auto-approve");
    expect(sandbox.log).toHaveLength(0);
  });

  test("a guard stops it with exit 5 and nothing written; --override-guards goes on", async () => {
    const { sandbox, env } = await makeSandbox();
    const dir = await makeProject({
      "syncs/companies.yaml": `${COMPANIES}guards: { minRows: 10 }\n`,
      "companies.csv": companiesCsv(3),
    });
    const stopped = await runMain(APPLY, { dir, env });
    expect(stopped.code).toBe(5);
    expect(stopped.stderr).toContain("has 3 rows; guards.minRows asks for 10");
    expect(sandbox.records("Company")).toHaveLength(0);
    expect((await runMain([...APPLY, "--override-guards"], { dir, env })).code).toBe(0);
    expect(sandbox.records("Company")).toHaveLength(3);
  });

  test("rows that fail are rejected, the others arrive: exit 6, and every row counted once", async () => {
    const { sandbox, env } = await makeSandbox();
    const dir = await makeProject({
      "syncs/companies.yaml": COMPANIES,
      "companies.csv": "id,name,phase\na,A,x\n,B,x\nc,,x\nd,D,x\nd,D,x\ne,E,1\ne,E,2\n",
    });
    const { code, stdout } = await runMain(APPLY, { dir, env });
    expect(code).toBe(6);
    expect(summaryOf(stdout)).toEqual({
      read: 7,
      created: 2,
      updated: 0,
      unchanged: 0,
      skipped: 1,
      rejected: 4,
      failed: 0,
      notAttempted: 0,
    });
    expect(sandbox.records("Company")).toHaveLength(2);
  });

  test("a broken source is exit 4 and writes nothing, however many good rows came first", async () => {
    const { sandbox, env } = await makeSandbox();
    const dir = await makeProject({
      "syncs/companies.yaml": COMPANIES,
      "companies.csv": `${companiesCsv(3000)}c3000,"never closed\n`,
    });
    const { code, stderr } = await runMain(APPLY, { dir, env });
    expect(code).toBe(4);
    expect(stderr).toContain("companies.csv");
    expect(sandbox.records("Company")).toHaveLength(0);
  });

  test("a missing variable is a warning in validate and exit 4 in plan", async () => {
    const { env } = await makeSandbox();
    const dir = await makeProject({
      "syncs/companies.yaml": COMPANIES.replace("companies.csv", `"\${EXPORT_FILE}"`),
    });
    const validate = await runMain(["validate"], { dir, env });
    expect(validate.code).toBe(0);
    expect(validate.stdout).toContain("EXPORT_FILE");
    const plan = await runMain(["plan"], { dir, env });
    expect(plan.code).toBe(4);
    expect(plan.stderr).toContain("EXPORT_FILE");
  });

  test("an outage in the middle: what was accepted stays, the next apply does the rest", async () => {
    const { sandbox, env } = await makeSandbox();
    const dir = await makeProject({
      "planhat-sync.yaml": FAST,
      "syncs/companies.yaml": COMPANIES,
      "companies.csv": companiesCsv(3000),
    });
    sandbox.faults.add({
      match: { method: "PUT", nth: 2 },
      times: 1,
      action: { kind: "status", code: 401, body: "" },
    });
    const first = await runMain(APPLY, { dir, env });
    expect(first.code).toBe(4);
    expect(summaryOf(first.stdout)).toMatchObject({ created: 1000, notAttempted: 2000 });
    const second = await runMain(APPLY, { dir, env });
    expect(second.code).toBe(0);
    expect(summaryOf(second.stdout)).toMatchObject({ created: 2000, unchanged: 1000 });
  });
});
