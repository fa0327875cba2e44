import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { COMPANIES, companiesCsv, makeProject } from "../../support/project.ts";
import { watchHere } from "../../support/watch-here.ts";

const SAVES = 60;

// `node test/soak/watch.mjs` does it 2,000 times, and looks at memory and at the files of the process too.
test("[P15] what is open after many saves is what was open after the first", async () => {
  const saying = (save: number): string =>
    COMPANIES.replace("name: name", `name: name & " of save ${save}."`);
  const dir = await makeProject({ "syncs/companies.yaml": saying(0), "companies.csv": companiesCsv(3) });
  const watching = watchHere([], { dir, env: {} });
  const shows = (save: number): Promise<void> =>
    expect.poll(() => watching.printed.stdout).toContain(`of save ${save}.`);
  await expect.poll(() => watching.printed.stdout).toContain("── run 1 ");
  const open: Readonly<Record<string, number>>[] = [];
  for (let save = 1; save <= SAVES; save += 1) {
    await writeFile(join(dir, "syncs/companies.yaml"), saying(save));
    await shows(save);
    open.push(openResources());
  }
  watching.interrupt();
  expect(await watching.code).toBe(130);
  // A timer and a request to the file system come and go with each save.
  expect(open.at(-1)).toEqual(open[0]);
});

/** What keeps a process alive, by its kind; without what a single turn of the loop starts and ends. */
function openResources(): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) {
    if (/^(Timeout|Immediate|FSReqPromise|FSReqCallback|TickObject)$/.test(kind)) continue;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}
