import { expect, test } from "vitest";
import { runMain } from "../../support/cli.ts";
import { COMPANIES, FAST, makeProject, makeSandbox } from "../../support/project.ts";

const clock = { now: () => 0, monotonic: () => 0, sleep: async () => undefined };
const DEEP = `[${'{"_id":"1","a":'.repeat(3000)}1${"}".repeat(3000)}]`;

test.each([
  [
    "another record than the one that was asked for",
    '{"_id":"5f0000000000000000000001","externalId":"other","name":"n"}',
  ],
  ["a record without its _id", '{"externalId":"c1","name":"n"}'],
  ["a record whose _id is a number", '{"_id":7,"externalId":"c1","name":"n"}'],
  ["an empty object", "{}"],
  ["a list", "[]"],
  [
    "values within each other",
    `{"_id":"1","externalId":"c1","custom":${"[".repeat(5000)}${"]".repeat(5000)}}`,
  ],
])("%s is no answer to a question for one record: nothing is taken for new", async (_, body) => {
  const { sandbox, env } = await makeSandbox();
  const files = { "planhat-sync.yaml": FAST, "syncs/companies.yaml": COMPANIES };
  const dir = await makeProject({ ...files, "companies.csv": "id,name,phase\nc1,Acme,Trial\n" });
  sandbox.faults.add({
    match: { method: "GET" },
    times: "always",
    action: { kind: "status", code: 200, body },
  });
  const { code, stderr } = await runMain(["apply", "--auto-approve"], { dir, env, clock });
  expect([code, stderr]).toEqual([
    4,
    expect.stringContaining("Unexpected response when asked to read companies"),
  ]);
  expect(stderr).not.toContain("bug:");
  expect(sandbox.records("Company")).toEqual([]);
});

test.each([
  ["a record without its _id", '[{"externalId":"c1"}]'],
  ["a record that is a list", "[[]]"],
  ["values within each other", DEEP],
])("%s is no answer to a question for many records", async (_, body) => {
  const { sandbox, env } = await makeSandbox();
  const rows = Array.from({ length: 20 }, (_, index) => `c${index},Acme,Trial`).join("\n");
  const files = { "planhat-sync.yaml": FAST, "syncs/companies.yaml": COMPANIES };
  const dir = await makeProject({ ...files, "companies.csv": `id,name,phase\n${rows}\n` });
  sandbox.faults.add({
    match: { method: "GET" },
    times: "always",
    action: { kind: "status", code: 200, body },
  });
  const { code, stderr } = await runMain(["plan"], { dir, env, clock });
  expect([code, stderr]).toEqual([
    4,
    expect.stringContaining("Unexpected response when asked to read companies"),
  ]);
});

test("custom fields within each other end introspect with a reason", async () => {
  const { sandbox, env } = await makeSandbox();
  const dir = await makeProject({ "planhat-sync.yaml": FAST, "syncs/companies.yaml": COMPANIES });
  sandbox.faults.add({
    match: { method: "GET" },
    times: "always",
    action: { kind: "status", code: 200, body: DEEP },
  });
  const { code, stderr } = await runMain(["introspect"], { dir, env, clock });
  expect([code, stderr]).toEqual([4, expect.stringContaining("Unexpected response")]);
});
