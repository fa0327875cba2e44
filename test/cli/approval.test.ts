import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { systemClock } from "../../src/app/system-clock.ts";
import { main } from "../../src/cli/main.ts";
import type { Clock } from "../../src/model/clock.ts";
import { COMPANIES, companiesCsv, makeProject, makeSandbox } from "../support/project.ts";

/** The command with somebody at the keyboard, who presses these keys once a question is asked. */
async function answering(
  keys: string,
  argv: readonly string[],
  dir: string,
  env: Record<string, string>,
  { clock = systemClock, onAsked = () => undefined }: { clock?: Clock; onAsked?: () => void } = {},
) {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => stdin });
  const stdout = new PassThrough().setEncoding("utf8");
  const stderr = Object.assign(new PassThrough().setEncoding("utf8"), {
    isTTY: true,
    columns: 200,
    rows: 40,
  });
  const printed = { stdout: "", stderr: "" };
  stdout.on("data", (text: string) => {
    printed.stdout += text;
  });
  let answered = false;
  stderr.on("data", (text: string) => {
    printed.stderr += text;
    if (answered || !printed.stderr.includes('Type "yes"')) return;
    answered = true;
    onAsked();
    setImmediate(() => stdin.write(keys));
  });
  const code = await main(argv, {
    env: { ...env, TERM: "xterm" },
    cwd: () => dir,
    pid: process.pid,
    stdin,
    stdout,
    stderr,
    clock,
    on: () => undefined,
    off: () => undefined,
    exit: () => undefined,
  });
  return { code, answered, ...printed };
}

test.each([
  ["yes\n", 0, 3],
  ["  yes  \n", 0, 3],
  ["y\n", 1, 0],
  ["\n", 1, 0],
  ["no\n", 1, 0],
  ["\u0003", 130, 0],
  ["\u0004", 130, 0],
])("answered with %j, apply ends with %i and %i records are there", async (keys, code, written) => {
  const { sandbox, env } = await makeSandbox();
  const dir = await makeProject({ "syncs/companies.yaml": COMPANIES, "companies.csv": companiesCsv(3) });
  const ran = await answering(keys, ["apply"], dir, env);
  expect(ran).toMatchObject({ code, answered: true });
  expect(sandbox.records("Company")).toHaveLength(written);
  // Results may go to a file: who is asked sees it all the same, and where it would go.
  expect(ran.stderr).toContain(`Write this to ${sandbox.url}? Type "yes" to continue: `);
  expect(ran.stdout).not.toContain('Type "yes"');
  if (written === 0) expect(ran.stderr).toContain("Nothing was written.");
});

test("where there is nothing to write, nothing is asked", async () => {
  const { env } = await makeSandbox();
  const dir = await makeProject({ "syncs/companies.yaml": COMPANIES, "companies.csv": companiesCsv(3) });
  await answering("yes\n", ["apply"], dir, env);
  expect(await answering("no\n", ["apply"], dir, env)).toMatchObject({ code: 0, answered: false });
});

test("the time at the question is no part of the time that the apply took", async () => {
  const { env } = await makeSandbox();
  const dir = await makeProject({ "syncs/companies.yaml": COMPANIES, "companies.csv": companiesCsv(3) });
  let slept = 0;
  const clock: Clock = { ...systemClock, monotonic: () => systemClock.monotonic() + slept };
  const onAsked = () => {
    slept += 7 * 3_600_000;
  };
  const { stdout } = await answering("yes\n", ["apply"], dir, env, { clock, onAsked });
  expect(stdout).toContain("Applied in ");
  expect(stdout).not.toMatch(/Applied in [\d.,]+ (?:min|h)/);
});
