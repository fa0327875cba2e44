import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import type { Clock } from "../../src/model/clock.ts";
import { runMain } from "../support/cli.ts";
import { makeSandbox } from "../support/project.ts";

/** `run.json` of a case: command lines in order, what Planhat holds before, and how it misbehaves. */
interface Case {
  readonly runs: readonly (readonly string[])[];
  readonly seed?: Readonly<Record<string, readonly Record<string, string>[]>>;
  readonly faults?: readonly never[];
}

const here = dirname(fileURLToPath(import.meta.url));
const cases = readdirSync(here).filter((name) => existsSync(join(here, name, "run.json")));

/** A clock that stands still: durations are 0, and the run's start is always the same. */
const CLOCK: Clock = { now: () => Date.UTC(2026, 0, 1), monotonic: () => 0, sleep: async () => undefined };

// `npx vitest run test/golden -u` writes what the command prints now; read the difference before you commit it.
test.each(cases)("%s prints, sends and ends as its folder says", async (name) => {
  const folder = join(here, name);
  const { runs, seed = {}, faults = [] }: Case = JSON.parse(readFileSync(join(folder, "run.json"), "utf8"));
  const dir = mkdtempSync(join(tmpdir(), "planhat-sync-golden-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  cpSync(join(folder, "project"), dir, { recursive: true });
  const { sandbox, env } = await makeSandbox({ logBodies: true });
  for (const [object, records] of Object.entries(seed)) sandbox.seed(object, records);
  for (const fault of faults) sandbox.faults.add(fault);

  const transcript: string[] = [];
  for (const argv of runs) {
    const { code, stdout, stderr } = await runMain(argv, { dir, env, clock: CLOCK });
    transcript.push(
      `$ planhat-sync ${argv.join(" ")}`,
      stdout,
      stderr && `--- stderr\n${stderr}`,
      `--- exit ${code}\n`,
    );
  }
  const requests = sandbox.log.map(({ method, path, status, body }) =>
    [method, path, status, body === undefined ? "" : JSON.stringify(body)].join(" ").trimEnd(),
  );
  const stable = (text: string): string =>
    text
      .replaceAll(sandbox.url, "http://sandbox")
      .replaceAll(dir, "/project")
      .replace(/\d{8}T\d{6}-[0-9a-f]{6}/g, "RUN")
      .replace(/[0-9a-f]{24}/g, "OBJECT-ID");
  await expect(stable(transcript.filter(Boolean).join("\n"))).toMatchFileSnapshot(
    join(folder, "transcript.txt"),
  );
  await expect(stable(`${requests.join("\n")}\n`)).toMatchFileSnapshot(join(folder, "requests.txt"));
});
