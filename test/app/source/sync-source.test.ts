import { expect, test } from "vitest";
import { json, serve } from "../../sources/http/api-server.ts";
import { runMain } from "../../support/cli.ts";
import { COMPANIES, companiesCsv, ENDUSERS, makeProject, makeSandbox } from "../../support/project.ts";

test("what is wrong with a source begins with the file of its definition", async () => {
  const { sandbox, env } = await makeSandbox();
  const dir = await makeProject({
    "syncs/companies.yaml": COMPANIES,
    "companies.csv": companiesCsv(2),
    "syncs/people/endusers.yaml": ENDUSERS,
    "endusers.csv": "id,company,email\nu1,c1\n",
  });
  const { code, stderr } = await runMain(["apply", "--auto-approve"], { dir, env });
  expect(code).toBe(4);
  expect(stderr).toContain(
    "error: syncs/people/endusers.yaml: The row at endusers.csv:2 has 2 values, but there are 3 columns. Nothing was written.",
  );
  expect(sandbox.records("Company")).toHaveLength(0);
});

test("so does a warning while it is read", async () => {
  const { env } = await makeSandbox();
  const { url } = await serve((_request, response) =>
    json(response, [{ id: "c1", name: "A", changed: null }]),
  );
  const http = `source: { http: { url: "${url}", cursor: { column: changed, param: since } } }`;
  const dir = await makeProject({
    "syncs/companies.yaml": COMPANIES.replace(/source: .*/, http).replace("  phase: phase\n", ""),
  });
  const { code, stderr } = await runMain(["plan"], { dir, env });
  expect(code).toBe(0);
  expect(stderr).toContain(
    "warning: syncs/companies.yaml: 1 of 1 records have no value in the cursor column",
  );
});

test("so does a column that no record of an API has, and only where all of them were read", async () => {
  const { env } = await makeSandbox();
  const { url } = await serve(({ query }, response) =>
    json(response, [
      { id: "c1", name: "A", changed: 1 },
      ...(query.has("since") ? [] : [{ id: "c2", name: "B", tier: "x" }]),
    ]),
  );
  const http = `source: { http: { url: "${url}", cursor: { column: changed, param: since } } }`;
  const definition = COMPANIES.replace(/source: .*/, http);
  const dir = await makeProject({
    "syncs/companies.yaml": definition.replace("phase: phase", "custom.Tier: tier\n  custom.Name: nmae"),
  });
  const first = await runMain(["apply", "--auto-approve"], { dir, env });
  expect(first.stderr).toContain(
    "warning: syncs/companies.yaml: No record has nmae, which custom.Name reads: did you mean name?",
  );
  expect(first.stderr).not.toContain("has tier");
  const second = await runMain(["apply", "--auto-approve"], { dir, env });
  expect(second.stdout).toContain("1 read");
  expect(second.stderr).not.toContain("No record has");
});

test("a column that standard input does not have is found before a row is read, by the commands that read it", async () => {
  const { env } = await makeSandbox();
  const dir = await makeProject({ "syncs/companies.yaml": COMPANIES.replace("companies.csv", '"-"') });
  const options = { dir, env, stdin: companiesCsv(2).replace("phase", "fase") };
  for (const command of [["plan"], ["apply", "--auto-approve"], ["preview", "companies"]]) {
    const { code, stdout, stderr } = await runMain(command, options);
    expect(code).toBe(3);
    expect(stdout + stderr).toMatch(/column-unknown[\s\S]*did you mean fase\?/);
  }
  expect((await runMain(["validate"], options)).code).toBe(0);
  const whole = await runMain(["plan"], { ...options, stdin: companiesCsv(2) });
  expect(whole.stdout).toContain("2 read: 2 to create");
});
