import { expect } from "vitest";
import type { Checkpoint } from "../../src/app/checkpoint.ts";
import type { LoggedRequest } from "../../src/sandbox/request-log.ts";
import type { Sandbox, SandboxOptions } from "../../src/sandbox/start-sandbox.ts";
import { runMain } from "./cli.ts";
import { COMPANIES, companiesCsv, ENDUSERS, FAST, makeProject, makeSandbox } from "./project.ts";
import { virtualClock } from "./virtual-clock.ts";

const APPLY = ["apply", "--auto-approve", "--format", "json"];

/** A project and a Planhat that share a clock which nobody waits for. */
export async function scene(
  files: Readonly<Record<string, string>>,
  options: Omit<SandboxOptions, "objectTypes"> = {},
) {
  const clock = virtualClock();
  const { sandbox, env } = await makeSandbox({
    now: clock.now,
    ...options,
    limits: { callsPerMinute: 100_000, callsPerSecond: 100_000, ...options.limits },
  });
  const dir = await makeProject({ "planhat-sync.yaml": FAST, ...files });
  /** When calls left. The log of the sandbox would tell when they came in. */
  const left: number[] = [];
  const onCheckpoint = (step: Checkpoint): void => {
    if (step === "sending" || step === "asking") left.push(clock.now());
  };
  const apply = async () => {
    const { code, stdout, stderr } = await runMain(APPLY, { dir, env, clock, onCheckpoint });
    return { code, stderr, report: stdout === "" ? undefined : JSON.parse(stdout) };
  };
  const run = (...argv: string[]) => runMain(argv, { dir, env, clock });
  return { sandbox, clock, left, apply, run, dir, env };
}

export function companies(rows: number, batch: number): Readonly<Record<string, string>> {
  return {
    "syncs/companies.yaml": `${COMPANIES}batch: { size: ${batch} }\n`,
    "companies.csv": companiesCsv(rows),
  };
}

/** Two types that refer to companies and not to each other: both are written at the same time. */
export function twoTypes(rows: number, batch: number): Readonly<Record<string, string>> {
  const lines = (line: (n: number) => string): string =>
    Array.from({ length: rows }, (_, n) => line(n)).join("\n");
  return {
    "syncs/endusers.yaml": `${ENDUSERS}batch: { size: ${batch} }\n`,
    "syncs/assets.yaml": `version: 1
name: assets
source: { csv: { path: assets.csv } }
target: { object: Asset }
mode: upsert
key: externalId
batch: { size: ${batch} }
fields:
  externalId: id
  companyId: '"extid-" & company'
  name: name
`,
    "endusers.csv": `id,company,email\n${lines((n) => `u${n},c0,u${n}@x.example`)}\n`,
    "assets.csv": `id,company,name\n${lines((n) => `a${n},c0,Asset ${n}`)}\n`,
  };
}

export function expectOnce(sandbox: Sandbox, count: number): void {
  expect(sandbox.records("Company")).toHaveLength(count);
  expect(sandbox.history.createdTwice()).toEqual([]);
}

export function writesOf({ log }: Sandbox): readonly LoggedRequest[] {
  return log.filter(({ method }) => method === "PUT");
}
