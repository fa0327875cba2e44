import { describe, expect, test } from "vitest";
import type { CurrentRecord } from "../../../src/model/current-record.ts";
import { OBJECT_TYPES } from "../../../src/model/generated/objects.ts";
import type { RecordKey } from "../../../src/model/record.ts";
import type { RecordsQuery } from "../../../src/model/target-reader.ts";
import type { ApiRequest } from "../../../src/planhat/api/send.ts";
import { liveReadback } from "../../../src/planhat/read/live-readback.ts";
import type { SandboxOptions } from "../../../src/sandbox/start-sandbox.ts";
import { makeSandbox } from "../../support/project.ts";
import { virtualClock } from "../../support/virtual-clock.ts";

const TYPES = new Map(OBJECT_TYPES.map((type) => [type.name, type]));
const NEVER = new AbortController().signal;

async function world(
  options: Omit<SandboxOptions, "objectTypes"> = {},
  /** What a proxy on the way makes of an address. */
  reroute: (path: string) => string = (path) => path,
) {
  const { sandbox } = await makeSandbox(options);
  const calls: string[] = [];
  const clock = virtualClock();
  const baseline = liveReadback({
    clock,
    objectTypes: TYPES,
    lookups: new Map(),
    origin: sandbox.url,
    redact: (text) => text,
    onProgress: () => undefined,
    send: async ({ method, path }: ApiRequest) => {
      calls.push(path);
      const answer = await fetch(sandbox.url + reroute(path), {
        method,
        headers: { authorization: `Bearer ${sandbox.token}` },
      });
      return { status: answer.status, headers: {}, text: await answer.text() };
    },
  });
  const queryOf = (object: string, keys: readonly string[], atLeast = 0): RecordsQuery => {
    const objectType = TYPES.get(object);
    if (objectType === undefined) throw new Error(object);
    return {
      objectType,
      keyField: "externalId",
      keys: new Set(keys as readonly RecordKey[]),
      fields: ["name", "custom.Tier"],
      atLeast,
    };
  };
  const read = async (
    object: string,
    keys: readonly string[],
    atLeast = 0,
  ): Promise<readonly CurrentRecord[]> => {
    const all: CurrentRecord[] = [];
    for await (const some of baseline.records(queryOf(object, keys, atLeast), NEVER)) all.push(...some);
    return all;
  };
  return { sandbox, baseline, calls, clock, queryOf, read };
}

function companies(count: number) {
  return Array.from({ length: count }, (_, index) => ({ externalId: `c${index}`, name: `C ${index}` }));
}

test("a handful is asked for one by one, with a key of any characters; what is not there is left out", async () => {
  const { sandbox, read, calls } = await world();
  sandbox.seed("Company", [
    { externalId: "a#b ,?é", name: "Odd", custom: { Tier: "Gold" } },
    { externalId: "b", name: "B" },
  ]);
  const found = await read("Company", ["a#b ,?é", "nowhere"]);
  expect(found).toMatchObject([{ key: "a#b ,?é", fields: { name: "Odd", "custom.Tier": "Gold" } }]);
  expect(calls).toEqual([expect.stringContaining("/companies/extid-a%23b"), "/companies/extid-nowhere"]);
});

test.each(["a/b", "a\\b", "50%", "%2e"])(
  "a key that addresses read in different ways is looked for in the list: %s",
  async (key) => {
    const { sandbox, read, calls, baseline } = await world();
    sandbox.seed("Company", [{ externalId: key, name: "Odd" }]);
    expect(await read("Company", [key])).toMatchObject([{ key }]);
    expect(
      (await baseline.idsOfReferences("Company", new Set([`extid-${key}`]), NEVER))?.has(`extid-${key}`),
    ).toBe(true);
    expect(calls.filter((path) => path.startsWith("/companies/"))).toEqual([]);
  },
);

test("many are read in pages of the object's largest size, with the mapped fields alone", async () => {
  const { sandbox, read, calls } = await world();
  sandbox.seed("Company", companies(5001));
  const found = await read(
    "Company",
    companies(5001).map(({ externalId }) => externalId),
  );
  expect(new Set(found.map(({ key }) => key)).size).toBe(5001);
  expect(calls).toHaveLength(2);
  expect(calls[0]).toContain("limit=5000");
  expect(calls[0]).toContain("select=_id,externalId,name,custom");
});

test("some are asked for one by one where Planhat is known to hold so many that pages would cost more", async () => {
  const { sandbox, read, calls } = await world();
  sandbox.seed("Company", companies(20));
  const wanted = ["c1", "c2", "c3", "c4", "c5"];
  expect(await read("Company", wanted, 200_000)).toHaveLength(5);
  expect(calls).toHaveLength(5);
  calls.length = 0;
  expect(await read("Company", wanted, 20)).toHaveLength(5);
  expect(calls).toHaveLength(1);
});

describe("what is begun while the source is read", () => {
  const KEYS = companies(5001).map(({ externalId }) => externalId);

  test("costs no call more, and finds keys that were not known when it was begun", async () => {
    const { sandbox, baseline, calls, queryOf, read } = await world();
    sandbox.seed("Company", companies(5001));
    expect(baseline.prefetch(queryOf("Company", KEYS.slice(0, 5)), NEVER)).toBe(true);
    expect(calls).toHaveLength(1);
    expect(await read("Company", KEYS)).toHaveLength(5001);
    expect(calls).toHaveLength(2);
    // It serves once: what is asked for later is to be what Planhat holds then.
    await read("Company", KEYS);
    expect(calls).toHaveLength(4);
  });

  test("is not begun where single look-ups may do", async () => {
    const { baseline, calls, queryOf } = await world();
    expect(baseline.prefetch(queryOf("Company", ["c1", "c2", "c3"]), NEVER)).toBe(false);
    expect(baseline.prefetch(queryOf("Company", KEYS.slice(0, 40), 200_000), NEVER)).toBe(false);
    expect(calls).toEqual([]);
  });

  test("is asked for again where the source took longer than a minute", async () => {
    const { sandbox, baseline, calls, clock, queryOf, read } = await world();
    sandbox.seed("Company", companies(5));
    baseline.prefetch(queryOf("Company", KEYS), NEVER);
    await clock.sleep(60_000);
    sandbox.seed("Company", [{ externalId: "late", name: "Late" }]);
    expect((await read("Company", [...KEYS, "late"])).map(({ key }) => key)).toContain("late");
    // The page anew, and the empty one behind it: most keys are not found.
    expect(calls).toHaveLength(3);
  });

  test("that Planhat refuses is told when it is wanted", async () => {
    const { sandbox, baseline, queryOf, read } = await world();
    sandbox.faults.add({ match: { method: "GET" }, action: { kind: "status", code: 403, body: "no" } });
    expect(baseline.prefetch(queryOf("Company", KEYS), NEVER)).toBe(true);
    await expect(read("Company", KEYS)).rejects.toMatchObject({ kind: "environment" });
  });
});

describe("the end of a list", () => {
  const keysOf = (count: number) => companies(count).map(({ externalId }) => externalId);

  test.each([
    // Below the documented size of a page: 100 and 33 records a page, an exact multiple, one more, one less.
    { pageCap: 100, held: 250 },
    { pageCap: 33, held: 99 },
    { pageCap: 1, held: 7 },
    { pageCap: 0, held: 5000 },
    { pageCap: 0, held: 5001 },
    { pageCap: 0, held: 10_000 },
  ])("of $held records in pages of $pageCap is an empty page", async ({ pageCap, held }) => {
    const { sandbox, read, calls } = await world({ unknowns: { pageCap } });
    sandbox.seed("Company", companies(held));
    const found = await read("Company", [...keysOf(held), "nowhere"]);
    expect(new Set(found.map(({ key }) => key)).size).toBe(held);
    expect(calls).toHaveLength(Math.ceil(held / (pageCap || 5000)) + 1);
  });

  test("is not looked for once every key was found, where no two records share one", async () => {
    const { sandbox, read, calls } = await world({ unknowns: { pageCap: 3 } });
    sandbox.seed("Company", companies(9));
    expect(await read("Company", keysOf(5))).toHaveLength(5);
    expect(calls).toHaveLength(2);
  });

  test.each([400, 404, 416])("is a %i behind a short page, and an error behind a full one", async (code) => {
    const { sandbox, read } = await world();
    sandbox.seed("Company", companies(6));
    const action = { kind: "status", code, body: "no such page" } as const;
    sandbox.faults.add({ match: { path: "/companies", nth: 2 }, action });
    expect(await read("Company", keysOf(7))).toHaveLength(6);
    sandbox.seed("Company", companies(5000).slice(6));
    sandbox.faults.clear();
    sandbox.faults.add({ match: { path: "/companies", nth: 2 }, action });
    await expect(read("Company", keysOf(5001))).rejects.toMatchObject({ kind: "environment" });
  });

  test.each([
    ["of all it holds", 40],
    ["of a full page", 5001],
  ])(
    "never comes from a host that drops offset, which is given up after three repeats %s",
    async (_, held) => {
      const { sandbox, read, calls } = await world({}, (path) => path.replace(/offset=\d+/, "offset=0"));
      sandbox.seed("Company", companies(held));
      await expect(read("Company", keysOf(held + 1))).rejects.toMatchObject({
        kind: "environment",
        message: expect.stringContaining("Planhat keeps sending the same companies"),
      });
      expect(calls).toHaveLength(4);
    },
  );

  test("may come after a page that others have filled with what was there before", async () => {
    const { sandbox, read } = await world({}, (path) => path.replace("offset=4", "offset=2"));
    sandbox.seed("Company", companies(6));
    // Pages: 0 to 3, again 2 and 3, then 4 and 5.
    expect(await read("Company", keysOf(7))).not.toHaveLength(0);
  });
});

describe("a key that is unique within one company only", () => {
  async function assets(own: readonly string[]) {
    const made = await world();
    made.sandbox.seed("Company", companies(2));
    made.sandbox.seed(
      "Asset",
      own.map((company) => ({ externalId: "a1", name: `of ${company}`, companyId: `extid-${company}` })),
    );
    const idOf = (externalId: string) =>
      String(made.sandbox.records("Company").find((one) => one["externalId"] === externalId)?.["_id"]);
    return { ...made, idOf };
  }

  async function namesOf({ baseline, queryOf }: Awaited<ReturnType<typeof assets>>, company?: string) {
    const names: unknown[] = [];
    const query = { ...queryOf("Asset", ["a1"]), companyOf: () => company };
    for await (const some of baseline.records(query, NEVER))
      names.push(...some.map(({ fields }) => fields["name"]));
    return [...new Set(names)].sort();
  }

  test("is asked for alone where the answer is of the record's own company", async () => {
    const made = await assets(["c0", "c1"]);
    expect(await namesOf(made, made.idOf("c0"))).toContain("of c0");
    expect(made.calls).toHaveLength(1);
  });

  test.each([["another"], [undefined]])(
    "is looked for in the list where it is of another company, or nobody knows of which (%s)",
    async (company) => {
      const made = await assets(["c0", "c1"]);
      expect(await namesOf(made, company === undefined ? undefined : made.idOf("c1"))).toEqual([
        "of c0",
        "of c1",
      ]);
      expect(made.calls.length).toBeGreaterThan(1);
    },
  );

  test("is looked for among the archived ones too, where the one that is shown is of another company", async () => {
    const made = await world();
    made.sandbox.seed("Company", companies(2));
    const contact = (company: string, archived: boolean) => ({
      ...{ externalId: "a1", email: `${company}@x.example`, companyId: `extid-${company}`, archived },
    });
    made.sandbox.seed("Enduser", [contact("c1", false), contact("c0", true)]);
    const own = String(made.sandbox.records("Company")[0]?.["_id"]);
    const found = new Set<unknown>();
    const query = { ...made.queryOf("Enduser", ["a1"]), companyOf: () => own };
    for await (const some of made.baseline.records(query, NEVER)) {
      for (const { id } of some) found.add(id);
    }
    expect(found.size).toBe(2);
  });

  test("that no record has takes one call", async () => {
    const made = await assets([]);
    expect(await namesOf(made, made.idOf("c0"))).toEqual([]);
    expect(made.calls).toHaveLength(1);
  });
});

test.each(["show", "hide"] as const)(
  "an archived contact is found by one key as by many, where a single look-up would %s it",
  async (hiddenRecord) => {
    const { sandbox, read } = await world({ unknowns: { hiddenRecord } });
    sandbox.seed("Company", companies(1));
    const contact = { externalId: "u1", email: "u1@x.example", companyId: "extid-c0", archived: true };
    sandbox.seed("Enduser", [contact]);
    expect((await read("Enduser", ["u1"])).map(({ key }) => key)).toContain("u1");
    expect((await read("Enduser", ["u1", "u2", "u3", "u4"])).map(({ key }) => key)).toContain("u1");
  },
);

test("archived contacts are read too", async () => {
  const { sandbox, read } = await world();
  sandbox.seed("Company", companies(1));
  const contact = (id: string, archived: boolean) => ({
    externalId: id,
    email: `${id}@x.example`,
    companyId: "extid-c0",
    archived,
  });
  sandbox.seed("Enduser", [contact("u1", false), contact("u2", true)]);
  const found = await read("Enduser", ["u1", "u2", "u3", "u4"]);
  expect([...new Set(found.map(({ key }) => key))].sort()).toEqual(["u1", "u2"]);
});

test("references of every form are told apart from those that mean nothing, in one reading for the whole run", async () => {
  const { sandbox, baseline, calls } = await world();
  sandbox.seed("Company", [{ externalId: "a", sourceId: "s", name: "A" }, ...companies(10)]);
  const id = String(sandbox.records("Company")[0]?.["_id"]);
  const values = new Set(["extid-a", "srcid-s", id, "extid-none", "a", "extid-c1", "extid-c2"]);
  const found = await baseline.idsOfReferences("Company", values, NEVER);
  expect(["extid-a", "srcid-s", id].map((value) => found?.get(value))).toEqual([id, id, id]);
  expect(["extid-none", "a"].map((value) => found?.get(value))).toEqual([undefined, undefined]);
  const before = calls.length;
  expect(
    (await baseline.idsOfReferences("Company", new Set(["extid-c9", "extid-x"]), NEVER))?.has("extid-c9"),
  ).toBe(true);
  expect(calls.length).toBe(before);
});

test("a handful of references is asked for one by one, and what is none is not asked for", async () => {
  const { sandbox, baseline, calls } = await world();
  sandbox.seed("Company", companies(10));
  const found = await baseline.idsOfReferences("Company", new Set(["extid-c1", "../users"]), NEVER);
  expect([found?.has("extid-c1"), found?.has("../users")]).toEqual([true, false]);
  expect(calls.filter((path) => path.includes("users"))).toEqual([]);
});

test("an object type that the token may not read is said to be so", async () => {
  const { sandbox, baseline } = await world();
  sandbox.faults.add({ match: { method: "GET" }, action: { kind: "status", code: 403, body: "no" } });
  expect(await baseline.idsOfReferences("Company", new Set(["extid-a"]), NEVER)).toBeUndefined();
  expect(await baseline.idsOfReferences("Nothing", new Set(["extid-a"]), NEVER)).toBeUndefined();
});
