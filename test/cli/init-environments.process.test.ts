import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runMain } from "../support/cli.ts";
import { makeProject } from "../support/project.ts";

test("init writes a staging that runs at once, and a protected production", async () => {
  const dir = await makeProject({});
  const run = (...argv: readonly string[]) => runMain(argv, { dir, env: {} });
  expect((await run("init", ".", "--yes", "--environments")).code).toBe(0);
  const valid = await run("validate", "--format", "json");
  expect(JSON.parse(valid.stdout)).toMatchObject({ valid: true, diagnostics: [] });
  const applied = await run("apply", "--auto-approve", "--format", "json");
  expect(JSON.parse(applied.stdout)).toMatchObject({ environment: "staging", target: "sandbox" });
  expect((await run("apply", "--auto-approve", "--env", "production")).code).toBe(3);
  const workflow = await readFile(join(dir, ".github/workflows/apply.yml"), "utf8");
  expect(workflow).toContain("PLANHAT_SYNC_ENV: staging");
  expect(workflow).not.toContain("secrets.PLANHAT_");
});
