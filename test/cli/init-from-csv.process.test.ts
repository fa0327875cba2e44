import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { runMain } from "../support/cli.ts";
import { makeProject } from "../support/project.ts";

const CSV = `Account ID,Account Name,MRR,Renewal Date,Is VIP,Domain,Stage
A-1, Acme ,100.50,2026-12-31,yes,acme.example,Customer
A-2,"Bolt, Inc",,2027-01-31,no,,Trial
`;
const FROM = ["init", "--from-csv", "accounts.csv", "--object", "Company"];

describe("init --from-csv", () => {
  test("writes a definition that validates, passes its tests and applies", async () => {
    const dir = await makeProject({ "accounts.csv": CSV });
    const made = await runMain(FROM, { dir });
    expect(made.code, made.stderr).toBe(0);
    const text = await readFile(join(dir, "syncs/companies.yaml"), "utf8");
    expect(text).toBe(`# yaml-language-server: $schema=../schemas/sync.schema.json
version: 1
name: companies
source:
  csv:
    path: accounts.csv
target:
  object: Company
mode: upsert                            # creates and updates; or insert, or update
key: externalId                         # what tells one record from another
fields:                                 # Planhat's field: JSONata over a row of the source
  externalId: '\`Account ID\`'
  name: '$trim(\`Account Name\`)'
  mr: 'MRR != "" ? $number(MRR)'
  renewalDate: '\`Renewal Date\`'
  domains: 'Domain != "" ? [Domain]'
  phase: Stage
  # No field of Planhat goes by these names. Take the # away to write a column to a custom field;
  # write its name as Planhat shows it.
  # custom.Is VIP: '\`Is VIP\` = "yes"'
guards:
  maxRejected: 10%                      # otherwise nothing is written
tests:
  - name: row 1
    row:
      Account ID: A-1
      Account Name: " Acme "
      MRR: "100.50"
      Renewal Date: "2026-12-31"
      Domain: acme.example
      Stage: Customer
    expect:
      externalId: A-1
      name: Acme
      mr: 100.5
      renewalDate: "2026-12-31"
      domains: [acme.example]
      phase: Customer
  - name: row 2
    row:
      Account ID: A-2
      Account Name: "Bolt, Inc"
      MRR: ""
      Renewal Date: "2027-01-31"
      Domain: ""
      Stage: Trial
    expect: { externalId: A-2, name: "Bolt, Inc", renewalDate: "2027-01-31", phase: Trial }
`);
    expect(await runMain(["validate"], { dir })).toMatchObject({ code: 0 });
    expect(await runMain(["test"], { dir })).toMatchObject({ code: 0 });
    expect(await runMain(["apply", "--auto-approve"], { dir })).toMatchObject({ code: 0 });
    // With the comments' columns taken in, it still validates.
    const whole = text.replace(/^ {2}# (custom\..*)$/gm, "  $1");
    expect(whole).not.toBe(text);
    await writeFile(join(dir, "syncs/companies.yaml"), whole);
    expect(await runMain(["validate"], { dir })).toMatchObject({ code: 0 });
  });

  test.each([
    ["a semicolon", Buffer.from(CSV.replaceAll(",", ";"))],
    ["a tab and a byte order mark", Buffer.from(`\uFEFF${CSV.replaceAll(",", "\t")}`)],
    ["Latin letters", Buffer.from(CSV.replace("Acme", "Åcme"), "latin1")],
    ["UTF-16", Buffer.from(`\uFEFF${CSV}`, "utf16le")],
  ])("reads a file with %s", async (_, bytes) => {
    const dir = await makeProject({});
    await writeFile(join(dir, "accounts.csv"), bytes);
    const made = await runMain(FROM, { dir });
    expect(made.code, made.stderr).toBe(0);
    expect(await runMain(["apply", "--auto-approve"], { dir })).toMatchObject({ code: 0 });
  });

  test("reads a packed file", async () => {
    const dir = await makeProject({});
    await writeFile(join(dir, "accounts.csv.gz"), gzipSync(CSV));
    const argv = ["init", "--from-csv", "accounts.csv.gz", "--object", "Company"];
    expect(await runMain(argv, { dir })).toMatchObject({ code: 0 });
    expect(await runMain(["apply", "--auto-approve"], { dir })).toMatchObject({ code: 0 });
  });

  test("copies a file from elsewhere, or of a name that a definition cannot hold, into data/", async () => {
    const dir = await makeProject({});
    await writeFile(join(dir, "$" + "{all} accounts.csv"), CSV);
    await mkdir(join(dir, "crm"));
    const argv = ["init", "crm", "--from-csv", "$" + "{all} accounts.csv", "--object", "Company"];
    const made = await runMain(argv, { dir });
    expect(made).toMatchObject({ code: 0 });
    expect(made.stdout).toContain("wrote  data/all-accounts.csv");
    expect(await runMain(["--project", "crm", "apply", "--auto-approve"], { dir })).toMatchObject({
      code: 0,
    });
  });

  test("a file with a header alone is enough", async () => {
    const dir = await makeProject({ "accounts.csv": "id,name,city\n" });
    expect(await runMain(FROM, { dir })).toMatchObject({ code: 0 });
    expect(await runMain(["validate", "--strict"], { dir })).toMatchObject({ code: 0 });
  });

  test("warns of tests with personal values", async () => {
    const dir = await makeProject({ "people.csv": "email,account\nada@acme.example,a1\n" });
    const { code, stderr } = await runMain(["init", "--from-csv", "people.csv", "--object", "Enduser"], {
      dir,
    });
    expect(code).toBe(0);
    expect(stderr).toContain("seem to be personal (email)");
  });

  test.each([
    ["is not there", undefined, "cannot be read"],
    ["is broken", "id,name\n1,a,b\n", "accounts.csv"],
    ["names a column twice", "id,id\n1,2\n", "accounts.csv"],
    ["is empty", "", "accounts.csv"],
  ])("a file that %s is told, and nothing is written", async (_, text, says) => {
    const dir = await makeProject(text === undefined ? {} : { "accounts.csv": text });
    const argv = ["init", "crm", "--from-csv", "accounts.csv", "--object", "Company"];
    const { code, stderr } = await runMain(argv, { dir });
    expect(code).toBe(4);
    expect(stderr).toContain(says);
    expect(await readdir(dir)).toEqual(text === undefined ? [] : ["accounts.csv"]);
  });

  test("does not overwrite a definition", async () => {
    const dir = await makeProject({ "accounts.csv": CSV, "syncs/companies.yaml": "version: 1\n" });
    const { code, stderr } = await runMain(FROM, { dir });
    expect(code).toBe(3);
    expect(stderr).toContain("already exists");
  });
});
