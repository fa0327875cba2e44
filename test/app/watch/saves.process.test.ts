import { renameSync } from "node:fs";
import { cp, mkdir, rename, rm, symlink, unlink, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { COMPANIES, companiesCsv, makeProject } from "../../support/project.ts";
import { END_OF_RUN, startWatching } from "../../support/watching.ts";

const TESTED = `${COMPANIES}tests:
  - name: keeps the name
    row: { id: c1, name: Acme, phase: Trial }
    expect: { externalId: c1, name: Acme, phase: Trial }
`;
const LOUD = TESTED.replace("name: name", "name: $uppercase(name)");

async function project(files: Readonly<Record<string, string>> = {}) {
  const dir = await makeProject({
    "syncs/companies.yaml": TESTED,
    "companies.csv": companiesCsv(3),
    ...files,
  });
  const save = (path: string, text: string) => writeFile(join(dir, path), text);
  return { dir, save };
}

test("a save shows which fields of the sample records changed, which tests broke, and which are mended by the next", async () => {
  const { dir, save } = await project();
  const watching = await startWatching({ dir });
  const loud = await watching.after(() => save("syncs/companies.yaml", LOUD), END_OF_RUN);
  expect(loud).toContain("saved syncs/companies.yaml");
  expect(loud).toContain("companies → Company  3 records changed");
  expect(loud).toContain('~ c0  name  "Company 0" → "COMPANY 0"');
  expect(loud).toContain("✗ keeps the name");
  expect(loud).toContain("no problems in 1 sync · 1 test failed");
  const mended = await watching.after(() => save("syncs/companies.yaml", TESTED), END_OF_RUN);
  expect(mended).toContain('~ c2  name  "COMPANY 2" → "Company 2"');
  expect(mended).toContain("✓ keeps the name  mended");
  expect(await watching.end()).toBe(130);
});

test("[P14] a definition that is broken keeps its last good records, through any number of saves, and is compared with them again", async () => {
  const { dir, save } = await project();
  const watching = await startWatching({ dir });
  await watching.after(() => save("syncs/companies.yaml", LOUD), END_OF_RUN);
  for (const broken of ["version: [\n", "", LOUD.replace("mode: upsert", "mode: upsrt")]) {
    const shown = await watching.after(() => save("syncs/companies.yaml", broken), END_OF_RUN);
    expect(shown).toMatch(/error {2}(yaml-syntax|schema)/);
    expect(shown).toContain(
      "companies has errors; its records and tests are those of the last good version.",
    );
    expect(shown).not.toContain("records changed");
  }
  const mended = await watching.after(() => save("syncs/companies.yaml", TESTED), END_OF_RUN);
  expect(mended).toContain('~ c0  name  "COMPANY 0" → "Company 0"');
  expect(mended).toContain("no problems in 1 sync · 1 test passed");
});

test("settings that are broken leave the definitions where they are; other settings look at everything anew", async () => {
  const { dir, save } = await project({
    "planhat-sync.yaml": "version: 1\nsyncs: definitions\n",
    "definitions/companies.yaml": TESTED,
  });
  const watching = await startWatching({ dir });
  const broken = await watching.after(() => save("planhat-sync.yaml", "version: 1\nsyncs: [\n"), END_OF_RUN);
  expect(broken).toMatch(/planhat-sync.yaml:\d+:\d+ {2}error {2}yaml-syntax/);
  expect(broken).toContain("1 error in 1 sync · 1 test passed");
  const edited = await watching.after(() => save("definitions/companies.yaml", LOUD), END_OF_RUN);
  expect(edited).toContain("3 records changed");
  const moved = await watching.after(
    () => save("planhat-sync.yaml", "version: 1\nsyncs: syncs\n"),
    END_OF_RUN,
  );
  expect(moved).toContain("3 records changed");
  expect(moved).toMatch(/companies +Company +3 records, 0 rejected +1 passed/);
});

test("a data file that is saved shows what becomes of its rows: changed, rejected, new and gone", async () => {
  const { dir, save } = await project();
  const watching = await startWatching({ dir });
  const shown = await watching.after(
    () => save("companies.csv", "id,name,phase\nc0,Company 0,Customer\nc1,,Trial\nc9,New,Trial\n"),
    END_OF_RUN,
  );
  expect(shown).toContain("saved companies.csv");
  expect(shown).toContain("1 record changed, 1 row rejected, 1 new row, 1 row gone");
  expect(shown).toContain('~ c0  phase  "Trial" → "Customer"');
  expect(shown).toContain("! c1");
  expect(shown).toContain("+ c9  a new row");
  const back = await watching.after(() => save("companies.csv", companiesCsv(3)), END_OF_RUN);
  expect(back).toContain("+ c1  a record again");
});

test("[P14] files that are renamed over, rewritten elsewhere, deleted and made anew are all seen", async () => {
  const { dir, save } = await project();
  const watching = await startWatching({ dir });
  const path = join(dir, "syncs", "companies.yaml");
  const texts = [LOUD, TESTED, TESTED.replace("name: name", "name: $lowercase(name)")];
  const ways = [
    async (text: string) => {
      await save("syncs/.companies.yaml.tmp", text);
      await rename(join(dir, "syncs/.companies.yaml.tmp"), path);
    },
    async (text: string) => {
      await rename(path, `${path}~`);
      await writeFile(path, text);
      await unlink(`${path}~`);
    },
    async (text: string) => {
      await unlink(path);
      await writeFile(path, text);
    },
  ];
  for (const [index, way] of ways.entries()) {
    const shown = await watching.after(() => way(texts[index] ?? ""), END_OF_RUN);
    expect(shown).toContain("3 records changed");
  }
  const gone = await watching.after(() => unlink(path), END_OF_RUN);
  expect(gone).toContain("no-definitions");
  expect(gone).toContain("1 error in 0 syncs");
  const back = await watching.after(() => save("syncs/companies.yaml", TESTED), END_OF_RUN);
  expect(back).toContain("no problems in 1 sync");
  const second = await watching.after(
    () => save("syncs/others.yaml", TESTED.replace("name: companies", "name: others")),
    END_OF_RUN,
  );
  expect(second).toContain("field-owned-twice");
});

test("[P14] a link that is led to another file, and a folder that is exchanged for another, are followed", async () => {
  const { dir, save } = await project({ "v1/linked.yaml": TESTED, "v2/linked.yaml": LOUD });
  await unlink(join(dir, "syncs/companies.yaml"));
  await symlink("../v1/linked.yaml", join(dir, "syncs/companies.yaml"));
  const watching = await startWatching({ dir });
  const led = await watching.after(async () => {
    await symlink("../v2/linked.yaml", join(dir, "syncs/.next"));
    await rename(join(dir, "syncs/.next"), join(dir, "syncs/companies.yaml"));
  }, END_OF_RUN);
  expect(led).toContain('"Company 0" → "COMPANY 0"');
  await mkdir(join(dir, "next"));
  await save("next/companies.yaml", TESTED);
  const exchanged = await watching.after(() => {
    // Without a turn between them: a look at the moment where there is no folder finds no sync to compare with.
    renameSync(join(dir, "syncs"), join(dir, "old"));
    renameSync(join(dir, "next"), join(dir, "syncs"));
  }, /"COMPANY 0" → "Company 0"[\s\S]* in 1 sync/);
  expect(exchanged).toContain("mended");
  // The new folder is watched as the old one was.
  const more = await watching.after(
    () => save("syncs/more.yaml", LOUD.replace("name: companies", "name: more")),
    /in 2 syncs/,
  );
  expect(more).toContain("syncs/more.yaml:9:3  error  field-owned-twice");
});

test("a project whose folder is exchanged for another goes on there, and one whose folder is gone ends with 4", async () => {
  const { dir } = await project();
  const watching = await startWatching({ dir });
  await watching.after(async () => {
    await cp(dir, `${dir}-new`, { recursive: true });
    await writeFile(join(`${dir}-new`, "companies.csv"), "id,name,phase\nc9,Nine,Trial\n");
    await rename(dir, `${dir}-old`);
    await rename(`${dir}-new`, dir);
  }, /c9/);
  await rm(`${dir}-old`, { recursive: true });
  const ended = new Promise((done) => watching.child.once("close", done));
  await rm(dir, { recursive: true });
  expect((await watching.remark(/project's folder is no longer there/)).index).toBeGreaterThan(0);
  expect(await ended).toBe(4);
});

test("data that comes later is shown when it comes, also in a folder that was not there", async () => {
  const { dir, save } = await project();
  await rm(join(dir, "companies.csv"));
  const elsewhere = TESTED.replace("path: companies.csv", "path: data/new/companies.csv");
  await save("syncs/companies.yaml", elsewhere);
  const watching = await startWatching({ dir });
  const come = await watching.after(async () => {
    await mkdir(join(dir, "data/new"), { recursive: true });
    await save("data/new/companies.csv", companiesCsv(2));
  }, /2 new rows[\s\S]* in 1 sync/);
  expect(come).toContain("saved data");
  const gone = await watching.after(() => rm(join(dir, "data/new/companies.csv")), END_OF_RUN);
  expect(gone).toContain(
    "The rows of companies cannot be read. The CSV file data/new/companies.csv cannot be found.",
  );
});

test("an edit of an expression reads nothing again from an HTTP source; other settings of the source do", async () => {
  let calls = 0;
  const server = createServer((_, response) => {
    calls += 1;
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify([{ id: "c1", name: "Acme", phase: "Trial" }]));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => {
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/companies`;
  const http = COMPANIES.replace("csv: { path: companies.csv }", `http: { url: "${url}" }`);
  const { dir, save } = await project({ "syncs/companies.yaml": http });
  const watching = await startWatching({ dir });
  expect(calls).toBe(0);
  // The first save reads, and is compared with what the definition before it makes of the same rows.
  const first = await watching.after(
    () => save("syncs/companies.yaml", http.replace("name: name", "name: $uppercase(name)")),
    END_OF_RUN,
  );
  expect(first).toContain('~ c1  name  "Acme" → "ACME"');
  const read = calls;
  expect(read).toBeGreaterThan(0);
  const second = await watching.after(
    () => save("syncs/companies.yaml", http.replace("name: name", "name: $lowercase(name)")),
    END_OF_RUN,
  );
  expect(second).toContain('"ACME" → "acme"');
  expect(calls).toBe(read);
  await watching.after(() => save("syncs/companies.yaml", http.replace(url, `${url}?page=2`)), END_OF_RUN);
  expect(calls).toBeGreaterThan(read);
});

test("a source that fails is told with what to do, and is left alone for a while; the definition is checked all the same", async () => {
  let calls = 0;
  const server = createServer((_, response) => {
    calls += 1;
    response.writeHead(401).end();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => {
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const http = TESTED.replace("csv: { path: companies.csv }", `http: { url: "${url}" }`);
  const { dir, save } = await project({ "syncs/companies.yaml": http });
  const watching = await startWatching({ dir });
  const failed = await watching.after(() => save("syncs/companies.yaml", `${http}# a\n`), END_OF_RUN);
  expect(failed).toContain("The rows of companies cannot be read.");
  const asked = calls;
  const loud = await watching.after(
    () => save("syncs/companies.yaml", http.replace("name: name", "name: $uppercase(name)")),
    END_OF_RUN,
  );
  expect(loud).toContain("✗ keeps the name");
  expect(calls).toBe(asked);
});

test("only the named syncs are shown, and rows with the keys that are asked for", async () => {
  const others = TESTED.replace("name: companies", "name: others").replace("mode: upsert", "mode: insert");
  const { dir, save } = await project({ "syncs/others.yaml": others, "companies.csv": companiesCsv(50) });
  const watching = await startWatching({ dir, args: ["companies", "--limit", "1", "--key", "c42"] });
  const shown = await watching.after(() => save("syncs/companies.yaml", LOUD), END_OF_RUN);
  expect(shown).toContain("companies → Company  2 records changed");
  expect(shown).toContain('~ c42  name  "Company 42" → "COMPANY 42"');
  expect(shown).toContain("in 1 sync ·");
});
