import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { COMPANIES, companiesCsv, FAST, makeProject, makeSandbox } from "../../support/project.ts";
import { watchHere } from "../../support/watch-here.ts";

const SAYS = (name: string) => COMPANIES.replace("name: name", `name: name & " of ${name}"`);

test("[P14] a save and a click in the middle of each step of a plan and an apply: watch goes on, to what was saved last", async () => {
  const { sandbox, env } = await makeSandbox();
  const dir = await makeProject({
    "planhat-sync.yaml": FAST,
    "syncs/companies.yaml": SAYS("first"),
    "companies.csv": companiesCsv(3),
  });
  const disturbed = new Set<string>();
  let last = "first";
  const watching = watchHere(["--apply", "--ui"], { dir, env }, async (step) => {
    if (disturbed.has(step)) return;
    disturbed.add(step);
    last = step;
    await writeFile(join(dir, "syncs/companies.yaml"), SAYS(step));
    const page = /The page: (\S+)\n/.exec(watching.printed.stderr)?.[1] ?? "";
    const headers = { origin: new URL(page).origin };
    for (const kind of ["plan", "again"]) {
      const body = JSON.stringify({ kind });
      expect((await fetch(`${page}ask`, { method: "POST", headers, body })).status).toBe(204);
    }
  });
  const holdsLast = () =>
    sandbox.records("Company").length === 3 &&
    sandbox.records("Company").every(({ name }) => String(name).endsWith(` of ${last}`));
  await expect.poll(holdsLast).toBe(true);
  await expect.poll(() => disturbed.has("run-finished")).toBe(true);
  await expect.poll(holdsLast).toBe(true);
  watching.interrupt();
  expect(await watching.code).toBe(130);
  expect(watching.printed.stderr).not.toMatch(/bug|AbortError/);
  expect(sandbox.history.createdTwice()).toEqual([]);
  for (const step of ["asking", "told", "intending", "sending", "answered", "settled", "run-finished"]) {
    expect(disturbed).toContain(step);
  }
});
