import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCli } from "../support/cli.ts";
import { companies, expectOnce, scene } from "../support/scene.ts";

const APPLY = ["apply", "--auto-approve", "--format", "json"];
const ROWS = 20;
const SYNCS = "fsync,fdatasync";

/** A call of strace that does to each fsync what `injected` says. */
const strace = (log: string, ...injected: string[]): string[] => [
  "strace",
  "-f",
  ...["-o", log, "-e", `trace=${SYNCS}`],
  ...injected.flatMap((what) => ["-e", `inject=${SYNCS}:${what}`]),
];

test("[P7, X11] whichever fsync fails, the apply ends with 4 and the next one settles what was not saved", async ({
  skip,
}) => {
  skip(
    spawnSync("strace", ["-o", "/dev/null", "true"]).status !== 0,
    "strace is not installed, or may not trace",
  );
  const whole = await applyThrough();
  expect(whole.result.code).toBe(0);
  const syncs = whole.syncs;
  expect(syncs).toBeGreaterThan(8);
  // The last ones belong to a state that is closed already: all of it is in its log by then.
  for (let nth = 1; nth <= syncs; nth += 3) {
    const when = `fsync ${nth} of ${syncs}`;
    const { world, result } = await applyThrough(`error=EIO:when=${nth}+`);
    expect([0, 4], `${when}\n${result.stderr}`).toContain(result.code);
    if (result.code === 4) expect(result.stderr + result.stdout, when).toContain("the disk reports an error");
    else expect(JSON.parse(result.stdout).syncs[0].summary, when).toMatchObject({ created: ROWS });
    const next = await world.apply();
    expect(next.code, `${when}\n${next.stderr}`).toBe(0);
    expectOnce(world.sandbox, ROWS);
  }
});

async function applyThrough(...injected: string[]) {
  const world = await scene(companies(ROWS, 5));
  const log = join(world.dir, "strace.log");
  const { dir, env } = world;
  const result = await runCli(APPLY, { dir, env, through: strace(log, ...injected) });
  const syncs = (await readFile(log, "utf8"))
    .split("\n")
    .filter((line) => /\bf(data)?sync\(/.test(line)).length;
  return { world, result, syncs };
}
