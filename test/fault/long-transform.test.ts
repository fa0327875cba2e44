import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { ended, startStepping } from "../support/cli.ts";
import { COMPANIES, companiesCsv } from "../support/project.ts";
import { scene } from "../support/scene.ts";

/** Each row takes tens of milliseconds, so that all of them, which come as one array, take half a minute. */
const HEAVY = {
  "compiled here": "$sum($map([1..100000], function($n) { $n * $n }))",
  "run by JSONata": "$sum([1..5000]#$i.(n * $i))",
};

// P4
test.each(
  Object.entries(HEAVY).flatMap(([how, expression]) =>
    (["SIGTERM", "SIGINT"] as const).map((signal) => [signal, how, expression] as const),
  ),
)("%s while expressions %s take long is heeded within a second", async (signal, _how, expression) => {
  const { dir, env, sandbox, run } = await scene({
    "syncs/companies.yaml": `${COMPANIES}  custom.Heavy: '${expression}'\n`,
    "companies.csv": companiesCsv(1000),
  });
  const child = startStepping(["apply", "--auto-approve"], { dir, env });
  const over = ended(child);
  await told(child, "step lease-taken");
  // The rows are in memory after a few milliseconds; nothing tells from outside that they are being mapped.
  await setTimeout(500);
  const heard = told(child, "Interrupted: finishing");
  const killed = performance.now();
  child.kill(signal);
  await heard;
  expect(performance.now() - killed).toBeLessThan(1000);
  const { code, stderr } = await over;
  expect(code).toBe(signal === "SIGTERM" ? 143 : 130);
  // Not only heard: the rest of the array is not mapped.
  expect(performance.now() - killed).toBeLessThan(5000);
  expect(stderr).toContain("Nothing was written.");
  expect(sandbox.records("Company")).toEqual([]);
  expect(JSON.parse((await run("state", "show", "--format", "json")).stdout).lock).toBeNull();
});

async function told(child: ReturnType<typeof startStepping>, text: string): Promise<void> {
  const { stderr } = child;
  if (stderr === null) throw new Error("no stderr");
  for (let seen = ""; !seen.includes(text); ) seen += String((await once(stderr, "data"))[0]);
}
