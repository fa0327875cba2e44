import { chmod, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands/index.ts";
import { formatsOf } from "../../src/cli/formats/formats.ts";
import { runMain } from "../support/cli.ts";
import { COMPANIES, makeProject } from "../support/project.ts";

const BROKEN = COMPANIES.replace("externalId: id", "external_id: id   # of the CRM").replace(
  "key: externalId",
  "key: external_id",
);
const MENDED = COMPANIES.replace("externalId: id", "externalId: id   # of the CRM");
const DATA = "id,name,phase\nc1,Acme,Trial\n";

test("--fix mends the file, says what it did, and shows what is left", async () => {
  const dir = await makeProject({
    "syncs/companies.yaml": `\uFEFF${BROKEN.replace("phase: phase", "phase: $now()")}`,
    "companies.csv": DATA,
  });
  const path = join(dir, "syncs/companies.yaml");
  await chmod(path, 0o640);
  const first = await runMain(["validate", "--fix"], { dir });
  expect(first).toMatchObject({ code: 0, stderr: "" });
  expect(first.stdout).toContain(
    "mended 1 problem in 1 file\n  syncs/companies.yaml:8  rename external_id to externalId  unknown-field\n",
  );
  expect(first.stdout).toContain("warning  clock-in-value");
  expect(await readFile(path, "utf8")).toBe(`\uFEFF${MENDED.replace("phase: phase", "phase: $now()")}`);
  expect((await stat(path)).mode & 0o777).toBe(0o640);
  expect(await readdir(join(dir, "syncs"))).toEqual(["companies.yaml"]);

  const again = await runMain(["validate", "--fix"], { dir });
  expect(again.stdout).not.toContain("mended");
});

test("--fix writes through a link inside the project, and only into the syncs that are named", async () => {
  const dir = await makeProject({
    "shared/companies.yaml": BROKEN,
    "syncs/other.yaml": BROKEN.replace("name: companies", "name: other").replace(
      "mode: upsert",
      "mode: insert",
    ),
    "companies.csv": DATA,
  });
  await symlink("../shared/companies.yaml", join(dir, "syncs/companies.yaml"));
  const { code, stdout } = await runMain(["validate", "companies", "--fix", "--format", "json"], { dir });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    valid: true,
    diagnostics: [],
    fixed: [{ rule: "unknown-field", fix: "rename external_id to externalId" }],
  });
  expect(await readFile(join(dir, "shared/companies.yaml"), "utf8")).toBe(MENDED);
  expect(await readFile(join(dir, "syncs/other.yaml"), "utf8")).toContain("external_id");
});

test("--fix leaves a file alone that is no YAML", async () => {
  const text = `${BROKEN}\tx: @\n`;
  const dir = await makeProject({ "syncs/companies.yaml": text, "companies.csv": DATA });
  expect(await runMain(["validate", "--fix"], { dir })).toMatchObject({ code: 3 });
  expect(await readFile(join(dir, "syncs/companies.yaml"), "utf8")).toBe(text);
});

test("without --fix nothing is written, and the last line says what could be mended", async () => {
  const dir = await makeProject({ "syncs/companies.yaml": BROKEN, "companies.csv": DATA });
  const { code, stdout } = await runMain(["validate"], { dir });
  expect(code).toBe(3);
  expect(stdout).toContain("planhat-sync validate --fix fixes one of them");
  expect(await readFile(join(dir, "syncs/companies.yaml"), "utf8")).toBe(BROKEN);
});

test("--format sarif names files from the folder where the command runs", async () => {
  const dir = await makeProject({ "crm/syncs/companies.yaml": BROKEN, "crm/companies.csv": DATA });
  const { code, stdout } = await runMain(["validate", "--project", "crm", "--format", "sarif"], { dir });
  expect(code).toBe(3);
  const [run] = JSON.parse(stdout).runs;
  expect(run.results[0].locations[0].physicalLocation.artifactLocation.uri).toBe("crm/syncs/companies.yaml");
});

test("a source's file that is not there is a warning, an .sql file an error", async () => {
  const dir = await makeProject({
    "planhat-sync.yaml": "version: 1\nconnections: { db: postgres://localhost/x }\n",
    "syncs/companies.yaml": COMPANIES,
    "syncs/orders.yaml": COMPANIES.replace("name: companies", "name: orders")
      .replace("csv: { path: companies.csv }", "postgres: { connection: db, file: sql/none.sql }")
      .replace("mode: upsert", "mode: insert"),
  });
  const { stdout } = await runMain(["validate", "--format", "json"], { dir });
  const found = JSON.parse(stdout).diagnostics.filter(
    ({ rule }: { rule: string }) => rule === "source-file-missing",
  );
  expect(found).toMatchObject([
    { severity: "warning", file: "syncs/companies.yaml", line: 3 },
    { severity: "error", file: "syncs/orders.yaml", line: 3 },
  ]);
  await writeFile(join(dir, "companies.csv"), DATA);
  const after = await runMain(["validate", "companies"], { dir });
  expect(after).toMatchObject({ code: 0 });
});

test("a format that a command does not have is refused, and named", async () => {
  const dir = await makeProject({ "syncs/companies.yaml": COMPANIES, "companies.csv": DATA });
  for (const register of COMMANDS) {
    const name = register(() => async () => undefined).name();
    expect(formatsOf(name)).toContain("text");
    if (formatsOf(name).includes("sarif")) continue;
    const more: Readonly<Record<string, string>> = {
      state: "show",
      preview: "companies",
      show: "p.plan",
      completion: "bash",
    };
    const argv = [name, ...(more[name] === undefined ? [] : [more[name]])];
    const { code, stdout, stderr } = await runMain([...argv, "--format", "sarif"], { dir });
    expect({ name, code, stdout }).toEqual({ name, code: 3, stdout: "" });
    expect(stderr).toContain(`The command ${name} does not print sarif.`);
  }
});

test("explain prints the rules as JSON, with what a setting can do to them", async () => {
  const { stdout } = await runMain(["explain", "unknown-field", "--format", "json"], { dir: "." });
  expect(JSON.parse(stdout)).toMatchObject({
    formatVersion: 1,
    rules: [{ id: "unknown-field", severity: "error", family: "field", locked: true, optional: false }],
  });
  const all = await runMain(["explain", "--format", "json"], { dir: "." });
  expect(JSON.parse(all.stdout).rules.length).toBeGreaterThan(100);
});

const SEMICOLONS = "id;name;phase\nc1;Acme;Trial\n";

test.each([
  ["another delimiter", SEMICOLONS, 3, "error", 'set delimiter: ";"'],
  [
    "another delimiter, and quotes",
    SEMICOLONS.replace("id;name;phase", '"id";"name";"phase"'),
    3,
    "error",
    'set delimiter: ";"',
  ],
  ["Excel's line with another delimiter", `sep=;\r\n${SEMICOLONS}`, 3, "error", 'set delimiter: ";"'],
  ["another encoding", Buffer.from("\ufeffid,name,phase\n", "utf16le"), 3, "error", "set encoding: utf-16le"],
  ["a name twice", "id,name,name\nc1,Acme,Trial\n", 0, "warning", "rename one of them"],
  ["two byte order marks", "\ufeff\ufeffid,name,phase\n", 0, "warning", "remove one of them"],
  ["its header again right below", "id,name,phase\nid,name,phase\n", 0, "warning", "remove the line"],
])("a file with %s is found without reading its rows", async (_what, content, exit, severity, hint) => {
  const dir = await makeProject({ "syncs/companies.yaml": COMPANIES });
  await writeFile(join(dir, "companies.csv"), content);
  const { code, stdout } = await runMain(["validate", "--format", "json"], { dir });
  const { diagnostics } = JSON.parse(stdout);
  expect(diagnostics).toMatchObject([
    { rule: "source-unreadable", severity, file: "syncs/companies.yaml", line: 3, sync: "companies" },
  ]);
  expect(diagnostics[0].hint).toContain(hint);
  expect(code).toBe(exit);
});

test("a header that another delimiter cuts into more names is told", async () => {
  const dir = await makeProject({
    "syncs/companies.yaml": COMPANIES.replace("id\n", "id\n").replace(
      "externalId: id",
      "externalId: '`id;name;city`'",
    ),
    "companies.csv": "id;name;city, phase\nc1;Acme;Oslo, Trial\n",
  });
  const { stdout } = await runMain(["validate", "--format", "json"], { dir });
  const rules = JSON.parse(stdout).diagnostics.map(({ rule }: { rule: string }) => rule);
  expect(rules).toContain("csv-delimiter-unlikely");
});

test("a file that is not there is told once", async () => {
  const dir = await makeProject({ "syncs/companies.yaml": COMPANIES });
  const { stdout } = await runMain(["validate", "--format", "json"], { dir });
  expect(JSON.parse(stdout).diagnostics).toMatchObject([{ rule: "source-file-missing" }]);
});

test("a .env that does not mean what it seems to is told with its line, and no value", async () => {
  const dir = await makeProject({
    "syncs/companies.yaml": COMPANIES,
    "companies.csv": DATA,
    ".env": "# for tests\nPLANHAT_API_TOKEN=canary#0123456789\nWAREHOUSE_URL='canary\n",
  });
  const { code, stdout } = await runMain(["validate"], { dir });
  expect(code).toBe(3);
  expect(stdout).toMatch(/^\.env:2:1 {2}warning {2}env-file$/m);
  expect(stdout).toMatch(/^\.env:3:1 {2}error {2}env-file$/m);
  expect(stdout).not.toContain("canary");
});
