import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/model/json.ts";
import type { Sandbox } from "../../src/sandbox/start-sandbox.ts";
import { runMain } from "../support/cli.ts";
import { planLines, writePlanLines } from "../support/plan-file.ts";
import { FAST, makeProject, makeSandbox } from "../support/project.ts";

const APPLY = ["apply", "--auto-approve", "--format", "json"];

/** Fields of a sync of companies, by `id` and `name`. */
function companies(...fields: readonly string[]): string {
  return [
    "version: 1",
    "source: { csv: { path: companies.csv } }",
    "target: { object: Company }",
    "mode: upsert",
    "key: externalId",
    "fields:",
    "  externalId: id",
    "  name: name",
    ...fields.map((field) => `  ${field}`),
  ].join("\n");
}

const BY_EMAIL = "owner: { expr: owner, by: email }";

function user(name: string, email: string, more: JsonObject = {}): JsonObject {
  return { nickName: name, firstName: name, lastName: "Berg", email, ...more };
}

const ANN = user("Ann", "ann@us.example");
const BOB = user("Bob", "bob@us.example");

function idOf(sandbox: Sandbox, object: string, field: string, value: string): string {
  return String(sandbox.records(object).find((record) => record[field] === value)?.["_id"]);
}

const reads = (sandbox: Sandbox, path: string) =>
  sandbox.log.filter((call) => call.method === "GET" && call.path.startsWith(path));

/** By externalId: what a company's field holds. */
function held(sandbox: Sandbox, field: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    sandbox.records("Company").map((record) => [String(record["externalId"]), record[field]]),
  );
}

interface Planned {
  readonly syncs: readonly {
    readonly summary: Readonly<Record<string, number>>;
    readonly changes: readonly {
      readonly key: string;
      readonly fields: Readonly<Record<string, JsonObject>>;
    }[];
    readonly rejects: readonly { readonly key: string; readonly rule: string; readonly message: string }[];
    readonly skipped: readonly {
      readonly key: string;
      readonly reason: string;
      readonly fields?: readonly string[];
    }[];
    readonly warnings?: readonly string[];
  }[];
}

async function project(
  csv: string,
  definition: string,
  seeds: Readonly<Record<string, readonly JsonObject[]>> = { User: [ANN, BOB] },
  options: Parameters<typeof makeSandbox>[0] = {},
) {
  const { sandbox, env } = await makeSandbox({ logBodies: true, ...options });
  for (const [object, records] of Object.entries(seeds)) sandbox.seed(object, records);
  const dir = await makeProject({
    "planhat-sync.yaml": FAST,
    "syncs/companies.yaml": definition,
    "companies.csv": csv,
  });
  const run = (...args: readonly string[]) => runMain(args, { dir, env });
  const plan = async (...args: readonly string[]) => {
    const { code, stdout, stderr } = await run("plan", "--format", "json", ...args);
    const [sync] = (JSON.parse(stdout) as Planned).syncs;
    if (sync === undefined) throw new Error(stderr);
    return { code, sync };
  };
  return { sandbox, dir, env, run, plan };
}

describe("3,000 records with owners by e-mail", () => {
  const USERS = Array.from({ length: 40 }, (_, index) => user(`U${index}`, `u${index}@us.example`));
  const STRANGERS: ReadonlySet<number> = new Set([700, 1400, 2100]);
  const csv = [
    "id,name,owner",
    ...Array.from({ length: 3000 }, (_, index) => {
      const email = STRANGERS.has(index) ? `stranger${index}@us.example` : ` U${index % 40}@US.example `;
      return `c${index},Company ${index},${email}`;
    }),
  ].join("\n");

  test.each([
    { missing: "reject", created: 2997, rejected: 3 },
    { missing: "omit", created: 3000, rejected: 0 },
  ])("$missing: one list of users, the right owners, and three unknown ones as asked", async (expected) => {
    const field = `owner: { expr: owner, by: email, missing: ${expected.missing} }`;
    const { sandbox, run, plan } = await project(csv, companies(field), { User: USERS });
    const { sync } = await plan();
    expect(sync.summary).toMatchObject({ create: expected.created, reject: expected.rejected });
    expect(sync.rejects.map(({ key, rule }) => [key, rule])).toEqual(
      expected.missing === "omit" ? [] : [...STRANGERS].map((index) => [`c${index}`, "reference-not-found"]),
    );
    expect(sync.warnings ?? []).toEqual(
      expected.missing === "reject"
        ? []
        : [
            '3 values of "owner" name a User that Planhat does not have, and were left out (companies.csv:702, companies.csv:1402, companies.csv:2102).',
          ],
    );
    const before = sandbox.log.length;
    const applied = await run(...APPLY);
    expect(applied.code, applied.stderr).toBe(expected.rejected === 0 ? 0 : 6);
    // One list: its page, and the empty one behind it, which proves that it is whole.
    const lists = sandbox.log.slice(before).filter(({ path }) => path.startsWith("/users?"));
    expect(lists).toHaveLength(2);
    const ids = USERS.map(({ email }) => idOf(sandbox, "User", "email", String(email)));
    const owners = held(sandbox, "owner");
    for (let index = 0; index < 3000; index += 1) {
      expect(owners[`c${index}`]).toBe(STRANGERS.has(index) ? undefined : ids[index % 40]);
    }
    const again = sandbox.log.length;
    await run(...APPLY);
    expect(sandbox.log.slice(again).filter(({ method }) => method !== "GET")).toEqual([]);
  });
});

test("the plan shows names, before and after, in every format", async () => {
  const { sandbox, dir, run, plan } = await project(
    "id,name,owner\na,Acme,bob@us.example\n",
    companies(BY_EMAIL),
  );
  const [ann, bob] = [ANN, BOB].map(({ email }) => idOf(sandbox, "User", "email", String(email)));
  sandbox.seed("Company", [{ externalId: "a", name: "Acme", owner: ann ?? "" }]);
  expect((await plan()).sync.changes).toMatchObject([
    { fields: { owner: { before: ann, after: bob, names: { [String(ann)]: "Ann", [String(bob)]: "Bob" } } } },
  ]);
  const shown = [`Ann (${ann})`, `Bob (${bob})`];
  expect((await run("plan")).stdout).toContain(shown.join(" → "));
  const { stdout: markdown } = await run("plan", "--format", "markdown", "--html", "plan.html");
  const page = await readFile(join(dir, "plan.html"), "utf8");
  for (const text of shown) for (const written of [markdown, page]) expect(written).toContain(text);
  const hidden = await run("plan", "--hide-values", "--format", "json");
  expect(hidden.stdout).not.toMatch(/Ann|Bob/);
});

test.each(["live", "state", "none"])(
  "--baseline %s: the _id is sent, and an unknown owner is rejected",
  async (baseline) => {
    const { sandbox, run } = await project(
      "id,name,owner\na,Acme,ANN@us.example\nb,Beta,nobody@us.example\nc,Ceta,\n",
      companies(BY_EMAIL),
    );
    const { code } = await run(...APPLY, "--baseline", baseline);
    expect(code).toBe(6);
    expect(held(sandbox, "owner")).toEqual({ a: idOf(sandbox, "User", "nickName", "Ann"), c: undefined });
  },
);

test.each(["insert", "update", "upsert"])("mode %s looks owners up", async (mode) => {
  const { sandbox, run } = await project(
    "id,name,owner\na,Acme,ann@us.example\n",
    companies(BY_EMAIL).replace("mode: upsert", `mode: ${mode}`),
  );
  if (mode === "update") sandbox.seed("Company", [{ externalId: "a", name: "Acme" }]);
  expect((await run(...APPLY)).code).toBe(0);
  expect(held(sandbox, "owner")).toEqual({ a: idOf(sandbox, "User", "nickName", "Ann") });
});

test("null clears the owner, and a blank leaves it as it is", async () => {
  const clear = `owner: { expr: 'owner = "none" ? null : owner', by: email }`;
  const { sandbox, run } = await project("id,name,owner\na,Acme,none\nb,Beta,\n", companies(clear));
  const ann = idOf(sandbox, "User", "nickName", "Ann");
  sandbox.seed("Company", [
    { externalId: "a", name: "Acme", owner: ann },
    { externalId: "b", name: "Beta", owner: ann },
  ]);
  expect((await run(...APPLY)).code).toBe(0);
  expect(held(sandbox, "owner")).toEqual({ a: undefined, b: ann });
});

test("users that differ by case alone are told apart by it; otherwise nobody knows which one is meant", async () => {
  const { sandbox, run, plan } = await project(
    "id,name,owner\na,Acme,Kim@us.example\nb,Beta,KIM@us.example\n",
    companies(BY_EMAIL),
    { User: [user("Kim", "kim@us.example"), user("Kit", "Kim@us.example", { externalId: "kit" })] },
  );
  const [kim, kit] = ["Kim", "Kit"].map((name) => idOf(sandbox, "User", "nickName", name));
  const { sync } = await plan();
  expect(sync.rejects).toMatchObject([{ key: "b", rule: "reference-ambiguous" }]);
  expect(sync.rejects[0]?.message).toContain(`They are "Kim" (_id ${kim}), "Kit" (_id ${kit}).`);
  await run(...APPLY);
  expect(held(sandbox, "owner")).toEqual({ a: kit });
});

test("a list of references is looked up, and of a partly unknown one the rest is kept with `missing: omit`", async () => {
  const fields = [`collaborators: { expr: '$split(owner, ";")', by: email, missing: omit }`];
  const { sandbox, run } = await project(
    "id,name,owner\na,Acme,ann@us.example; BOB@us.example;ann@us.example\nb,Beta,bob@us.example;x@us.example\nc,Ceta,x@us.example\n",
    companies(...fields),
  );
  const [ann, bob] = [ANN, BOB].map(({ email }) => idOf(sandbox, "User", "email", String(email)));
  expect((await run(...APPLY)).code).toBe(0);
  expect(held(sandbox, "collaborators")).toEqual({ a: [ann, bob], b: [bob], c: undefined });
});

test("line items name their deal and their product; a name that two have is rejected with both", async () => {
  const { sandbox, env } = await makeSandbox();
  sandbox.seed("Company", [{ externalId: "acme", name: "Acme" }]);
  const companyId = idOf(sandbox, "Company", "externalId", "acme");
  sandbox.seed("Deal", [{ externalId: "d-1", name: "First", companyId }]);
  sandbox.seed("Product", [
    { name: "Seats", externalId: "p-1" },
    { name: "Seats", externalId: "p-2" },
    { name: "Support", externalId: "p-3", sourceId: "crm-3" },
  ]);
  const dir = await makeProject({
    "planhat-sync.yaml": FAST,
    "syncs/items.yaml": [
      "version: 1",
      "source: { csv: { path: items.csv } }",
      "target: { object: LineItem }",
      "mode: upsert",
      "key: externalId",
      "fields:",
      "  externalId: id",
      "  dealId: { expr: deal, by: externalId }",
      "  productId: { expr: product, by: name }",
      "  fromDate: from",
      "  mrr: $number(mrr)",
    ].join("\n"),
    "items.csv":
      "id,deal,product,from,mrr\ni1,d-1, support,2026-01-01,10\ni2,d-1,Seats,2026-01-01,10\ni3,D-1,Support,2026-01-01,10\n",
  });
  const planned = await runMain(["plan", "--format", "json"], { dir, env });
  const [sync] = (JSON.parse(planned.stdout) as Planned).syncs;
  expect(sync?.rejects).toMatchObject([
    { key: "i2", rule: "reference-ambiguous" },
    { key: "i3", rule: "reference-not-found" },
  ]);
  const seats = sandbox.records("Product").filter(({ name }) => name === "Seats");
  for (const { _id } of seats) expect(sync?.rejects[0]?.message).toContain(`"Seats" (_id ${_id})`);
  await runMain(APPLY, { dir, env });
  expect(sandbox.records("LineItem")).toMatchObject([
    {
      externalId: "i1",
      dealId: idOf(sandbox, "Deal", "externalId", "d-1"),
      productId: idOf(sandbox, "Product", "externalId", "p-3"),
    },
  ]);
});

describe("a saved plan", () => {
  const CSV = "id,name,owner\na,Acme,ann@us.example\nb,Beta,bob@us.example\n";

  async function saved() {
    const made = await project(CSV, companies(BY_EMAIL));
    expect((await made.run("plan", "--out", "p.plan")).code).toBe(0);
    return made;
  }

  test("holds the _id and the name, and is applied as it stands", async () => {
    const { sandbox, dir, run } = await saved();
    const ann = idOf(sandbox, "User", "nickName", "Ann");
    const text = (await planLines(join(dir, "p.plan"))).join("\n");
    expect(text).toContain(`"references":{"owner":[{"id":"${ann}","name":"Ann","value":"ann@us.example"}]}`);
    expect((await run(...APPLY, "p.plan")).code).toBe(0);
    expect(held(sandbox, "owner")).toEqual({ a: ann, b: idOf(sandbox, "User", "nickName", "Bob") });
  });

  test.each(["live", "state", "none"])(
    "leaves out whose user has another address now (%s)",
    async (baseline) => {
      const { sandbox, env, dir, run } = await project(CSV, companies(BY_EMAIL));
      await run("plan", "--out", "p.plan", "--baseline", baseline);
      const ann = idOf(sandbox, "User", "nickName", "Ann");
      await fetch(`${env["PLANHAT_API_URL"]}/users/${ann}`, {
        method: "PUT",
        headers: { authorization: `Bearer ${sandbox.token}`, "content-type": "application/json" },
        body: JSON.stringify({ email: "ann.berg@us.example" }),
      });
      const applied = await runMain([...APPLY, "p.plan"], { dir, env });
      expect(applied.code, applied.stderr).toBe(6);
      expect(held(sandbox, "owner")).toEqual({ b: idOf(sandbox, "User", "nickName", "Bob") });
    },
  );

  test("an _id that no value vouches for is not written", async () => {
    const { sandbox, dir, run } = await saved();
    const path = join(dir, "p.plan");
    const lines = await planLines(path);
    const forged = lines.map((line) =>
      line.replace(/"references":\{.*?\]\},(?=.*"nickName|.*"row":1\b)/, ""),
    );
    expect(forged).not.toEqual(lines);
    await writePlanLines(path, forged);
    expect((await run(...APPLY, "p.plan")).code).toBe(6);
    expect(held(sandbox, "owner")).toEqual({ b: idOf(sandbox, "User", "nickName", "Bob") });
  });
});

test("a rejected record is sent once its user is there", async () => {
  const { sandbox, run } = await project("id,name,owner\na,Acme,eve@us.example\n", companies(BY_EMAIL));
  expect((await run(...APPLY)).code).toBe(6);
  expect(sandbox.records("Company")).toEqual([]);
  sandbox.seed("User", [user("Eve", "Eve@us.example")]);
  expect((await run("rejects", "retry", "--auto-approve")).code).toBe(0);
  expect(held(sandbox, "owner")).toEqual({ a: idOf(sandbox, "User", "nickName", "Eve") });
});

test("a token that may not list users stops the run, before anything is written", async () => {
  const { sandbox, run } = await project(
    "id,name,owner\na,Acme,ann@us.example\n",
    companies(BY_EMAIL),
    { User: [ANN] },
    { permissions: { User: { read: false } } },
  );
  const { code, stderr } = await run("apply", "--auto-approve");
  expect(code).toBe(4);
  expect(stderr).toContain("The API token may not read users (403)");
  expect(stderr).toContain("and a sync looks users up by email");
  expect(sandbox.records("Company")).toEqual([]);
});

test("tests and previews ask nobody: they show what is looked up", async () => {
  const definition = [
    companies(BY_EMAIL),
    "tests:",
    "  - name: the owner is looked up by the address",
    "    row: { id: a, name: Acme, owner: ' Ann@us.example ' }",
    "    expect: { externalId: a, name: Acme, owner: Ann@us.example }",
  ].join("\n");
  const { sandbox, run } = await project("id,name,owner\na,Acme, ann@us.example\n", definition);
  const tested = await run("test");
  expect(tested.code, tested.stdout).toBe(0);
  expect((await run("preview", "companies")).stdout).toContain("ann@us.example");
  expect(sandbox.log).toEqual([]);
});

test("one list serves every sync, and the references by _id", async () => {
  const { sandbox, env } = await makeSandbox();
  sandbox.seed("User", [ANN, BOB]);
  sandbox.seed("Company", [{ externalId: "a", name: "Acme" }]);
  const rows = ["a", "b", "c", "d"].map((id) => `${id},${id},ann@us.example`);
  const dir = await makeProject({
    "planhat-sync.yaml": FAST,
    "syncs/companies.yaml": companies(BY_EMAIL),
    "syncs/deals.yaml": companies(
      "ownerId: { expr: owner, by: email }",
      "companyId: { value: extid-a }",
    ).replace("object: Company", "object: Deal"),
    "companies.csv": ["id,name,owner", ...rows].join("\n"),
  });
  const planned = await runMain(["plan"], { dir, env });
  expect(planned.code, planned.stderr).toBe(0);
  expect(reads(sandbox, "/users")).toHaveLength(2);
});
