import { expect, test } from "vitest";
import type { JsonObject } from "../../src/model/json.ts";
import { runMain } from "../support/cli.ts";
import { FAST, makeProject, makeSandbox } from "../support/project.ts";

const APPLY = ["apply", "--auto-approve", "--format", "json"];
/** What no record of the sandbox bears. */
const NOBODY = "0123456789abcdef01234567";

function sync(rows: string, object: string, mode: string, ...fields: readonly string[]): string {
  const key = object === "Issue" ? "sourceId" : "externalId";
  return [
    "version: 1",
    `source: { csv: { path: ${rows}.csv } }`,
    `target: { object: ${object} }`,
    `mode: ${mode}`,
    `key: ${key}`,
    "fields:",
    `  ${key}: id`,
    ...fields.map((field) => `  ${field}`),
  ].join("\n");
}

const BY_ACCOUNT = "companyId: { expr: account, by: externalId }";

/** Named so that the alphabet is the wrong order. */
const SYNCS = {
  "syncs/a-issues.yaml": sync(
    "issues",
    "Issue",
    "upsert",
    "title: title",
    `companyIds: '["extid-" & account]'`,
    `enduserIds: 'person = "" ? null : [person]'`,
  ),
  "syncs/b-opportunities.yaml": sync("deals", "Opportunity", "upsert", "title: title", BY_ACCOUNT),
  "syncs/c-people.yaml": sync("people", "Enduser", "upsert", "email: email", BY_ACCOUNT),
  "syncs/d-assets.yaml": sync("assets", "Asset", "upsert", "name: name", "companyId: company_planhat_id"),
  "syncs/z-companies.yaml": sync("companies", "Company", "upsert", "name: name"),
};

interface Rejected {
  readonly sync: string;
  readonly key: string;
  readonly rule: string;
  readonly message: string;
}

test("[A23] new records land behind what they refer to, and those that refer to nothing are listed and not sent", async () => {
  const { sandbox, env } = await makeSandbox({ logBodies: true });
  sandbox.seed("Company", [{ externalId: "old", name: "Old" }]);
  const old = String(sandbox.records("Company")[0]?.["_id"]);
  const dir = await makeProject({
    ...SYNCS,
    "planhat-sync.yaml": FAST,
    "companies.csv": "id,name\nacme,Acme\nbeta,Beta\n",
    "people.csv": "id,email,account\nann,ann@acme.example,acme\nzoe,zoe@gone.example,gone\n",
    "deals.csv": "id,title,account\no1,First,acme\no2,Lost,nowhere\n",
    "assets.csv": `id,name,company_planhat_id\np1,Press,extid-beta\np2,Lathe,${old}\np3,Mill,${NOBODY}\np4,Saw,srcid-nobody\n`,
    "issues.csv": `id,title,account,person\ni1,Bug,beta,\ni2,Bug,beta,${NOBODY}\n`,
  });
  const orphans = [
    ["c-people", "zoe", '"extid-gone"'],
    ["b-opportunities", "o2", '"extid-nowhere"'],
    ["d-assets", "p3", `"${NOBODY}"`],
    ["d-assets", "p4", '"srcid-nobody"'],
    ["a-issues", "i2", `"${NOBODY}"`],
  ].toSorted();
  const told = (rejects: readonly Rejected[]) =>
    rejects
      .map(({ sync, key, rule, message }) => {
        expect(rule).toBe("reference-not-found");
        return [sync, key, /The value is ("[^"]*")\. .+\.$/.exec(message)?.[1]];
      })
      .toSorted();

  const planned = await runMain(["plan", "--format", "json"], { dir, env });
  expect(planned.code, planned.stderr).toBe(6);
  const plan: { syncs: readonly { name: string; rejects: readonly Omit<Rejected, "sync">[] }[] } = JSON.parse(
    planned.stdout,
  );
  expect(
    told(plan.syncs.flatMap(({ name, rejects }) => rejects.map((one) => ({ ...one, sync: name })))),
  ).toEqual(orphans);
  const order = plan.syncs.map(({ name }) => name);
  expect(order.indexOf("z-companies")).toBe(0);
  expect(order.indexOf("c-people")).toBeLessThan(order.indexOf("a-issues"));

  const applied = await runMain(APPLY, { dir, env });
  expect(applied.code, applied.stderr).toBe(6);
  const writes = sandbox.log.filter(({ method }) => method !== "GET");
  expect(writes.every(({ status }) => status === 200)).toBe(true);
  const paths = writes.map(({ path }) => path);
  expect(paths[0]).toBe("/companies");
  expect(paths.indexOf("/endusers")).toBeLessThan(paths.indexOf("/issues"));
  const sent = writes.flatMap(({ body }) =>
    (body as readonly JsonObject[]).map((item) => item["externalId"] ?? item["sourceId"]),
  );
  expect(sent.toSorted()).toEqual(["acme", "ann", "beta", "i1", "o1", "p1", "p2"]);

  const listed = await runMain(["rejects", "--format", "json"], { dir, env });
  expect(told(JSON.parse(listed.stdout).rejects)).toEqual(orphans);
  const before = sandbox.log.length;
  expect((await runMain(APPLY, { dir, env })).code).toBe(6);
  expect(sandbox.log.slice(before).filter(({ method }) => method !== "GET")).toEqual([]);
});

const CHAMPION = `custom.Champion: 'champion != "" ? champion'`;
const FIELDS = '{ "version": 1, "objects": { "Company": { "Champion": { "type": "enduser" } } } }';

test("a circle is a diagnostic, and a run goes through it in the order of the references by other ids", async () => {
  const { sandbox, env } = await makeSandbox();
  const dir = await makeProject({
    "planhat-sync.yaml": FAST,
    "planhat.fields.json": FIELDS,
    "syncs/a-people.yaml": SYNCS["syncs/c-people.yaml"],
    "syncs/companies.yaml": sync("companies", "Company", "upsert", "name: name", CHAMPION),
    "companies.csv": `id,name,champion\nacme,Acme,${NOBODY}\nbeta,Beta,\n`,
    "people.csv": "id,email,account\nann,ann@acme.example,acme\nbob,bob@beta.example,beta\n",
  });
  const validated = await runMain(["validate"], { dir, env });
  expect(validated.code).toBe(0);
  expect(validated.stdout).toContain("companies -> a-people -> companies");
  // Acme is rejected for its champion, and ann for Acme.
  expect((await runMain(APPLY, { dir, env })).code).toBe(6);
  expect(sandbox.records("Company").map(({ name }) => name)).toEqual(["Beta"]);
  expect(sandbox.records("Enduser").map(({ externalId }) => externalId)).toEqual(["bob"]);
});

test("split in two, as the rule advises, every record lands, and the reference is added when it can be", async () => {
  const { sandbox, env } = await makeSandbox();
  const files = {
    "planhat-sync.yaml": FAST,
    "planhat.fields.json": FIELDS,
    "syncs/a-champions.yaml": sync("companies", "Company", "update", CHAMPION),
    "syncs/b-people.yaml": SYNCS["syncs/c-people.yaml"],
    "syncs/companies.yaml": sync("companies", "Company", "upsert", "name: name"),
    "people.csv": "id,email,account\nann,ann@acme.example,acme\n",
  };
  const dir = await makeProject({ ...files, "companies.csv": `id,name,champion\nacme,Acme,${NOBODY}\n` });
  const validated = await runMain(["validate", "--strict"], { dir, env });
  expect(validated.code, validated.stdout).toBe(0);
  const planned = await runMain(["plan"], { dir, env });
  expect(planned.stdout).toContain(
    "1 skipped record is created by another sync of this run: the next apply updates what is there then.",
  );
  expect((await runMain(APPLY, { dir, env })).code).toBe(0);
  expect(sandbox.records("Enduser")).toHaveLength(1);
  // Acme is there now, and its champion is not: only the reference is rejected.
  const second = await runMain(APPLY, { dir, env });
  expect(second.code).toBe(6);
  expect(JSON.parse(second.stdout).syncs.map(({ name }: { name: string }) => name)).toEqual([
    "companies",
    "b-people",
    "a-champions",
  ]);

  const champion = String(sandbox.records("Enduser")[0]?.["_id"]);
  const mended = await makeProject({
    ...files,
    "companies.csv": `id,name,champion\nacme,Acme,${champion}\n`,
  });
  expect((await runMain(APPLY, { dir: mended, env })).code).toBe(0);
  expect(sandbox.records("Company")[0]?.["custom"]).toEqual({ Champion: champion });
});

test("a licence whose parent Planhat does not hold is rejected in the plan, one whose parent is there lands", async () => {
  const { sandbox, env } = await makeSandbox();
  sandbox.seed("Company", [{ externalId: "acme", name: "Acme" }]);
  const licences = sync(
    "licences",
    "License",
    "upsert",
    "_currency: { value: USD }",
    "fromDate: from",
    "mrr: $number(mrr)",
    BY_ACCOUNT,
    `parent: 'parent = "" ? null : parent'`,
  );
  const rows = (...lines: readonly string[]) => ["id,from,mrr,account,parent", ...lines, ""].join("\n");
  const files = { "planhat-sync.yaml": FAST, "syncs/licences.yaml": licences };
  const first = "l1,2026-01-01,10,acme,";
  const dir = await makeProject({
    ...files,
    "licences.csv": rows(first, `l2,2026-02-01,10,acme,${NOBODY}`),
  });
  const applied = await runMain(APPLY, { dir, env });
  expect(applied.code, applied.stderr).toBe(6);
  const listed = await runMain(["rejects", "--format", "json"], { dir, env });
  expect(JSON.parse(listed.stdout).rejects).toMatchObject([
    { key: "l2", field: "parent", rule: "reference-not-found" },
  ]);
  const parent = String(sandbox.records("License")[0]?.["_id"]);
  const mended = await makeProject({
    ...files,
    "licences.csv": rows(first, `l2,2026-02-01,10,acme,${parent}`),
  });
  expect((await runMain(APPLY, { dir: mended, env })).code).toBe(0);
  expect(sandbox.records("License").map((one) => one["parent"])).toContain(parent);
});

test("a metric point leaves when its company, new in the same run, is there", async () => {
  const { sandbox, env } = await makeSandbox({ unknowns: { unknownRecord: "refuse" } });
  const dir = await makeProject({
    "planhat-sync.yaml": FAST,
    "syncs/a-logins.yaml": `version: 1
source: { csv: { path: logins.csv } }
target: { object: Metric }
mode: insert
fields:
  dimensionId: { value: logins }
  externalId: id
  value: $number(n)
  date: day
`,
    "syncs/companies.yaml": `${sync("companies", "Company", "upsert", "name: name")}\nbatch: { size: 1 }\n`,
    "companies.csv": "id,name\nalfa,Alfa\nbeta,Beta\nacme,Acme\n",
    "logins.csv": "id,n,day\nacme,7,2026-01-01\n",
  });
  const applied = await runMain(APPLY, { dir, env });
  expect(applied.code, applied.stdout + applied.stderr).toBe(0);
  expect(sandbox.analytics.points).toHaveLength(1);
  const writes = sandbox.log.filter(({ method }) => method !== "GET").map(({ path }) => path.split("/")[1]);
  expect(writes).toEqual(["companies", "companies", "companies", "dimensiondata"]);
});
