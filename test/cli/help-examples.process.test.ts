import { type ChildProcess, spawn } from "node:child_process";
import type { Command } from "commander";
import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands/index.ts";
import { pathWithCommand, runMain } from "../support/cli.ts";
import { FAST, makeProject, makeSandbox } from "../support/project.ts";

const PROJECT = {
  "planhat-sync.yaml": FAST,
  "syncs/crm-companies.yaml": `version: 1
name: crm-companies
source: { csv: { path: accounts.csv } }
target: { object: Company }
mode: upsert
fields:
  externalId: account_id
  name: $trim(name)
tests:
  - name: trims the name
    row: { account_id: a1, name: " Acme " }
    expect: { externalId: a1, name: Acme }
`,
  "accounts.csv": "account_id,name\na1,Acme\na2,Bolt\n",
  "records.json": "{}\n",
};

/** Where an example does not end with 0, and why that is right. */
const CODES: Readonly<Record<string, number>> = {
  // Without a terminal nobody can be asked.
  "planhat-sync apply": 3,
  "planhat-sync rejects retry": 3,
  // Nothing was read from the tenant yet, so it differs from what is known.
  "planhat-sync introspect --check": 2,
};

/** These run until they are stopped. */
const ENDLESS = /^planhat-sync (sandbox|watch)\b/;

const commands = COMMANDS.map((register) => register(() => async () => undefined));
const leaves = commands.flatMap((command) => (command.commands.length > 0 ? command.commands : [command]));
const examples = leaves.flatMap((command) => examplesOf(command));

function examplesOf(command: Command): readonly string[] {
  let help = "";
  command.configureOutput({
    writeOut: (text) => {
      help += text;
    },
  });
  command.outputHelp();
  return [...help.matchAll(/^ {2}\$ (.+)$/gm)].flatMap(([, line]) => line ?? []);
}

test.each(leaves.map((command) => [command.name(), command]))(
  "the help of %s has an example",
  (_, command) => {
    expect(examplesOf(command as Command)).not.toHaveLength(0);
  },
);

describe("every example of every command's help runs", () => {
  test.each(examples)("%s", async (line) => {
    const dir = await makeProject(PROJECT);
    const { env } = await makeSandbox();
    expect(await runMain(["apply", "--auto-approve"], { dir, env })).toMatchObject({ code: 0 });
    // A plan that an earlier day has left.
    expect(await runMain(["plan", "--out", "monday.plan"], { dir, env })).toMatchObject({ code: 0 });
    const { code, printed } = await run(line, { dir, env });
    expect(code, printed).toBe(line.startsWith("planhat-sync watch") ? 130 : (CODES[line] ?? 0));
  });
});

/** In this process, where no shell is needed to read the line: that saves a minute. */
async function run(line: string, options: { readonly dir: string; readonly env: Record<string, string> }) {
  if (ENDLESS.test(line)) {
    // A port that somebody else has would be no fault of the example.
    const free = line === "planhat-sync sandbox" ? `${line} --port 0` : line;
    // With CI=true, watch would end by itself.
    return stopped(await inBash(`exec ${free}`, options, { CI: "" }));
  }
  const [, words] = /^planhat-sync ([\w ./-]+)$/.exec(line) ?? [];
  if (words === undefined) return ended(await inBash(line, options));
  const { code, stdout, stderr } = await runMain(words.split(" "), options);
  return { code, printed: stdout + stderr };
}

async function inBash(
  line: string,
  { dir, env }: { readonly dir: string; readonly env: Record<string, string> },
  more: Readonly<Record<string, string>> = {},
) {
  return spawn("bash", ["-c", line], {
    cwd: dir,
    env: { ...env, PATH: await pathWithCommand(dir), CI: "true", ...more },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

async function ended(child: ChildProcess) {
  const printed = { text: "" };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text) => {
      printed.text += text;
    });
  }
  const code = await new Promise<number | null>((done) => {
    // A process that the signal ended is what a shell shows as 130.
    child.on("close", (own, signal) => done(signal === "SIGINT" ? 130 : own));
  });
  return { code, printed: printed.text };
}

/** Stopped as by Ctrl-C, once it has said that it runs. */
async function stopped(child: ChildProcess) {
  const end = ended(child);
  child.stdout?.once("data", () => child.kill("SIGINT"));
  return end;
}
