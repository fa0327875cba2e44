import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Json, JsonObject } from "../../src/model/json.ts";
import { COMPANIES, FAST } from "../support/project.ts";
import { scene, writesOf } from "../support/scene.ts";

const HEADER = "id,name,phase\n";
const ROWS = `${HEADER}c1,Acme,Trial\nc2,Bolt,Trial\nc3,Coda,Trial\n`;
const REFUSED = { rule: "refused", key: "c2" };
const PARKED = { rule: "parked", key: "c2" };
const SUMMARY = { read: 3, created: 0, updated: 0, unchanged: 2, rejected: 1, failed: 0, notAttempted: 0 };

/** Planhat refuses c2 for as long as `refuses` says, in words that nobody knows. */
async function refusing({ settings = "", more = "", said = "E-4711: quota of sprockets exceeded" } = {}) {
  const files = {
    "planhat-sync.yaml": `${FAST.replace(" }", `${settings} }`)}`,
    "syncs/companies.yaml": COMPANIES + more,
    "companies.csv": ROWS,
  };
  const { sandbox, dir, apply, run } = await scene(files);
  let refuses = true;
  sandbox.faults.add({
    times: "always",
    match: { method: "PUT" },
    action: { kind: "refuse", where: (record) => refuses && record["externalId"] === "c2", message: said },
  });
  const json = async (...argv: string[]) => JSON.parse((await run(...argv, "--format", "json")).stdout);
  const applies = async (count: number) => {
    for (let number = 0; number < count; number++) expect((await apply()).code).toBe(6);
  };
  /** How many write calls an apply makes, with its result. */
  const writing = async (argv: readonly string[] = ["apply"]) => {
    const before = writesOf(sandbox).length;
    const { code, stdout } = await run(...argv, "--auto-approve", "--format", "json");
    const [sync] = JSON.parse(stdout).syncs as readonly { readonly summary: JsonObject }[];
    return { code, summary: sync?.summary, writes: writesOf(sandbox).length - before };
  };
  return {
    sandbox,
    run,
    applies,
    writing,
    plan: async () => (await json("plan")).syncs[0],
    rejects: async () => (await json("rejects")).rejects as readonly JsonObject[],
    accept: () => {
      refuses = false;
    },
    write: (name: string, text: string) => writeFile(join(dir, name), text),
  };
}

/** The same errors, in the list of those that lack a permission. */
function asForbidden(body: Json): Json {
  const { createdErrors = [], ...answer } = body as JsonObject;
  return { ...answer, createdErrors: [], permissionErrors: createdErrors };
}

test("[A16, A17] what Planhat refuses in unknown words is kept to the letter, less secrets, and sent again by the next apply", async () => {
  const { run, rejects, accept, applies, writing, sandbox } = await refusing({
    said: "E-4711 {sandbox-token} \u001b[31m<b>",
  });
  await applies(1);
  const [first] = await rejects();
  expect(first).toMatchObject({ ...REFUSED, attempts: 1 });
  expect(first?.["message"]).toContain("E-4711 {");
  expect(first?.["message"]).toContain("} \u001b[31m<b>");
  expect(JSON.stringify(first)).not.toContain(sandbox.token);
  expect((await run("rejects")).stdout).not.toContain("\u001b");
  await applies(1);
  expect(await rejects()).toMatchObject([{ ...REFUSED, attempts: 2 }]);
  accept();
  expect(await writing()).toMatchObject({ code: 0, summary: { created: 1, rejected: 0 }, writes: 1 });
  expect(await rejects()).toEqual([]);
});

test("[A16, A17] after five refusals of the same record it is parked: told in plan, report and rejects, counted once, and not sent", async () => {
  const { run, rejects, applies, writing, plan } = await refusing();
  await applies(4);
  expect(await plan()).toMatchObject({ summary: { create: 1, reject: 0 } });
  await applies(1);
  expect(await rejects()).toMatchObject([{ ...REFUSED, attempts: 5 }]);
  const planned = await plan();
  expect(planned).toMatchObject({
    summary: { read: 3, create: 0, update: 0, unchanged: 2, skip: 0, reject: 1 },
    rejects: [PARKED],
    warnings: [expect.stringContaining("1 record is parked, because Planhat keeps refusing it")],
  });
  expect(planned.rejects[0].message).toBe(
    "Planhat keeps refusing the record, so it is left out until it changes. Planhat refused the record. Planhat says: E-4711: quota of sprockets exceeded. To send it again as it is, run `planhat-sync rejects retry`.",
  );
  for (const attempts of [6, 7]) {
    expect(await writing()).toMatchObject({ code: 6, summary: SUMMARY, writes: 0 });
    expect(await rejects()).toMatchObject([{ ...PARKED, message: planned.rejects[0].message, attempts }]);
  }
  expect((await run("apply", "--auto-approve")).stdout).toContain("(parked)");
  expect((await run("plan")).code).toBe(6);
});

test.each([
  ["row", "companies.csv", ROWS.replace("Bolt", "Bolt 2")],
  ["definition", "syncs/companies.yaml", COMPANIES.replace("name: name", "name: name & '.'")],
])(
  "[A16, A17] it comes back when its %s makes another record of it, with as many tries",
  async (_what, file, text) => {
    const { write, rejects, applies, writing } = await refusing();
    await applies(6);
    expect(await rejects()).toMatchObject([PARKED]);
    await write(file, text);
    for (let number = 0; number < 5; number++) {
      expect((await writing()).writes).toBe(1);
      expect(await rejects()).toMatchObject([REFUSED]);
    }
    expect((await writing()).writes).toBe(0);
    await write("companies.csv", ROWS);
    await write("syncs/companies.yaml", COMPANIES);
    expect((await writing()).writes).toBe(1);
  },
);

test("[A16] rejects retry sends it as it is: in, or parked still", async () => {
  const { accept, rejects, applies, writing } = await refusing();
  await applies(6);
  expect(await writing(["rejects", "retry"])).toMatchObject({ code: 6, writes: 1 });
  expect(await rejects()).toMatchObject([REFUSED]);
  expect((await writing()).writes).toBe(0);
  expect(await rejects()).toMatchObject([PARKED]);
  accept();
  expect((await writing()).writes).toBe(0);
  expect(await writing(["rejects", "retry"])).toMatchObject({ code: 0, summary: { created: 1 }, writes: 1 });
  expect(await rejects()).toEqual([]);
  expect(await writing()).toMatchObject({ code: 0, summary: { unchanged: 3 }, writes: 0 });
});

test("[A16] what is rejected before it is sent counts for nothing, and what a permission forbids is never parked", async () => {
  const { applies, writing, write } = await refusing();
  await applies(4);
  await write("companies.csv", ROWS.replace("Bolt", ""));
  await applies(3);
  await write("companies.csv", ROWS);
  for (let number = 0; number < 5; number++) expect((await writing()).writes).toBe(1);
  expect((await writing()).writes).toBe(0);

  const forbidden = await refusing();
  forbidden.sandbox.faults.add({
    times: "always",
    match: { method: "PUT" },
    action: { kind: "rewrite", answer: asForbidden },
  });
  await forbidden.applies(7);
  expect((await forbidden.writing()).writes).toBe(1);
  expect(await forbidden.rejects()).toMatchObject([{ ...REFUSED, code: "refused-forbidden" }]);
});

// The list of the answer tells a permission that lacks, never its words.
test.each([
  'The field "Permission tier" is unknown',
  "Custom field Permission tier (403) is not in the list",
  "no permission to create companies",
])(
  "[A16] a refusal that only speaks of permissions is parked as any other, and doctor does not blame the token: %s",
  async (said) => {
    const { run, rejects, applies } = await refusing({ said });
    await applies(6);
    expect(await rejects()).toMatchObject([PARKED]);
    const { checks } = JSON.parse((await run("doctor", "--format", "json")).stdout);
    expect(checks).toContainEqual(expect.objectContaining({ name: "write Company", status: "ok" }));
  },
);

test("[A16] limits.refusals says how often, and no guard counts what is parked", async () => {
  const { applies, writing, plan } = await refusing({
    settings: ", refusals: 2",
    more: "guards: { maxRejected: 10% }\n",
  });
  await applies(2);
  const planned = await plan();
  expect(planned).toMatchObject({ rejects: [PARKED] });
  expect(planned.violations ?? []).toEqual([]);
  expect(await writing()).toMatchObject({ code: 6, summary: SUMMARY, writes: 0 });
});

test("[A16] a saved plan leaves it out too", async () => {
  const { run, applies, rejects, writing, write } = await refusing();
  await applies(5);
  await write("companies.csv", ROWS.replace("Acme", "Acme 2"));
  expect((await run("plan", "--out", "plan.bin")).code).toBe(6);
  expect(await writing(["apply", "plan.bin"])).toMatchObject({
    code: 6,
    summary: { ...SUMMARY, updated: 1, unchanged: 1 },
    writes: 1,
  });
  expect(await rejects()).toMatchObject([PARKED]);
  expect((await writing()).writes).toBe(0);
});
