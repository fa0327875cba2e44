import { spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { OBJECT_TYPES } from "../../src/model/generated/objects.ts";
import { ended, pathWithCommand, runMain } from "../support/cli.ts";
import { startPostgres } from "../support/postgres-server.ts";
import { makeProject, makeSandbox } from "../support/project.ts";

const read = (dir: string, path: string) => readFile(join(dir, path), "utf8");

/** They refer to a record by the `_id` that Planhat gave it, which no sample can know: the definition says so. */
const NEEDS_OWN_ID: ReadonlySet<string> = new Set(["LineItem"]);

describe("init", () => {
  test("and apply write to a Planhat of the project's own: no account, no other terminal, and it remembers", async () => {
    const dir = await makeProject({});
    const line =
      "planhat-sync init && planhat-sync validate --strict && planhat-sync test && planhat-sync apply --auto-approve";
    const first = await inShell(line, dir);
    expect(first.code, first.stderr).toBe(0);
    expect(first.stdout).toContain("Applied in");
    expect(first.stdout).toContain("3 created.");
    const second = await inShell("planhat-sync apply --auto-approve --format json", dir);
    expect(JSON.parse(second.stdout).syncs[0]).toMatchObject({
      summary: { unchanged: 3, created: 0, updated: 0 },
      calls: { write: 0 },
    });
  });

  test("overwrites nothing", async () => {
    const dir = await makeProject({ ".gitignore": "mine\n", "syncs/companies.yaml": "version: 1\n" });
    const { code, stdout } = await runMain(["init"], { dir });
    expect(code).toBe(0);
    expect(stdout).toContain("kept   .gitignore");
    expect(await read(dir, ".gitignore")).toBe("mine\n");
    expect(await read(dir, "syncs/companies.yaml")).toBe("version: 1\n");
  });

  test.each(OBJECT_TYPES.map(({ name }) => name))(
    "a first sync of %s validates, passes its tests and applies",
    async (object) => {
      const dir = await makeProject({});
      expect(await runMain(["init", "--object", object], { dir })).toMatchObject({ code: 0 });
      expect(await runMain(["validate"], { dir })).toMatchObject({ code: 0 });
      expect(await runMain(["test"], { dir })).toMatchObject({ code: 0 });
      const applied = await runMain(["apply", "--auto-approve", "--format", "json"], { dir });
      if (NEEDS_OWN_ID.has(object)) {
        expect(applied.code).toBe(5);
        expect(applied.stderr).toContain("3 of 3 rows");
        return;
      }
      expect(applied.code, applied.stdout + applied.stderr).toBe(0);
      for (const { summary } of JSON.parse(applied.stdout).syncs)
        expect(summary).toMatchObject({ read: 3, created: 3 });
    },
  );

  test.each(["Company", "Enduser"])(
    "of %s from PostgreSQL runs in any database as it stands",
    async (object) => {
      const server = await startPostgres();
      onTestFinished(() => server.stop());
      const dir = await makeProject({});
      const env = { WAREHOUSE_URL: server.url };
      await runMain(["init", "--object", object, "--source", "postgres"], { dir });
      expect(await runMain(["validate", "--strict"], { dir, env })).toMatchObject({ code: 0 });
      expect(await runMain(["test"], { dir, env })).toMatchObject({ code: 0 });
      const applied = await runMain(["apply", "--auto-approve", "--format", "json"], { dir, env });
      expect(JSON.parse(applied.stdout), applied.stderr).toMatchObject({ status: "succeeded" });
    },
  );

  test.each(["Company", "Enduser"])(
    "of %s from HTTP runs against the stand-in that it writes",
    async (object) => {
      const dir = await makeProject({});
      await runMain(["init", "--object", object, "--source", "http"], { dir });
      expect(await runMain(["validate", "--strict"], { dir })).toMatchObject({ code: 0 });
      expect(await runMain(["test"], { dir })).toMatchObject({ code: 0 });
      const api = spawn(process.execPath, ["sample-api.mjs"], {
        cwd: dir,
        env: { PORT: "0" },
        stdio: ["ignore", "pipe", "inherit"],
      });
      onTestFinished(() => void api.kill());
      const said = await new Promise<string>((done) =>
        api.stdout.once("data", (chunk) => done(String(chunk))),
      );
      const env = { API_URL: /http:\S+/.exec(said)?.[0] ?? "" };
      const applied = await runMain(["apply", "--auto-approve", "--format", "json"], { dir, env });
      expect(JSON.parse(applied.stdout), applied.stderr).toMatchObject({ status: "succeeded" });
      expect(JSON.parse(applied.stdout).syncs[0].summary).toMatchObject({ read: 3, created: 3 });
    },
  );

  test("for a tenant asks for its token, and writes only the sync that was asked for", async () => {
    const dir = await makeProject({});
    const { stdout } = await runMain(["init", "--object", "Enduser", "--target", "tenant"], { dir });
    expect(stdout).toContain("put the token of a Private App into .env");
    expect(await readdir(join(dir, "syncs"))).toEqual(["endusers.yaml"]);
    const { code, stderr } = await runMain(["plan"], { dir });
    expect(code).toBe(4);
    expect(stderr).toContain("PLANHAT_API_TOKEN");
  });

  test.each([
    [["--object", "Compny"], "Did you mean Company?"],
    [["--from-csv", "a.csv", "--source", "http"], "--from-csv and --source http cannot be used together."],
    [["--from-csv", "a.csv", "--from-planhat", "Company"], "cannot be used together"],
    [["--from-planhat", "Company", "--object", "Enduser"], "cannot be used together"],
    [["--source", "excel"], "Allowed choices are csv, postgres, http, sqlite"],
  ])("%j is a mistake on the command line, and nothing is written", async (argv, says) => {
    const dir = await makeProject({});
    const { code, stderr } = await runMain(["init", ...argv], { dir });
    expect(code).toBe(3);
    expect(stderr).toContain(says);
    expect(await readdir(dir)).toEqual([]);
  });
});

const DOWN = "\u001b[B";
const ENTER = "\r";

describe("on a terminal, init", () => {
  test("asks what, from where and where to", async () => {
    const dir = await makeProject({});
    const { code, asked } = await onTerminal(["init"], dir, [DOWN + ENTER, ENTER, DOWN + ENTER]);
    expect(code).toBe(0);
    expect(asked).toHaveLength(3);
    expect(await readdir(join(dir, "syncs"))).toEqual(["endusers.yaml"]);
    expect(await read(dir, ".env")).toContain("PLANHAT_API_TOKEN=\n");
  });

  test("asks only what no flag says, and nothing with --yes", async () => {
    const dir = await makeProject({});
    const some = await onTerminal(["init", "a", "--object", "Company", "--target", "sandbox"], dir, [
      DOWN + DOWN + ENTER,
    ]);
    expect(some).toMatchObject({ code: 0, asked: ["Where do the rows come from?"] });
    expect(await readdir(join(dir, "a"))).toContain("sample-api.mjs");
    expect(await onTerminal(["init", "b", "--yes"], dir, [])).toMatchObject({ code: 0, asked: [] });
  });

  test("Ctrl-C writes nothing and ends with 130", async () => {
    const dir = await makeProject({});
    expect(await onTerminal(["init"], dir, [ENTER, "\u0003"])).toMatchObject({ code: 130 });
    expect(await readdir(dir)).toEqual([]);
  });
});

describe("init --from-planhat", () => {
  const COMPANIES = [
    {
      name: "Acme",
      externalId: "a1",
      phase: "Customer",
      tags: ["big", "old"],
      h: 3,
      custom: {
        Tier: "Gold",
        Seats: 5,
        VIP: true,
        Since: "2024-01-02T00:00:00.000Z",
        Nested: { a: 1 },
        name: "inner",
      },
    },
    { name: 'Bolt "q", Inc', externalId: "a2", city: "Oslo", custom: { Tier: "two\nlines" } },
    { name: "No key" },
  ];

  test("proposes the fields in use, standard and custom, with a CSV of the same columns, and validates", async () => {
    const { sandbox, env } = await makeSandbox();
    sandbox.seed("Company", COMPANIES);
    const dir = await makeProject({});
    const made = await runMain(["init", "--from-planhat", "Company"], { dir, env });
    expect(made.code, made.stderr).toBe(0);
    expect(sandbox.log.map(({ method }) => method)).toEqual(["GET"]);
    const text = await read(dir, "syncs/companies.yaml");
    for (const line of [
      "key: externalId",
      "  name: name\n",
      '  tags: \'tags != "" ? [$split(tags, "|").$trim($)[$ != ""]]\'',
      "  custom.Seats: 'Seats != \"\" ? $number(Seats)'",
      '  custom.VIP: \'VIP != "" ? VIP = "true"\'',
      "  custom.name: '`custom.name` != \"\" ? `custom.name`'",
      "  city: 'city != \"\" ? city'",
    ]) {
      expect(text).toContain(line);
    }
    // What Planhat computes, and what a CSV cannot hold, stays out.
    expect(text).not.toMatch(/^ {2}(h|custom\.Nested|_id):/m);
    expect(await runMain(["validate", "--strict"], { dir, env })).toMatchObject({ code: 0 });
    expect(await runMain(["test"], { dir, env })).toMatchObject({ code: 0 });
  });

  test("an apply of what it wrote leaves the records as they are", async () => {
    const { sandbox, env } = await makeSandbox();
    sandbox.seed("Company", COMPANIES);
    const before = JSON.stringify(sandbox.records("Company").map(({ lastUpdated: _, ...record }) => record));
    const dir = await makeProject({});
    await runMain(["init", "--from-planhat", "Company"], { dir, env });
    expect(await runMain(["apply", "--auto-approve"], { dir, env })).toMatchObject({ code: 0 });
    const after = JSON.stringify(sandbox.records("Company").map(({ lastUpdated: _, ...record }) => record));
    expect(after).toBe(before);
  });

  test("warns of what is personal", async () => {
    const { sandbox, env } = await makeSandbox();
    sandbox.seed("Company", COMPANIES);
    const [{ _id = "" } = {}] = sandbox.records("Company");
    sandbox.seed("Enduser", [
      { email: "ada@acme.example", externalId: "e1", firstName: "Ada", companyId: _id },
    ]);
    const dir = await makeProject({});
    const { code, stderr } = await runMain(["init", "--from-planhat", "Enduser"], { dir, env });
    expect(code, stderr).toBe(0);
    expect(stderr).toContain("seem to be personal (");
    expect(await runMain(["test"], { dir, env })).toMatchObject({ code: 0 });
  });

  test("says what to do where Planhat holds nothing, has no token, or the definition is there", async () => {
    const { env } = await makeSandbox();
    const empty = await runMain(["init", "--from-planhat", "Company"], { dir: await makeProject({}), env });
    expect(empty).toMatchObject({ code: 3 });
    expect(empty.stderr).toContain("init --object Company");
    const bare = await runMain(["init", "--from-planhat", "Company"], { dir: await makeProject({}) });
    expect(bare).toMatchObject({ code: 4 });
    expect(bare.stderr).toContain("PLANHAT_API_TOKEN");
    const dir = await makeProject({ "syncs/companies.yaml": "version: 1\n" });
    const there = await runMain(["init", "--from-planhat", "Company"], { dir, env });
    expect(there).toMatchObject({ code: 3 });
    expect(there.stderr).toContain("already exists");
  });
});

async function inShell(line: string, dir: string) {
  const PATH = await pathWithCommand(dir);
  return ended(
    spawn("bash", ["-c", line], { cwd: dir, env: { PATH, CI: "true" }, stdio: ["ignore", "pipe", "pipe"] }),
  );
}

/** The command with somebody at the keyboard, who answers each question when it is asked. */
async function onTerminal(argv: readonly string[], dir: string, answers: readonly string[]) {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => stdin });
  const asked: string[] = [];
  const stderr = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 40 });
  stderr.setEncoding("utf8").on("data", (text: string) => {
    const [, question] = /^\S+ {2}(\S.*\?)$/m.exec(stripVTControlCharacters(text)) ?? [];
    // A question is drawn once more when it is answered.
    if (question === undefined || asked.includes(question)) return;
    asked.push(question);
    // Once it is drawn: nobody answers in the middle of a line.
    const keys = answers[asked.length - 1] ?? "\u0003";
    setImmediate(() => stdin.write(keys));
  });
  const code = await main(argv, {
    env: { TERM: "xterm" },
    cwd: () => dir,
    pid: process.pid,
    stdin,
    stdout: new PassThrough().resume(),
    stderr,
    on: () => undefined,
    off: () => undefined,
    exit: () => undefined,
  });
  return { code, asked };
}
