import { expect, test } from "vitest";
import { runCli } from "../support/cli.ts";
import { companies, scene } from "../support/scene.ts";

const APPLY = ["apply", "--auto-approve", "--format", "json"];

// The command is a handful of files, and Node itself needs 18.
test.each([20, 22, 24])(
  "[P9] with %i files that may be open it says so and ends with 4, and nothing was sent",
  async (openFiles) => {
    const { dir, env, sandbox } = await scene(companies(20, 20));
    const { code, stdout, stderr } = await runCli(APPLY, { dir, env, openFiles });
    expect(stderr).toMatch(/^error: planhat-sync cannot be loaded: .+\nhint: Nothing was done\..+ulimit -n/);
    expect(stderr.trimEnd().split("\n")).toHaveLength(2);
    expect({ code, stdout }).toEqual({ code: 4, stdout: "" });
    expect(sandbox.log).toEqual([]);
  },
);

test("what a system allows by default is enough", async () => {
  const { dir, env, sandbox } = await scene(companies(20, 20));
  // That of macOS; of Linux it is 1,024.
  const { code, stderr } = await runCli(APPLY, { dir, env, openFiles: 256 });
  expect(code, stderr).toBe(0);
  expect(sandbox.records("Company")).toHaveLength(20);
});
