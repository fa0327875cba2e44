import { expect, test } from "vitest";
import { runMain } from "../support/cli.ts";
import { makeProject } from "../support/project.ts";

const PROJECT = {
  "planhat-sync.yaml": "version: 1\n",
  "syncs/companies.yaml": `version: 1
name: companies
source: { csv: { path: companies.csv } }
target: { object: Company }
mode: upsert
fields:
  externalId: id
  name: name
`,
  "companies.csv": "id,name\nc1,Acme\n",
};

test("the sandbox within the command needs no token, for any command", async () => {
  const dir = await makeProject(PROJECT);
  const run = (...argv: string[]) => runMain(argv, { dir, env: { PLANHAT_API_URL: "sandbox" } });
  expect((await run("plan")).code).toBe(0);
  expect((await run("apply", "--auto-approve")).stdout).toContain("1 created");
  expect((await run("introspect")).code).toBe(0);
});

test("Planhat needs one, and says so before anything is read", async () => {
  const { code, stderr } = await runMain(["plan"], { dir: await makeProject(PROJECT), env: {} });
  expect(code).toBe(4);
  expect(stderr).toContain("planhat.token needs the environment variable PLANHAT_API_TOKEN");
});
