import { spawn } from "node:child_process";
import { mkdir, symlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands/index.ts";
import { ended, pathWithCommand, runCli, runMain } from "../support/cli.ts";
import { COMPANIES, companiesCsv, makeProject, makeSandbox } from "../support/project.ts";

test("--help lists every command and ends with 0, on stdout", async () => {
  const { code, stdout, stderr } = await runMain(["--help"], { dir: "." });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  for (const register of COMMANDS) expect(stdout).toContain(register(() => async () => undefined).name());
});

test.each([
  [["aply"], "Did you mean apply?"],
  [["plan", "--baseline", "life"], "Allowed choices are live, state, none"],
  [["plan", "--limit", "0"], "whole number above 0"],
  [["preview"], "missing required argument"],
  [["--format", "xml", "plan"], "Allowed choices are"],
])("%j is a mistake on the command line: exit 3, and what to do on stderr", async (argv, says) => {
  const { code, stdout, stderr } = await runMain(argv, { dir: "." });
  expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
  expect(stderr).toContain(says);
});

test("a sync that is not there gets a suggestion", async () => {
  const dir = await makeProject({ "syncs/companies.yaml": COMPANIES, "companies.csv": companiesCsv(1) });
  const { code, stderr } = await runMain(["validate", "compnies"], { dir });
  expect(code).toBe(3);
  expect(stderr).toContain("Did you mean companies?");
});

test("a folder without definitions says what to do", async () => {
  const dir = await makeProject({});
  const { code, stdout } = await runMain(["validate"], { dir });
  expect(code).toBe(3);
  expect(stdout).toContain("planhat-sync init makes a project");
});

test("[P11] the built command prints a whole long result into a pipe", async () => {
  const dir = await makeProject({ "syncs/companies.yaml": COMPANIES, "companies.csv": companiesCsv(3000) });
  const { code, stdout } = await runCli(["preview", "companies", "--limit", "3000", "--format", "json"], {
    dir,
  });
  expect(code).toBe(0);
  expect(stdout.length).toBeGreaterThan(300_000);
  expect(JSON.parse(stdout).rows).toHaveLength(3000);
});

test("[P11] a reader that goes away ends the printing, not the command", async () => {
  const dir = await makeProject({ "syncs/companies.yaml": COMPANIES, "companies.csv": companiesCsv(3000) });
  const { startCli } = await import("../support/cli.ts");
  const child = startCli(["preview", "companies", "--limit", "3000"], { dir });
  child.stdout?.once("data", () => child.stdout?.destroy());
  let stderr = "";
  child.stderr?.on("data", (chunk) => {
    stderr += chunk;
  });
  const code = await new Promise((done) => child.on("close", done));
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

test("[P6, P11] a disk that is full in the middle of a result is told, and ends with 4", async () => {
  const dir = await makeProject({ "syncs/companies.yaml": COMPANIES, "companies.csv": companiesCsv(3000) });
  const PATH = await pathWithCommand(dir);
  // A file may have 100 KiB here; the result has three times as much.
  const script = 'ulimit -f 100; exec planhat-sync preview companies --limit 3000 --format json > "$1"';
  const { code, stderr } = await ended(
    spawn("bash", ["-c", script, "bash", join(dir, "rows.json")], { cwd: dir, env: { PATH } }),
  );
  expect(code).toBe(4);
  expect(stderr).toContain("The output is incomplete: stdout could not be written (EFBIG).");
});

test.each([
  ["--html", "page"],
  ["--out", "plan"],
])("[P6, C12] plan %s never takes the place of a folder, a link or a device", async (option, what) => {
  const { env } = await makeSandbox();
  const dir = await makeProject({ "syncs/companies.yaml": COMPANIES, "companies.csv": companiesCsv(3) });
  await mkdir(join(dir, "folder"));
  await symlink(join(dir, "companies.csv"), join(dir, "link"));
  for (const file of ["folder", "link", "/dev/stdout"]) {
    const { code, stdout, stderr } = await runMain(["plan", option, file], { dir, env });
    expect({ code, stdout }).toEqual({ code: 4, stdout: "" });
    expect(stderr).toContain(`The ${what} cannot be written: ${resolve(dir, file)} is no regular file.`);
  }
});

test("validate looks into the header of a CSV, and says nothing where the file is not there yet", async () => {
  const files = { "syncs/companies.yaml": COMPANIES.replace("phase: phase", "phase: phse") };
  const { code, stdout } = await runMain(["validate"], {
    dir: await makeProject({ ...files, "companies.csv": companiesCsv(1) }),
  });
  expect(code).toBe(3);
  expect(stdout).toContain("syncs/companies.yaml:10:10  error  column-unknown");
  expect(stdout).toContain("did you mean phase?");
  expect(await runMain(["validate"], { dir: await makeProject(files) })).toMatchObject({ code: 0 });
});
