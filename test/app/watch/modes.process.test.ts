import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { runCli, runMain } from "../../support/cli.ts";
import { patient } from "../../support/effort.ts";
import { COMPANIES, companiesCsv, FAST, makeProject, makeSandbox } from "../../support/project.ts";
import { END_OF_RUN, startWatching } from "../../support/watching.ts";

const FILES = {
  "planhat-sync.yaml": FAST,
  "syncs/companies.yaml": COMPANIES,
  "companies.csv": companiesCsv(3),
};

test.each([[{ args: ["--once"], env: {} }], [{ args: [], env: { CI: "true" } }]])(
  "runs once with %j, and ends",
  async ({ args, env }) => {
    const dir = await makeProject(FILES);
    const { code, stdout } = await runMain(["watch", ...args], { dir, env });
    expect(code).toBe(0);
    expect(stdout).toMatch(/companies +Company +3 records, 0 rejected +none/);
  },
);

test.each([
  ["a definition has errors", { "syncs/companies.yaml": `${COMPANIES}x: 1\n` }, 3],
  [
    "a test fails",
    {
      "syncs/companies.yaml": `${COMPANIES}tests:\n  - { name: t, row: { id: a, name: A }, expect: { externalId: b, name: A } }\n`,
    },
    1,
  ],
  ["a source cannot be read", { "companies.csv": "" }, 4],
  ["a row is rejected", { "companies.csv": "id,name,phase\n,A,Trial\n" }, 6],
])("when %s, a single run ends with the code of the command that does that alone", async (_, files, code) => {
  const dir = await makeProject({ ...FILES, ...files });
  expect(await runMain(["watch", "--once"], { dir })).toMatchObject({ code });
});

test("a sync that is not there is refused before anything is watched", async () => {
  const dir = await makeProject(FILES);
  const { code, stderr } = await runMain(["watch", "compnies"], { dir });
  expect(code).toBe(3);
  expect(stderr).toContain("Did you mean companies?");
});

test.each([
  [{}, "points to https://api.planhat.com"],
  [{ PLANHAT_REGION: "us1" }, "points to https://api-us1.planhat.com"],
  [{ PLANHAT_API_URL: "https://proxy.example" }, "points to https://proxy.example"],
  [{ PLANHAT_API_URL: "https://127.0.0.1.example.com" }, "points to https://127.0.0.1.example.com"],
])("--apply is refused for any host but a sandbox on this machine: %j", async (env, says) => {
  const dir = await makeProject(FILES);
  const { code, stderr, stdout } = await runMain(["watch", "--apply"], {
    dir,
    env: { PLANHAT_API_TOKEN: "sandbox-token", ...env },
  });
  expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
  expect(stderr).toContain("watch --apply writes to a sandbox on this machine only");
  expect(stderr).toContain(says);
});

test("--apply is refused for what listens on this machine and is no sandbox: it may lead anywhere", async () => {
  const paths: (string | undefined)[] = [];
  const proxy = createServer((request, response) => {
    paths.push(request.url);
    response.end("[{}]");
  });
  await new Promise<void>((ready) => proxy.listen(0, "127.0.0.1", ready));
  onTestFinished(() => {
    proxy.close();
  });
  const env = {
    PLANHAT_API_URL: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    PLANHAT_API_TOKEN: "a-real-token",
  };
  const { code, stderr } = await runMain(["watch", "--apply"], { dir: await makeProject(FILES), env });
  expect(code).toBe(3);
  expect(stderr).toContain("is not one");
  expect(paths).toEqual(["/_sandbox/identity"]);
});

test("--apply writes each good save to the sandbox; errors, tests and guards hold it back, and watching goes on", async () => {
  const { sandbox, env } = await makeSandbox();
  const guarded = `${COMPANIES}guards: { maxRejected: 0 }\n`;
  const dir = await makeProject({ ...FILES, "syncs/companies.yaml": guarded });
  const save = (path: string, text: string) => writeFile(join(dir, path), text);
  const watching = await startWatching({ dir, args: ["--apply"], env });
  const names = () => sandbox.records("Company").map(({ name }) => name);
  expect(names()).toEqual(["Company 0", "Company 1", "Company 2"]);
  const loud = guarded.replace("name: name", "name: $uppercase(name)");
  const applied = await watching.after(() => save("syncs/companies.yaml", loud), END_OF_RUN);
  expect(applied).toMatch(/Applied in .*3 updated/);
  expect(names()).toEqual(["COMPANY 0", "COMPANY 1", "COMPANY 2"]);
  const broken = await watching.after(() => save("syncs/companies.yaml", `${guarded}x: 1\n`), END_OF_RUN);
  expect(broken).toContain("Nothing was written: a definition has errors.");
  const failing = `${guarded}tests:\n  - { name: t, row: { id: a, name: A }, expectError: required-field }\n`;
  const held = await watching.after(() => save("syncs/companies.yaml", failing), END_OF_RUN);
  expect(held).toContain("Nothing was written: a test fails.");
  await watching.after(() => save("syncs/companies.yaml", loud), END_OF_RUN);
  const stopped = await watching.after(
    () => save("companies.csv", "id,name,phase\n,Nobody,Trial\n"),
    END_OF_RUN,
  );
  expect(stopped).toContain("error: ");
  expect(stopped).toContain("Nothing was written.");
  expect(names()).toEqual(["COMPANY 0", "COMPANY 1", "COMPANY 2"]);
  await watching.after(() => save("companies.csv", companiesCsv(4)), END_OF_RUN);
  expect(names()).toContain("COMPANY 3");
  expect(sandbox.history.createdTwice()).toEqual([]);
  expect(await watching.end("SIGTERM")).toBe(143);
});

test("another host that is set while it watches is refused too, and nothing is sent there", async () => {
  const { sandbox, env } = await makeSandbox();
  const dir = await makeProject({
    ...FILES,
    ".env": `PLANHAT_API_URL=${env["PLANHAT_API_URL"]}\nPLANHAT_API_TOKEN=${env["PLANHAT_API_TOKEN"]}\n`,
  });
  const watching = await startWatching({ dir, args: ["--apply"] });
  const calls = sandbox.log.length;
  const moved = await watching.after(
    () =>
      writeFile(
        join(dir, ".env"),
        "PLANHAT_API_URL=https://api.planhat.com\nPLANHAT_API_TOKEN=a-real-token\n",
      ),
    END_OF_RUN,
  );
  expect(moved).toContain("writes to a sandbox on this machine only");
  expect(sandbox.log.length).toBe(calls);
});

test("--sandbox starts one of its own, with a state of its own, and leaves nothing behind", async () => {
  const dir = await makeProject(FILES);
  const watching = await startWatching({ dir, args: ["--apply", "--sandbox"] });
  const [, url = ""] = await watching.remark(/The sandbox: (\S+)\/_sandbox\//);
  const records = async () => (await (await fetch(`${url}/_sandbox/records/companies`)).json()) as object[];
  expect(await records()).toHaveLength(3);
  await watching.after(() => writeFile(join(dir, "companies.csv"), companiesCsv(5)), END_OF_RUN);
  expect(await records()).toHaveLength(5);
  expect(await watching.end()).toBe(130);
  const { stdout } = await runCli(["state", "show"], { dir, env: { PLANHAT_API_TOKEN: "sandbox-token" } });
  expect(stdout).not.toContain("companies");
});

test("on a terminal the screen is the result, single keys work, q ends with 0, and the terminal is left as it was", async () => {
  const { env } = await makeSandbox();
  const dir = await makeProject({
    ...FILES,
    "syncs/companies.yaml": `${COMPANIES}tests:\n  - { name: keeps it, row: { id: a, name: A }, expect: { externalId: a, name: A } }\n`,
  });
  const terminal = openTerminal(dir, env);
  const first = await terminal.until(/q.*quit/);
  expect(first).toContain("\u001b[2J");
  expect(await terminal.press("t", /keeps it/)).toContain("✓");
  expect(await terminal.press("p", /Plan: 3 to create/)).toContain("+ create");
  expect(await terminal.press("a", /run 4[\s\S]*quit/)).toMatch(/companies +Company/);
  expect(await terminal.press("\r", /run 5[\s\S]*quit/)).toMatch(/companies +Company/);
  expect(await terminal.press("q", /after=\S+\s/)).toContain("code=0");
  const [, before, after] = /before=(\S+)[\s\S]*after=(\S+)/.exec(terminal.all()) ?? [];
  expect(after).toBe(before);
  expect(after).toMatch(/^[0-9a-f:]+$/);
});

test("Ctrl-C on a terminal ends it with 130, and leaves the terminal as it was", async () => {
  const terminal = openTerminal(await makeProject(FILES), {});
  await terminal.until(/q.*quit/);
  expect(await terminal.press("\u0003", /after=\S+\s/)).toContain("code=130");
  const [, before, after] = /before=(\S+)[\s\S]*after=(\S+)/.exec(terminal.all()) ?? [];
  expect(after).toBe(before);
});

test("[P16] without a terminal it prints plain lines and takes no keys", async () => {
  const dir = await makeProject(FILES);
  const watching = await startWatching({ dir, env: { TERM: "dumb" } });
  const shown = await watching.after(
    () => writeFile(join(dir, "companies.csv"), companiesCsv(4)),
    END_OF_RUN,
  );
  expect(shown).not.toMatch(/\u001b/);
  expect(shown).not.toContain("quit");
  expect(await watching.end()).toBe(130);
});

/** The command on a pseudo-terminal, with the terminal's settings before and after. */
function openTerminal(dir: string, env: Readonly<Record<string, string>>) {
  const bin = resolve("dist/bin.js");
  const command = `echo before=$(stty -g); "${process.execPath}" "${bin}" watch; echo code=$?; echo after=$(stty -g)`;
  const { PATH = "" } = process.env;
  const child = spawn("script", ["-qfec", command, "/dev/null"], {
    cwd: dir,
    env: { PATH, SHELL: "/bin/sh", TERM: "xterm-256color", ...env },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = new Promise((done) => child.once("close", done));
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  let text = "";
  let from = 0;
  let onText = () => undefined as unknown;
  child.stdout.setEncoding("utf8").on("data", (more: string) => {
    text += more;
    onText();
  });
  const until = (shows: RegExp): Promise<string> =>
    new Promise((done, fail) => {
      const timer = setTimeout(
        () => fail(new Error(`Nothing matched ${shows} in:\n${text}`)),
        patient(60_000),
      );
      onText = () => {
        if (!shows.test(text.slice(from))) return;
        clearTimeout(timer);
        onText = () => undefined;
        done(text.slice(from));
      };
      onText();
    });
  return {
    until,
    press: (key: string, shows: RegExp) => {
      from = text.length;
      child.stdin.write(key);
      return until(shows);
    },
    all: () => text,
  };
}
