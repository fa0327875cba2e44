import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import type { Checkpoint } from "../../../src/app/checkpoint.ts";
import { main } from "../../../src/cli/main.ts";
import { COMPANIES, companiesCsv, FAST, makeProject, makeSandbox } from "../../support/project.ts";

const SAYS = (name: string) => COMPANIES.replace("name: name", `name: name & " of ${name}"`);

/** `watch` in this process, told of each of its steps; ends by a signal that only it gets. */
function watchHere(
  dir: string,
  env: Readonly<Record<string, string>>,
  onCheckpoint: (step: Checkpoint) => Promise<void>,
) {
  const printed = { stdout: "", stderr: "" };
  const signals = new Map<string, () => void>();
  const sink = (name: "stdout" | "stderr") => ({
    write: (text: string) => {
      printed[name] += text;
      return true;
    },
    on: () => undefined,
  });
  const code = main(["watch", "--apply", "--ui"], {
    env,
    cwd: () => dir,
    pid: process.pid,
    stdin: new PassThrough(),
    stdout: sink("stdout"),
    stderr: sink("stderr"),
    on: (signal: string, listener: (error: unknown) => void) =>
      signals.set(signal, () => listener(undefined)),
    off: () => undefined,
    exit: () => undefined,
    onCheckpoint,
  });
  return { printed, code, interrupt: () => signals.get("SIGINT")?.() };
}

test("a save and a click in the middle of each step of a plan and an apply: watch goes on, to what was saved last", async () => {
  const { sandbox, env } = await makeSandbox();
  const dir = await makeProject({
    "planhat-sync.yaml": FAST,
    "syncs/companies.yaml": SAYS("first"),
    "companies.csv": companiesCsv(3),
  });
  const disturbed = new Set<string>();
  let last = "first";
  const watching = watchHere(dir, env, async (step) => {
    if (disturbed.has(step)) return;
    disturbed.add(step);
    last = step;
    await writeFile(join(dir, "syncs/companies.yaml"), SAYS(step));
    const page = /The page: (\S+)\n/.exec(watching.printed.stderr)?.[1] ?? "";
    const headers = { origin: new URL(page).origin };
    for (const kind of ["plan", "again"]) {
      const body = JSON.stringify({ kind });
      expect((await fetch(`${page}ask`, { method: "POST", headers, body })).status).toBe(204);
    }
  });
  const holdsLast = () =>
    sandbox.records("Company").length === 3 &&
    sandbox.records("Company").every(({ name }) => String(name).endsWith(` of ${last}`));
  await expect.poll(holdsLast).toBe(true);
  await expect.poll(() => disturbed.has("run-finished")).toBe(true);
  await expect.poll(holdsLast).toBe(true);
  watching.interrupt();
  expect(await watching.code).toBe(130);
  expect(watching.printed.stderr).not.toMatch(/bug|AbortError/);
  expect(sandbox.history.createdTwice()).toEqual([]);
  for (const step of ["asking", "told", "intending", "sending", "answered", "settled", "run-finished"]) {
    expect(disturbed).toContain(step);
  }
});
