import { beforeEach, describe, expect, type TestContext, test } from "vitest";
import { fileSystemOf, isOverlay, networkName } from "../../src/state/file-system.ts";
import { runMain } from "../support/cli.ts";
import { COMPANIES, companiesCsv, FAST, makeProject, makeSandbox } from "../support/project.ts";

const APPLY = ["apply", "--auto-approve"];
const NFS = 0x6969;
const OVERLAY = 0x794c7630;
const EXT4 = 0xef53;

const of = (type: number) => ({ type, bsize: 4096, bavail: 1_000_000 });

/** Elsewhere a file system does not tell its kind by the number that these tests give. */
function needsLinux({ skip }: TestContext): void {
  skip(process.platform !== "linux", "this system is not Linux");
}

async function project(state?: string) {
  const { env } = await makeSandbox();
  const dir = await makeProject({
    "planhat-sync.yaml": state === undefined ? FAST : `${FAST}state: ${state}\n`,
    "syncs/companies.yaml": COMPANIES,
    "companies.csv": companiesCsv(2),
  });
  const asked: string[] = [];
  const run = (argv: readonly string[], type: number) =>
    runMain(argv, {
      dir,
      env,
      statfs: async (path) => {
        asked.push(path);
        if (!path.endsWith("state.db")) return of(type);
        throw Object.assign(new Error("not there"), { code: "ENOENT" });
      },
    });
  return { dir, run, asked };
}

describe("[X6] a state on a network file system", () => {
  beforeEach(needsLinux);

  test("is warned of once by whoever writes it, with what to do, and the apply goes on", async () => {
    const { dir, run } = await project();
    const { code, stderr } = await run(APPLY, NFS);
    expect(code).toBe(0);
    expect(stderr.match(/network file system/g)).toHaveLength(1);
    expect(stderr).toContain(
      `warning: The state lies on a network file system (NFS): ${dir}/.planhat-sync/state.db. SQLite's locks do not hold there`,
    );
    expect(stderr).toContain("`state: postgres://…`");
    expect((await run(["state", "forget", "companies"], NFS)).stderr).toContain("(NFS)");
    expect((await run([...APPLY, "--quiet"], NFS)).stderr).not.toContain("NFS");
  });

  test("is nothing to those who only read it, but to doctor", async () => {
    const { run } = await project();
    for (const command of ["plan", "rejects", "runs"]) {
      expect((await run([command], NFS)).stderr).not.toContain("NFS");
    }
    const { stdout } = await run(["doctor", "--format", "json"], NFS);
    const state = JSON.parse(stdout).checks.find(({ name }: { name: string }) => name === "state");
    expect(state).toMatchObject({
      status: "warning",
      found: expect.stringContaining("on a network file system (NFS)"),
      fix: expect.stringContaining("a folder of this machine"),
    });
  });

  test("is looked for where it will be, in the nearest folder that is there", async () => {
    const { dir, run, asked } = await project("deep/er/state.db");
    expect((await run(APPLY, NFS)).stderr).toContain(`${dir}/deep/er/state.db`);
    expect(asked[0]).toBe(`${dir}/deep/er/state.db`);
    expect(asked[1]).toBe(`${dir}/deep/er`);
  });
});

test("[X6] a state in a container's own layer is no matter of an apply; doctor says what becomes of it", async (context) => {
  needsLinux(context);
  const { run } = await project();
  expect((await run(APPLY, OVERLAY)).stderr).not.toContain("warning");
  const { stdout } = await run(["doctor", "--format", "json"], OVERLAY);
  const state = JSON.parse(stdout).checks.find(({ name }: { name: string }) => name === "state");
  expect(state).toMatchObject({
    status: "ok",
    found: expect.stringContaining("it goes with the container unless it is saved"),
  });
  expect((await run(["doctor"], EXT4)).stdout).not.toMatch(/overlay|network file system/);
});

describe("[X6] kinds of file systems", () => {
  test.each([
    [NFS, "NFS"],
    [0x517b, "SMB"],
    [0xfe534d42, "SMB"],
    // The same 32 bits with a sign.
    [0xfe534d42 - 2 ** 32, "SMB"],
    [0xff534d42, "CIFS"],
    [0x01021997, "9P"],
    [0x00c36400, "CephFS"],
    [EXT4, undefined],
    [OVERLAY, undefined],
    [0x01021994, undefined],
    [0x65735546, undefined],
  ])("%d on Linux is %s", (type, name) => {
    expect(networkName(of(type), "linux")).toBe(name);
  });

  test("say nothing on systems with other numbers", () => {
    for (const platform of ["darwin", "win32", "freebsd"]) {
      expect(networkName(of(NFS), platform)).toBeUndefined();
      expect(isOverlay(of(OVERLAY), platform)).toBe(false);
    }
  });

  test("that cannot be asked for are no reason to stop", async () => {
    const { dir } = await project();
    const { env } = await makeSandbox();
    const statfs = async () => {
      throw new Error("not implemented");
    };
    await expect(fileSystemOf("/a/b", statfs)).rejects.toThrow("not implemented");
    expect((await runMain(APPLY, { dir, env, statfs })).code).toBe(0);
  });
});
