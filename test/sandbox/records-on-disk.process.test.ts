import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { OBJECT_TYPES } from "../../src/model/generated/objects.ts";
import { startSandbox } from "../../src/sandbox/start-sandbox.ts";
import { serve } from "./serving.ts";

async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "sandbox-"));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

async function seedFile(content: unknown): Promise<string> {
  const path = join(await folder(), "seed.json");
  await writeFile(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

describe("a data folder", () => {
  test("keeps records from one sandbox to the next, whole and without leftovers", async () => {
    const dataDir = join(await folder(), "deep", "data");
    const first = await serve({ dataDir });
    await first.put("/companies", [{ name: "Acme", externalId: "a", custom: { Tier: "A" } }]);
    await first.call("POST", "/customfields", { parent: "company", name: "Seats", type: "number" });
    first.sandbox.seed("Enduser", [{ email: "ann@x.org", companyId: "extid-a" }]);
    await first.sandbox.close();
    expect(await readdir(dataDir)).toEqual(["sandbox.json"]);

    const second = await serve({ dataDir });
    for (const object of ["Company", "Enduser", "CustomField"]) {
      expect(second.sandbox.records(object)).toEqual(first.sandbox.records(object));
    }
    expect((await second.put("/companies", [{ name: "Acme", externalId: "a" }])).answer).toMatchObject({
      nonupdates: 1,
    });
    expect((await second.put("/companies", [{ name: "New" }])).answer).toMatchObject({ created: 1 });
    expect(second.sandbox.records("Company")).toHaveLength(2);
  });

  test("keeps what the analytics host has taken", async () => {
    const dataDir = await folder();
    const first = await serve({ dataDir });
    first.sandbox.seed("Company", [{ name: "Acme", externalId: "a" }]);
    first.sandbox.seed("Enduser", [{ email: "ann@x.org", companyId: "extid-a" }]);
    const point = { dimensionId: "logins", externalId: "a", value: 1 };
    await first.call("POST", "/dimensiondata/sandbox-tenant", [point, { ...point, value: 2 }]);
    await first.call("POST", "/analytics/bulk/sandbox-tenant", [{ email: "ann@x.org", action: "login" }]);
    await first.sandbox.close();
    const { sandbox } = await serve({ dataDir });
    expect(sandbox.analytics.points).toMatchObject([{ values: [1, 2] }]);
    expect(sandbox.analytics.points).toEqual(first.sandbox.analytics.points);
    expect(sandbox.analytics.activities).toEqual(first.sandbox.analytics.activities);
  });

  test("is written only when something changed", async () => {
    const dataDir = await folder();
    const { sandbox, call } = await serve({ dataDir });
    await call("GET", "/companies");
    await sandbox.close();
    expect(await readdir(dataDir)).toEqual([]);
  });

  test("goes before a seed", async () => {
    const dataDir = await folder();
    const seed = await seedFile({ companies: [{ name: "Seeded" }] });
    const first = await serve({ dataDir, seed });
    expect(first.sandbox.records("Company")).toMatchObject([{ name: "Seeded" }]);
    const [record] = first.sandbox.records("Company");
    await first.call("PUT", `/companies/${String(record?.["_id"])}`, { name: "Changed" });
    await first.sandbox.close();
    const second = await serve({ dataDir, seed });
    expect(second.sandbox.records("Company")).toMatchObject([{ name: "Changed" }]);
  });

  test.each([
    ["{ not json", "damaged"],
    ['{"formatVersion":2,"records":{}}', "of a format this version does not know"],
    ['{"formatVersion":1,"records":{"/companies":{}}}', "damaged"],
  ])("that holds %s is refused", async (text, why) => {
    const dataDir = await folder();
    await writeFile(join(dataDir, "sandbox.json"), text);
    await expect(startSandbox({ objectTypes: OBJECT_TYPES, dataDir })).rejects.toMatchObject({
      kind: "environment",
      message: `The sandbox's data file is ${why}.`,
      reason: expect.objectContaining({ fix: expect.stringContaining(dataDir) }),
    });
    expect(await readFile(join(dataDir, "sandbox.json"), "utf8")).toBe(text);
  });

  test("below something that is no folder is refused", async () => {
    const dataDir = join(await seedFile("a file"), "data");
    await expect(startSandbox({ objectTypes: OBJECT_TYPES, dataDir })).rejects.toMatchObject({
      kind: "environment",
      message: "The sandbox's data file cannot be read.",
    });
  });

  test("that can no longer be written is told on close", async () => {
    const dataDir = join(await folder(), "data");
    const sandbox = await startSandbox({ objectTypes: OBJECT_TYPES, dataDir });
    await writeFile(dataDir, "in the way");
    sandbox.seed("Company", [{ name: "Acme" }]);
    await expect(sandbox.close()).rejects.toMatchObject({
      kind: "environment",
      message: "The sandbox's data file cannot be written.",
    });
  });
});

describe("a seed file", () => {
  test("fills the sandbox, whatever the order of its collections", async () => {
    const seed = await seedFile({
      endusers: [{ email: "ann@acme.com", companyId: "extid-1" }],
      customFields: [{ parent: "company", name: "Seats", type: "number" }],
      companies: [{ name: "Acme", externalId: 1, mr: 100 }],
    });
    const { sandbox, call } = await serve({ seed });
    const [company] = sandbox.records("Company");
    expect(company).toMatchObject({
      name: "Acme",
      externalId: "1",
      mr: 100,
      createDate: "2026-01-01T00:00:00.000Z",
    });
    expect(sandbox.records("Enduser")).toMatchObject([
      { email: "ann@acme.com", companyId: company?.["_id"] },
    ]);
    expect((await call("GET", "/customfields")).json).toMatchObject([{ name: "Seats", isFormula: false }]);
    expect(sandbox.history.created("Company")).toBe(0);
  });

  test.each<[unknown, string]>([
    ["{", "The seed file is not JSON."],
    [[], "The seed file is not a JSON object."],
    [{ planets: [] }, "The seed file names a collection that is not served: planets."],
    [{ companies: {} }, "The seed file has a key without a list: companies."],
    [{ companies: [7] }, "Seed record 1 of companies is not an object."],
    [
      { companies: [{ name: 7 }] },
      "Seed record 1 of companies has a value that does not fit: name is not a string.",
    ],
    [
      { companies: [{ name: "a" }, { externalId: { a: 1 } }] },
      "Seed record 2 of companies has a value that does not fit: externalId is not a string or a number.",
    ],
    [
      { companies: [{ tags: [["a"]] }] },
      "Seed record 1 of companies has a value that does not fit: tags holds an element that is not a string.",
    ],
    [
      `{"companies":[{"custom":{"a":${"[".repeat(300)}${"]".repeat(300)}}}]}`,
      "The seed file has values of more than 256 levels.",
    ],
    [{ companies: [{ _id: "x" }] }, "Seed record 1 of companies has an _id that is not 24 hex digits."],
    [
      { companies: [{ externalId: "a" }, { externalId: "a" }] },
      "Seed record 2 of companies repeats the externalId of another.",
    ],
    [
      { endusers: [{ companyId: "extid-a" }] },
      "Seed record 1 of endusers refers by companyId to a record that does not exist.",
    ],
  ])("%j is refused", async (content, message) => {
    const seed = await seedFile(content);
    const started = startSandbox({ objectTypes: OBJECT_TYPES, seed });
    await expect(started).rejects.toMatchObject({
      kind: "usage",
      message,
      reason: expect.objectContaining({ fix: expect.any(String) }),
    });
  });

  test("that is a folder or no text is refused, and no pipe is waited for", async () => {
    const dir = await folder();
    const pipe = join(dir, "pipe");
    execFileSync("mkfifo", [pipe]);
    const latin = join(dir, "latin.json");
    await writeFile(latin, Buffer.from('{"companies":[{"name":"K\u00f8ge"}]}', "latin1"));
    for (const [seed, message] of [
      [dir, "The seed file is not a regular file."],
      [pipe, "The seed file is not a regular file."],
      [latin, "The seed file is not UTF-8."],
    ] as const) {
      const started = startSandbox({ objectTypes: OBJECT_TYPES, seed });
      await expect(started).rejects.toMatchObject({ kind: "usage", message });
    }
  });

  test("that is not there is refused", async () => {
    const seed = join(await folder(), "none.json");
    const started = startSandbox({ objectTypes: OBJECT_TYPES, seed });
    await expect(started).rejects.toMatchObject({ kind: "usage", message: "The seed file cannot be read." });
  });
});

test("a port that is taken is told with what to do", async () => {
  const { sandbox } = await serve();
  const port = Number(new URL(sandbox.url).port);
  await expect(startSandbox({ objectTypes: OBJECT_TYPES, port })).rejects.toMatchObject({
    kind: "environment",
    message: `The sandbox cannot listen on port ${port}.`,
    reason: { detail: expect.stringContaining("EADDRINUSE"), fix: expect.stringContaining("port 0") },
  });
});

test("an object type that is not served cannot be asked for", async () => {
  const { sandbox } = await serve();
  expect(() => sandbox.records("Planet")).toThrow("The sandbox does not serve Planet.");
});
