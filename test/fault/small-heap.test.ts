import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { expect, test } from "vitest";
import { runCli } from "../support/cli.ts";
import { companies, scene } from "../support/scene.ts";

/** What the program itself needs is about half of it: closer to the limit, all time goes into collecting garbage. */
const HEAP_MB = 56;
const ROWS = 4000;

test("[P10] a source that is larger than the heap is planned: rows are not held in memory", async () => {
  const { dir, env } = await scene(companies(0, 1000));
  const csv = createWriteStream(join(dir, "companies.csv"));
  csv.write("id,name,phase\n");
  for (let row = 0; row < ROWS; row += 1) csv.write(`c${row},Company ${row},${"x".repeat(16_000)}\n`);
  await finished(csv.end());
  expect(csv.bytesWritten).toBeGreaterThan(HEAP_MB * 2 ** 20);
  const { code, stdout, stderr } = await runCli(["plan", "--format", "json"], {
    dir,
    env: { ...env, NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}` },
  });
  expect(code, stderr).toBe(0);
  expect(JSON.parse(stdout).syncs[0].summary).toMatchObject({ read: ROWS, create: ROWS });
});
