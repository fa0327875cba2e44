import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openProject } from "../../src/index.ts";
import { runMain } from "../support/cli.ts";
import { COMPANIES, companiesCsv, makeProject, makeSandbox } from "../support/project.ts";

const APPLY = ["apply", "--auto-approve"];
const TOKEN = "production-token-1";

/** A staging that is protected by nothing, and a production that takes saved plans only: two sandboxes. */
async function world() {
  const { sandbox: staging } = await makeSandbox();
  const { sandbox: production } = await makeSandbox({ token: TOKEN });
  const env = {
    STAGING_TOKEN: staging.token,
    STAGING_URL: staging.url,
    PRODUCTION_TOKEN: TOKEN,
    PRODUCTION_URL: production.url,
  };
  const dir = await makeProject({
    "planhat-sync.yaml": `version: 1
limits: { callsPerMinute: 100000 }
environments:
  staging:
    planhat: { token: "\${STAGING_TOKEN}", apiUrl: "\${STAGING_URL}" }
  production:
    planhat: { token: "\${PRODUCTION_TOKEN}", apiUrl: "\${PRODUCTION_URL}" }
    guards: { minRows: 3 }
    protected: true
`,
    "syncs/companies.yaml": COMPANIES,
    "companies.csv": companiesCsv(3),
  });
  const run = (...argv: readonly string[]) => runMain(argv, { dir, env });
  return { staging, production, env, dir, run };
}

test("with environments and no choice, whatever reaches Planhat or the state ends with 3 and names them", async () => {
  const { run, staging, production } = await world();
  for (const argv of [
    ["plan"],
    APPLY,
    ["runs"],
    ["rejects"],
    ["rejects", "retry", "--auto-approve"],
    ["state", "show"],
    ["doctor"],
    ["introspect"],
  ]) {
    const { code, stderr } = await run(...argv);
    expect([argv[0], code]).toEqual([argv[0], 3]);
    expect(stderr).toContain("staging, production");
  }
  expect([...staging.log, ...production.log]).toEqual([]);
  for (const argv of [["validate"], ["test"], ["preview", "companies"]]) {
    expect((await run(...argv)).code).toBe(0);
  }
});

test("a name that there is not ends with 3, in a project without environments too", async () => {
  const { run } = await world();
  expect(await run("plan", "--env", "stagin")).toMatchObject({
    code: 3,
    stderr: expect.stringContaining("Did you mean staging?"),
  });
  const dir = await makeProject({ "syncs/companies.yaml": COMPANIES, "companies.csv": companiesCsv(1) });
  const env = { PLANHAT_SYNC_ENV: "staging" };
  expect((await runMain(["validate"], { dir, env })).code).toBe(3);
});

test("each environment has its own Planhat, state, and name in every report", async () => {
  const { run, staging, production, dir } = await world();
  const applied = await run(...APPLY, "--env", "staging", "--format", "json");
  expect(applied.code).toBe(0);
  expect(JSON.parse(applied.stdout)).toMatchObject({ environment: "staging", target: staging.url });
  expect([staging, production].map((one) => one.records("Company").length)).toEqual([3, 0]);

  const page = join(dir, "plan.html");
  const planned = await run("plan", "--env", "production", "--format", "json", "--html", page);
  expect(JSON.parse(planned.stdout)).toMatchObject({
    environment: "production",
    target: production.url,
    syncs: [{ summary: { create: 3 } }],
  });
  const name = `production (${production.url})`;
  expect(await readFile(page, "utf8")).toContain(name);
  for (const format of ["text", "markdown", "github"]) {
    const { stdout } = await run("plan", "--env", "production", "--format", format);
    expect(stdout).toContain(name);
  }
  for (const argv of [["runs"], ["rejects"], ["state", "show"]]) {
    const { stdout } = await run(...argv, "--env", "staging");
    expect(stdout).toContain("Environment: staging");
    const json = await run(...argv, "--env", "staging", "--format", "json");
    expect(JSON.parse(json.stdout)).toMatchObject({ environment: "staging" });
  }
  expect((await run("doctor", "--env", "staging")).stdout).toContain(`staging (${staging.url})`);
  expect((await run(...APPLY, "--env", "staging", "--format", "markdown")).stdout).toContain(
    `staging (${staging.url})`,
  );
});

test("a protected environment takes saved plans that were made for it, and nothing else", async () => {
  const { run, production, dir } = await world();
  for (const argv of [APPLY, ["rejects", "retry", "--auto-approve"]]) {
    const refused = await run(...argv, "--env", "production");
    expect(refused.code).toBe(3);
    expect(refused.stderr).toContain("is protected");
  }
  await run("plan", "--env", "staging", "--out", join(dir, "staging.plan"));
  const foreign = await run("apply", "staging.plan", "--env", "production");
  expect(foreign.code).toBe(7);
  expect(foreign.stderr).toContain('made for the environment "staging"');
  expect(production.records("Company")).toEqual([]);

  const saved = await run("plan", "--env", "production", "--out", join(dir, "own.plan"));
  expect(saved.stderr).toContain("--env production` writes it");
  expect((await run("show", "own.plan", "--format", "json")).stdout).toContain('"environment": "production"');
  expect((await run("apply", "own.plan", "--env", "production")).code).toBe(0);
  expect(production.records("Company")).toHaveLength(3);
});

test("the guards of an environment stand in place of those of a definition", async () => {
  const { run, dir } = await world();
  expect((await run("plan", "--env", "production")).code).toBe(0);
  await writeFile(join(dir, "companies.csv"), companiesCsv(2));
  const broken = await run("plan", "--env", "production");
  expect(broken.code).toBe(5);
  expect(broken.stderr).toContain("guards.minRows asks for 3");
  expect((await run("plan", "--env", "staging")).code).toBe(0);
});

test("the token of an environment that is not chosen is hidden", async () => {
  const { run } = await world();
  const { stdout, stderr } = await run("preview", "companies", "--key", TOKEN, "--env", "staging");
  expect(stdout + stderr).not.toContain(TOKEN);
});

test("the API takes the choice as an option", async () => {
  const { dir, env, staging, production } = await world();
  await expect(openProject(dir, { env }).plan()).rejects.toMatchObject({
    reason: { code: "environment-open" },
  });
  const project = openProject(dir, { env, environment: "production" });
  const plan = await project.plan();
  expect(plan.view).toMatchObject({ environment: "production", target: production.url });
  expect(await project.apply(plan)).toMatchObject({ status: "succeeded", environment: "production" });
  await plan.dispose();
  expect([staging, production].map((one) => one.records("Company").length)).toEqual([0, 3]);
});

test("the shell completes --env", async () => {
  const { run } = await world();
  const { stdout } = await run("completion", "bash", "--words", "--", "plan", "--env", "");
  expect(stdout).toBe("staging\t\nproduction\t\n");
});
