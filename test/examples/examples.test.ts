import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const EXAMPLES = readdirSync("examples").filter((name) => existsSync(join("examples", name, "run.mjs")));

test("every example has something to run, and says how", () => {
  for (const name of readdirSync("examples")) {
    expect(readdirSync(join("examples", name))).toEqual(
      expect.arrayContaining(["README.md", "run.mjs", "syncs"]),
    );
  }
});

test.each(EXAMPLES)("the example %s runs to its end", async (name) => {
  const child = spawn(process.execPath, [join("examples", name, "run.mjs")], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      printed += text;
    });
  }
  const code = await new Promise((done) => child.on("close", done));
  expect(code, printed).toBe(0);
  expect(printed).not.toMatch(/\(node:\d+\)/);
});
