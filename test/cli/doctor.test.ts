import { expect, test } from "vitest";
import { runMain } from "../support/cli.ts";
import { COMPANIES, companiesCsv, ENDUSERS, FAST, makeProject, makeSandbox } from "../support/project.ts";

const FILES = {
  "planhat-sync.yaml": FAST,
  "syncs/companies.yaml": COMPANIES,
  "syncs/endusers.yaml": ENDUSERS,
  "companies.csv": companiesCsv(2),
  "endusers.csv": "id,company,email\ne1,c1,a@example.com\n",
  "planhat.fields.json": '{ "version": 1, "objects": {} }',
};

interface Check {
  readonly name: string;
  readonly status: string;
  readonly found: string;
  readonly fix?: string;
}

async function examine(dir: string, env: Readonly<Record<string, string>>) {
  const { code, stdout } = await runMain(["doctor", "--format", "json"], { dir, env });
  const checks = new Map<string, Check>(JSON.parse(stdout).checks.map((check: Check) => [check.name, check]));
  return { code, stdout, checks };
}

test("all in order: exit 0, each check in its place, and nothing was written", async () => {
  const { sandbox, env } = await makeSandbox();
  const dir = await makeProject(FILES);
  const { code, checks, stdout } = await examine(dir, env);
  expect([...checks.values()].filter(({ status }) => status !== "ok")).toEqual([]);
  expect(code).toBe(0);
  expect([...checks.keys()]).toEqual([
    ...["node", "definitions", "environment", "custom fields", "host", "proxy", "disk", "token", "clock"],
    ...["read Company", "read Enduser", "read CustomField", "source companies", "source endusers"],
    ...["state", "lock", "write Company", "write Enduser"],
  ]);
  expect(sandbox.log.every(({ method }) => method === "GET")).toBe(true);
  expect(stdout).not.toContain(sandbox.token);
  expect((await runMain(["doctor"], { dir, env })).stdout).toContain("Everything is in order.");
});

test("a permission that lacks, a source that is gone and a clock that is off are told with what to do", async () => {
  const { env } = await makeSandbox({
    permissions: { Enduser: { read: false }, CustomField: { read: false } },
  });
  const dir = await makeProject({ ...FILES, "companies.csv": "" });
  const { code, checks } = await examine(dir, env);
  expect(code).toBe(4);
  expect(checks.get("read Enduser")).toMatchObject({
    status: "failed",
    found: "not permitted (403); needed by endusers",
    fix: expect.stringContaining("permission to read endusers"),
  });
  expect(checks.get("read CustomField")).toMatchObject({ status: "warning" });
  expect(checks.get("token")).toMatchObject({ status: "ok" });
  expect(checks.get("source companies")).toMatchObject({ status: "failed" });
  const clock = {
    now: () => Date.now() + 3_600_000,
    monotonic: () => performance.now(),
    sleep: async () => {},
  };
  const late = await runMain(["doctor"], { dir, env, clock });
  expect(late.stdout).toMatch(/warning {2}clock +36\d\d s ahead of Planhat's/);
});

test.each([
  ["quotes", '"canary-token"', "is in quotes"],
  ["its scheme", "Bearer canary-token", 'begins with "Bearer "'],
  ["a line end", "canary-token\n", "has a line end in it"],
  ["a blank", "canary token", "has a blank in it"],
])("a token with %s is told as that, and Planhat is not asked with it", async (_what, token, says) => {
  const { sandbox, env } = await makeSandbox();
  const dir = await makeProject(FILES);
  const { checks, stdout } = await examine(dir, { ...env, PLANHAT_API_TOKEN: token });
  expect(checks.get("token")).toMatchObject({ status: "failed", found: expect.stringContaining(says) });
  expect(stdout).not.toContain("canary");
  expect(sandbox.log).toEqual([]);
});

test.each([
  ["HTTPS_PROXY", "proxy.example:3128", "failed", "is not the address of a proxy"],
  ["https_proxy", "http://canary@proxy.example", "failed", "only one of user name and password"],
  ["HTTP_PROXY", "ftp://proxy.example", "failed", "another kind"],
  ["ALL_PROXY", "http://proxy.example:3128", "warning", "ALL_PROXY is set, which is not used"],
])("a proxy that would not be used is told: %s=%s", async (name, value, status, says) => {
  const { env } = await makeSandbox();
  const dir = await makeProject(FILES);
  const { checks, stdout } = await examine(dir, { ...env, [name]: value });
  expect(checks.get("proxy")).toMatchObject({ status, found: expect.stringContaining(says) });
  expect(stdout).not.toContain("canary");
});

test("a range of addresses in NO_PROXY is told, which matches none", async () => {
  const { env } = await makeSandbox();
  const dir = await makeProject(FILES);
  const proxy = { HTTPS_PROXY: "http://proxy.example:3128", NO_PROXY: "localhost,10.0.0.0/8" };
  const { checks } = await examine(dir, { ...env, ...proxy });
  expect(checks.get("proxy")).toMatchObject({
    status: "warning",
    found: "NO_PROXY names the range 10.0.0.0/8, which is not used",
  });
});

test.each([
  ["no token", { PLANHAT_API_TOKEN: "" }, "needs the environment variable PLANHAT_API_TOKEN"],
  ["a wrong token", { PLANHAT_API_TOKEN: "another-token" }, "did not accept the API token"],
  ["nobody at the address", { PLANHAT_API_URL: "http://127.0.0.1:1" }, "could not be reached"],
])("%s: the token's check fails, the others still tell", async (_what, other, says) => {
  const { env } = await makeSandbox();
  const dir = await makeProject(FILES);
  const { code, checks } = await examine(dir, { ...env, ...other });
  expect(code).toBe(4);
  expect(checks.get("token")).toMatchObject({ status: "failed", found: expect.stringContaining(says) });
  expect(checks.get("source endusers")).toMatchObject({ status: "ok", found: "csv: 3 columns" });
});

const CREATING = { Company: { create: false } };
const UPDATING = { Company: { update: false } };
const ONE_NEW = { "companies.csv": "id,name,phase\nc1,Other,Trial\nnew,New,Trial\n" };

test.each([
  [
    "every record",
    CREATING,
    {},
    4,
    "2 records: The API token may not write companies (403). Planhat says: no permission to create companies.",
  ],
  [
    "some of them",
    UPDATING,
    ONE_NEW,
    6,
    "1 record: Planhat refused the record: the API token lacks a permission. Planhat says: no permission to update companies.",
  ],
])("what an apply may not write, %s, is told afterwards", async (_what, permissions, files, exit, told) => {
  const { sandbox, env } = await makeSandbox({ permissions });
  sandbox.seed("Company", [{ externalId: "c1", name: "Old" }].slice(0, exit === 6 ? 1 : 0));
  const dir = await makeProject({ ...FILES, ...files });
  const before = await examine(dir, env);
  expect(before.checks.get("write Company")).toEqual({
    name: "write Company",
    status: "ok",
    found: "not known: doctor writes nothing, and no apply has written any",
  });
  const applied = await runMain(["apply", "companies", "--auto-approve"], { dir, env });
  expect(applied.code, applied.stderr).toBe(exit);
  const { code, checks } = await examine(dir, env);
  expect(code).toBe(0);
  expect(checks.get("write Company")).toEqual({
    name: "write Company",
    status: "warning",
    found: `the last apply was not permitted to, for ${told}`,
    fix: "Give the Private App the permission to create and update Company in Settings > Private Apps, and apply again.",
  });
});

test("what an apply has written is told as such", async () => {
  const { env } = await makeSandbox();
  const dir = await makeProject(FILES);
  expect((await runMain(["apply", "companies", "--auto-approve"], { dir, env })).code).toBe(0);
  const { checks } = await examine(dir, env);
  expect(checks.get("write Company")).toMatchObject({
    status: "ok",
    found: "an earlier apply did; 2 records remembered",
  });
});

test("a definition with errors makes it exit 3", async () => {
  const { env } = await makeSandbox();
  const dir = await makeProject({ ...FILES, "syncs/companies.yaml": `${COMPANIES}  nosuch: x\n` });
  const { code, checks } = await examine(dir, env);
  expect(code).toBe(3);
  expect(checks.get("definitions")).toMatchObject({ status: "failed" });
});
