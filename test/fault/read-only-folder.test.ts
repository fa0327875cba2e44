import { chmodSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { runCli } from "../support/cli.ts";
import { companies, scene } from "../support/scene.ts";

/** Root may write anywhere: there the command runs as somebody else. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

test("[P8] in a project that cannot be written, without a home, plan works and apply says where it could keep its state", async ({
  skip,
}) => {
  skip(process.platform === "win32", "folders of this system have no mode");
  skip(isRoot && !isOpenToAll(process.cwd()), "the repository is in a folder that is closed to other users");
  const { dir, env, sandbox } = await scene(companies(20, 20));
  const elsewhere = join(tmpdir(), `planhat-sync-elsewhere-${process.pid}`);
  mkdirSync(elsewhere, { recursive: true });
  chmodSync(elsewhere, 0o777);
  for (const [folder, mode] of [
    [join(dir, "syncs"), 0o755],
    [dir, 0o555],
  ] as const)
    chmodSync(folder, mode);
  const run = (...argv: readonly string[]) =>
    runCli(argv, { dir, env: { ...env, TMPDIR: elsewhere }, ...(isRoot ? { user: NOBODY } : {}) });
  try {
    const plan = await run("plan");
    expect(plan.stdout, plan.stderr).toContain("Plan: 20 to create");
    expect(plan.code).toBe(0);
    const apply = await run("apply", "--auto-approve");
    expect(apply.stderr).toMatch(
      /^error: The state file .+state\.db cannot be used: permission denied\.\nhint: .+`state:`/m,
    );
    expect(apply.code).toBe(4);
    expect(sandbox.records("Company")).toEqual([]);
    expect(readdirSync(elsewhere)).toEqual([]);
  } finally {
    chmodSync(dir, 0o755);
  }
});

function isOpenToAll(path: string): boolean {
  if ((statSync(path).mode & 0o005) !== 0o005) return false;
  return dirname(path) === path || isOpenToAll(dirname(path));
}
