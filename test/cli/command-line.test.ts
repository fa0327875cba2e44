import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runMain } from "../support/cli.ts";
import { COMPANIES, companiesCsv, ENDUSERS, makeProject, makeSandbox } from "../support/project.ts";

const BROKEN = ENDUSERS.replace("mode: upsert", "mode: mirror");

/** A sync without a problem and one with one. */
async function project() {
  return makeProject({
    "syncs/companies.yaml": COMPANIES,
    "syncs/endusers.yaml": BROKEN,
    "companies.csv": companiesCsv(3),
  });
}

describe("what a command line holds is never printed raw:", () => {
  const evil = "\u001b[31mx\u0007\r\n::error::y\u009b1m";
  test.each([
    ["a command", [evil]],
    ["an option", [`--${evil}`]],
    ["an option of a command", ["plan", `--${evil}`]],
    ["the value of an option", ["plan", "--limit", evil]],
    ["a format", ["plan", "--format", evil]],
    ["a sync to validate", ["validate", evil]],
    ["a sync to plan", ["plan", evil]],
    ["a sync to preview", ["preview", evil]],
    ["a sync to test", ["test", evil]],
    ["a sync of the rejects", ["rejects", evil]],
    ["a rule", ["explain", evil]],
    ["a schema", ["schema", evil]],
    ["a run", ["runs", evil]],
    ["a sync to forget", ["state", "forget", evil]],
    ["a plan to show", ["show", evil]],
    ["a project", ["validate", "--project", evil]],
    ["an env file", ["validate", "--env-file", evil]],
    ["a plan to save", ["plan", "companies", "--out", evil]],
    ["a page to save", ["plan", "companies", "--html", evil]],
    ["a saved plan to apply", ["apply", `x/${evil}.plan`]],
  ])("%s", async (_, argv) => {
    const { env } = await makeSandbox();
    const dir = await makeProject({ "syncs/companies.yaml": COMPANIES, "companies.csv": companiesCsv(3) });
    const { stdout, stderr } = await runMain(argv, { dir, env });
    expect(stdout + stderr).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f]/);
    expect(stdout + stderr).not.toMatch(/^::error/m);
  });
});

test("show of a file that is missing says so", async () => {
  const dir = await project();
  const { code, stderr } = await runMain(["show", "monday.plan"], { dir });
  expect({ code, stderr }).toEqual({
    code: 4,
    stderr: `error: There is no file ${join(dir, "monday.plan")}.\nhint: Check the path. A plan is saved with: planhat-sync plan --out FILE\n`,
  });
});

describe("validate NAME counts what was asked for:", () => {
  test("a sync without a problem is one sync", async () => {
    const { stdout } = await runMain(["validate", "companies"], { dir: await project() });
    expect(stdout).toBe("1 sync, no problems\n");
  });

  test("a sync with a problem is one file", async () => {
    const { stdout } = await runMain(["validate", "endusers"], { dir: await project() });
    expect(stdout.trimEnd().split("\n").at(-1)).toMatch(/^1 error in 1 file(?:;|$)/);
  });
});

describe("plan --out", () => {
  test("does not take the place of a file that is no plan", async () => {
    const { env } = await makeSandbox();
    const dir = await makeProject({ "syncs/companies.yaml": COMPANIES, "companies.csv": companiesCsv(3) });
    const { code, stdout, stderr } = await runMain(["plan", "companies", "--out", "syncs/companies.yaml"], {
      dir,
      env,
    });
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toContain("is not a planhat-sync plan, so it was not replaced.");
    expect(await readFile(join(dir, "syncs/companies.yaml"), "utf8")).toBe(COMPANIES);
  });

  test("takes the place of an earlier plan, and of an empty file", async () => {
    const { env } = await makeSandbox();
    const dir = await makeProject({ "syncs/companies.yaml": COMPANIES, "companies.csv": companiesCsv(3) });
    await writeFile(join(dir, "p.plan"), "");
    for (const _ of [1, 2]) {
      expect(await runMain(["plan", "--out", "p.plan"], { dir, env })).toMatchObject({ code: 0 });
    }
  });
});

test.each([
  ["preview", ["preview", "feed"]],
  ["plan", ["plan"]],
])("%s reads a source that fails once", async (command, argv) => {
  const { env } = await makeSandbox();
  let calls = 0;
  const { createServer } = await import("node:http");
  const server = createServer((_, reply) => {
    calls += 1;
    reply.writeHead(403).end("no");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  try {
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const dir = await makeProject({
      "syncs/feed.yaml": COMPANIES.replace("name: companies", "name: feed").replace(
        "csv: { path: companies.csv }",
        `http: { url: "http://127.0.0.1:${port}/rows" }`,
      ),
    });
    const { code, stderr } = await runMain(argv, { dir, env });
    expect({ command, code, calls }).toEqual({ command, code: 4, calls: 1 });
    expect(stderr).toContain("error: syncs/feed.yaml: ");
  } finally {
    await new Promise((closed) => server.close(closed));
  }
});
