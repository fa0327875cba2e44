import { readdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { runMain } from "../support/cli.ts";
import { COMPANIES, companiesCsv, makeProject, makeSandbox } from "../support/project.ts";

test.each(["CON", "nul.yaml", "-rf", "é".repeat(100)])(
  "[C11] the sync %j is planned, applied and looked into, and no file is named after it",
  async (name) => {
    const { env } = await makeSandbox();
    const dir = await makeProject({
      "syncs/companies.yaml": COMPANIES.replace("name: companies", `name: "${name}"`),
      "companies.csv": `${companiesCsv(2)}c9,,\n`,
    });
    const run = (...argv: readonly string[]) => runMain(argv, { dir, env });
    expect((await run("plan", "--out", "p.plan")).code).toBe(6);
    expect((await run("apply", "p.plan")).code).toBe(6);
    expect((await run("rejects")).stdout).toContain(name);
    const files = await readdir(dir, { recursive: true });
    expect(files.filter((file) => file.includes(name))).toEqual([]);
  },
);
