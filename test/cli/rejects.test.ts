import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runMain } from "../support/cli.ts";
import { COMPANIES, FAST, makeProject, makeSandbox } from "../support/project.ts";

const APPLY = ["apply", "--auto-approve", "--format", "json"];
const RETRY = ["rejects", "retry", "--auto-approve", "--format", "json"];
const HEADER = "id,name,phase\n";
const FIRST = `${HEADER}c1,Acme,Trial\nc2,,Trial\n,Nameless,Trial\nc4,,Trial\nc5,Echo,Trial\n`;

async function begin(more = "") {
  const { sandbox, env } = await makeSandbox();
  const dir = await makeProject({
    "planhat-sync.yaml": FAST,
    "syncs/companies.yaml": `${COMPANIES}${more}`,
    "companies.csv": FIRST,
  });
  const run = async (...argv: readonly string[]) => {
    const { code, stdout, stderr } = await runMain(argv, { dir, env });
    return { code, stderr, ...(stdout.startsWith("{") ? JSON.parse(stdout) : { stdout }) };
  };
  const rejects = async () => (await run("rejects", "--format", "json")).rejects as readonly Reject[];
  return {
    sandbox,
    dir,
    run,
    rejects,
    source: (text: string) => writeFile(join(dir, "companies.csv"), text),
  };
}

interface Reject {
  readonly key: string | null;
  readonly row: number;
  readonly rule: string;
  readonly attempts: number;
}

describe("--limit", () => {
  test.each([
    [["rejects", "retry", "--auto-approve", "--limit", "1"]],
    [["rejects", "--limit", "1", "retry", "--auto-approve"]],
  ])("says how many changes of a retry are listed: %j", async (argv) => {
    const { run, source } = await begin();
    await run(...APPLY);
    await source(`${HEADER}c2,Bolt,Trial\nc4,Dyna,Trial\nc3,Named,Trial\n`);
    const { stdout } = await run(...argv);
    expect(stdout).toContain("… and 2 more");
  });
});

describe("rejects retry", () => {
  test("applies the rejected records alone: what gets in is listed no more, the others are counted on", async () => {
    const { sandbox, run, rejects, source } = await begin();
    expect(await run(...APPLY)).toMatchObject({
      code: 6,
      syncs: [{ summary: { read: 5, created: 2, rejected: 3 } }],
    });
    // Two are mended and one row has moved; c1 has changed and c6 is new, which is none of a retry's business.
    await source(
      `${HEADER}c1,Changed,Trial\nc6,Foxtrot,Trial\nc3,Named,Trial\nc2,Bolt,Trial\nc4,,Trial\nc5,Echo,Trial\n`,
    );
    expect(await run(...RETRY)).toMatchObject({
      code: 6,
      status: "partial",
      syncs: [
        { summary: { read: 3, created: 2, updated: 0, unchanged: 0, rejected: 1 }, calls: { write: 1 } },
      ],
    });
    expect(sandbox.records("Company").map(({ name }) => name)).toEqual(["Acme", "Echo", "Named", "Bolt"]);
    expect(await rejects()).toMatchObject([{ key: "c4", row: 5, rule: "required-field", attempts: 2 }]);
    expect(await run(...APPLY)).toMatchObject({
      syncs: [{ summary: { created: 1, updated: 1, rejected: 1 } }],
    });
    expect(await rejects()).toMatchObject([{ key: "c4", attempts: 3 }]);
  });

  test("leaves what the source has no row of as it is, and says so", async () => {
    const { run, rejects, source } = await begin();
    await run(...APPLY);
    await source(`${HEADER}c2,Bolt,Trial\n`);
    const { code, stderr } = await run(...RETRY);
    expect(code).toBe(0);
    expect(stderr).toContain(
      "2 rejects have no row in the source now: they stay listed until the next apply",
    );
    expect(await rejects()).toMatchObject([
      { key: null, row: 3, attempts: 1 },
      { key: "c4", attempts: 1 },
    ]);
    await run(...APPLY);
    expect(await rejects()).toEqual([]);
  });

  test("tries again what Planhat refused", async () => {
    const { sandbox, run, rejects } = await begin();
    const action = { kind: "refuse", where: { externalId: "c5" }, message: "no such owner" } as const;
    sandbox.faults.add({ match: { method: "PUT" }, times: 1, action });
    await run(...APPLY);
    expect(await rejects()).toContainEqual(expect.objectContaining({ key: "c5", rule: "refused" }));
    expect(await run(...RETRY)).toMatchObject({ syncs: [{ summary: { read: 4, created: 1, rejected: 3 } }] });
    expect((await rejects()).map(({ key, attempts }) => [key, attempts])).toEqual([
      ["c2", 2],
      [null, 2],
      ["c4", 2],
    ]);
  });

  test("takes up what cannot be transformed when its definition changes", async () => {
    const { dir, run, rejects } = await begin();
    await run(...APPLY);
    await writeFile(
      join(dir, "syncs/companies.yaml"),
      COMPANIES.replace("name: name", `name: 'name = "" ? "?" : name'`),
    );
    expect(await run(...RETRY)).toMatchObject({ syncs: [{ summary: { read: 3, created: 2, rejected: 1 } }] });
    expect(await rejects()).toMatchObject([{ key: null, attempts: 2 }]);
  });

  test("measures its changes by the guards, and neither its rows nor its rejects", async () => {
    const guards = "guards: { minRows: 4, maxRejected: 60%, maxChanges: 50% }\n";
    const { run, source } = await begin(guards);
    expect(await run(...APPLY)).toMatchObject({ code: 6 });
    await source(FIRST.replace("c4,,", "c4,Delta,"));
    expect(await run(...RETRY)).toMatchObject({ code: 6, syncs: [{ summary: { created: 1, rejected: 2 } }] });
    await source(FIRST.replace("c2,,", "c2,Bolt,").replace("\n,", "\nc3,").replace("c4,,", "c4,Delta,"));
    const { code, stderr } = await run(...RETRY);
    expect(code).toBe(5);
    expect(stderr).toContain("companies would change 2 records where 3 are known");
    expect(await run(...RETRY, "--override-guards")).toMatchObject({ code: 0 });
  });

  test("needs an answer or --auto-approve, a sync that is there, and says where nothing is left to do", async () => {
    const { run, source } = await begin();
    expect(await run("rejects", "retry", "--auto-approve")).toMatchObject({
      code: 0,
      stdout: "No rejects: there is nothing to try again.\n",
    });
    expect(await run(...RETRY)).toMatchObject({ code: 0, status: "succeeded", syncs: [] });
    await source(FIRST);
    await run(...APPLY);
    const { code, stderr } = await run("rejects", "retry");
    expect(code).toBe(3);
    expect(stderr).toContain("run: planhat-sync rejects retry --auto-approve");
    expect(await run("rejects", "retry", "companie", "--auto-approve")).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("Did you mean companies?"),
    });
    expect(await run("rejects", "retry", "companies", "--auto-approve")).toMatchObject({ code: 6 });
  });

  test("keeps a reject that an interrupted or stopped run did not get to", async () => {
    const { sandbox, dir, run, rejects, source } = await begin();
    await run(...APPLY);
    await writeFile(join(dir, "syncs/companies.yaml"), `${COMPANIES}batch: { size: 1 }\n`);
    await source(FIRST.replace("c2,,", "c2,Bolt,").replace("c4,,", "c4,Delta,"));
    sandbox.faults.add({
      match: { method: "PUT", nth: 2 },
      times: "always",
      action: { kind: "status", code: 401 },
    });
    expect(await run(...RETRY)).toMatchObject({ code: 4, status: "failed" });
    expect((await rejects()).map(({ key, attempts }) => [key, attempts])).toEqual([
      ["c4", 1],
      [null, 2],
    ]);
  });
});

test("a sync that is defined no more has rejects until it is forgotten", async () => {
  const { dir, run, rejects } = await begin();
  await run(...APPLY);
  await writeFile(join(dir, "syncs/companies.yaml"), COMPANIES.replace("name: companies", "name: accounts"));
  expect(await run("rejects", "companies", "--format", "json")).toMatchObject({ code: 0 });
  const { code, stderr } = await run(...RETRY);
  expect(code).toBe(0);
  expect(stderr).toContain("`planhat-sync state forget companies` removes them");
  await run("state", "forget", "companies");
  expect(await rejects()).toEqual([]);
});

test("what is wrong on the command line of a command's part is said as anywhere else", async () => {
  const { run } = await begin();
  expect(await run("rejects", "retry", "--all")).toMatchObject({
    code: 3,
    stderr: expect.stringContaining("unknown option '--all'"),
  });
  expect((await run("rejects", "retry", "--help")).stdout).toContain("--project <dir>");
});

test("a name that no sync bears is said to be none, and a run is found by the beginning of its id", async () => {
  const { run } = await begin();
  const { run: id } = await run(...APPLY);
  for (const argv of [
    ["rejects", "companie"],
    ["state", "show", "companie"],
    ["state", "forget", "companie"],
  ]) {
    expect(await run(...argv)).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("Did you mean companies?"),
    });
  }
  expect(await run("runs", id.slice(0, 20), "--format", "json")).toMatchObject({ runs: [{ run: id }] });
  expect(await run("runs", "1999")).toMatchObject({ code: 3 });
  await run(...APPLY);
  expect(await run("runs", id.slice(0, 4))).toMatchObject({ code: 3 });
});
