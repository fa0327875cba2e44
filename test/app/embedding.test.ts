import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openProject, type ProjectEvent, Stop } from "../../src/index.ts";
import { COMPANIES, companiesCsv, FAST, makeProject, makeSandbox } from "../support/project.ts";

const FILES = {
  "planhat-sync.yaml": FAST,
  "syncs/companies.yaml": COMPANIES,
  "companies.csv": companiesCsv(3),
};

test("a plan is written as it was looked at, once", async () => {
  const { sandbox, env } = await makeSandbox();
  const project = openProject(await makeProject(FILES), { env });
  expect(await project.validate()).toMatchObject({ ok: true, syncs: ["companies"], diagnostics: [] });
  const plan = await project.plan();
  expect(plan).toMatchObject({ hasChanges: true, violations: [] });
  expect(plan.view.syncs[0]?.summary).toMatchObject({ read: 3, create: 3 });
  expect(sandbox.records("Company")).toEqual([]);
  expect(await project.apply(plan)).toMatchObject({ status: "succeeded" });
  expect(sandbox.records("Company")).toHaveLength(3);
  await expect(project.apply(plan)).rejects.toMatchObject({ kind: "stale" });
  await plan.dispose();
  expect(existsSync(plan.file)).toBe(false);
  const again = await project.plan();
  expect(again.hasChanges).toBe(false);
  await again.dispose();
});

test("mistakes are values of validate, and end everything that runs", async () => {
  const { env } = await makeSandbox();
  const dir = await makeProject({
    ...FILES,
    "syncs/companies.yaml": COMPANIES.replace("name: name", "nmae: name"),
  });
  const events: ProjectEvent[] = [];
  const project = openProject(dir, { env, onEvent: (event) => events.push(event) });
  expect(await project.validate()).toMatchObject({ ok: false, syncs: [] });
  expect(events).toEqual([]);
  await expect(project.plan()).rejects.toMatchObject({ kind: "definition" });
  expect(events).toMatchObject([{ kind: "diagnostics", diagnostics: [{ rule: "unknown-field" }] }]);
});

test("a signal without a reason ends a run before it writes, and each call reads the files anew", async () => {
  const { sandbox, env } = await makeSandbox();
  const dir = await makeProject(FILES);
  const ending = new AbortController();
  const plan = await openProject(dir, { env }).plan();
  const project = openProject(dir, { env, signal: ending.signal });
  ending.abort();
  const error = await project.apply(plan).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Stop);
  expect(error).toMatchObject({ kind: "interrupted" });
  expect(sandbox.records("Company")).toEqual([]);
  await writeFile(join(dir, "companies.csv"), companiesCsv(2));
  const smaller = await openProject(dir, { env }).plan();
  expect(smaller.view.syncs[0]?.summary.read).toBe(2);
});

test("the ports are asked in place of the network, the clock and the state", async () => {
  const { sandbox, env } = await makeSandbox();
  const asked: string[] = [];
  const events = new Set<string>();
  const dir = await makeProject(FILES);
  const project = openProject(dir, {
    env: { PLANHAT_API_URL: "https://planhat.example", PLANHAT_API_TOKEN: sandbox.token },
    fetch: (url, init) => {
      asked.push(`${init.method} ${new URL(url).origin} ${init.redirect}`);
      return fetch(url.replace("https://planhat.example", sandbox.url), init);
    },
    random: () => 0,
    onEvent: (event) => events.add(event.kind),
  });
  const plan = await project.plan();
  expect(plan.view.target).toBe("https://planhat.example");
  expect(await project.apply(plan)).toMatchObject({ status: "succeeded" });
  expect(sandbox.records("Company")).toHaveLength(3);
  expect(new Set(asked)).toEqual(
    new Set(["GET https://planhat.example manual", "PUT https://planhat.example manual"]),
  );
  expect([...events]).toContain("progress");
  await expect(
    openProject(dir, {
      env,
      openState: async ({ target, readOnly }) => {
        throw new Stop("state-unusable", `No state for ${target}, ${readOnly ? "to read" : "to write"}.`);
      },
    }).plan(),
  ).rejects.toThrow(/^No state for .*, to read\.$/);
});

test("no secret of the project leaves it, in a result, an event or an error", async () => {
  const { env } = await makeSandbox();
  const secret = env["PLANHAT_API_TOKEN"] ?? "";
  const dir = await makeProject({ ...FILES, "companies.csv": `id,name,phase\nc1,${secret},x\n` });
  const events: ProjectEvent[] = [];
  const project = openProject(dir, { env, onEvent: (event) => events.push(event) });
  const thrown = await project.plan().then(
    (plan) => plan.view,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(Stop);
  expect(JSON.stringify([thrown, String(thrown), events])).not.toContain(secret);
});
