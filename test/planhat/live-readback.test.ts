import { describe, expect, test } from "vitest";
import { OBJECT_TYPES } from "../../src/model/generated/objects.ts";
import type { CurrentQuery, CurrentRecord } from "../../src/model/live-baseline.ts";
import type { RecordKey } from "../../src/model/record.ts";
import { liveReadback } from "../../src/planhat/live-readback.ts";
import type { ApiRequest } from "../../src/planhat/send.ts";
import type { SandboxOptions } from "../../src/sandbox/start-sandbox.ts";
import { makeSandbox } from "../support/project.ts";
import { virtualClock } from "../support/virtual-clock.ts";

const TYPES = new Map(OBJECT_TYPES.map((type) => [type.name, type]));
const NEVER = new AbortController().signal;

async function world(options: Omit<SandboxOptions, "objectTypes"> = {}) {
  const { sandbox } = await makeSandbox(options);
  const calls: string[] = [];
  const clock = virtualClock();
  const baseline = liveReadback({
    clock,
    objectTypes: TYPES,
    origin: sandbox.url,
    redact: (text) => text,
    onProgress: () => undefined,
    send: async ({ method, path }: ApiRequest) => {
      calls.push(path);
      const answer = await fetch(sandbox.url + path, {
        method,
        headers: { authorization: `Bearer ${sandbox.token}` },
      });
      return { status: answer.status, headers: {}, text: await answer.text() };
    },
  });
  const queryOf = (object: string, keys: readonly string[], atLeast = 0): CurrentQuery => {
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
    for await (const some of baseline.current(queryOf(object, keys, atLeast), NEVER)) all.push(...some);
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
    { externalId: "a/b ,?é", name: "Odd", custom: { Tier: "Gold" } },
    { externalId: "b", name: "B" },
  ]);
  const found = await read("Company", ["a/b ,?é", "nowhere"]);
  expect(found).toMatchObject([{ key: "a/b ,?é", fields: { name: "Odd", "custom.Tier": "Gold" } }]);
  expect(calls).toHaveLength(2);
});

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
    expect(baseline.begin(queryOf("Company", KEYS.slice(0, 5)), NEVER)).toBe(true);
    expect(calls).toHaveLength(1);
    expect(await read("Company", KEYS)).toHaveLength(5001);
    expect(calls).toHaveLength(2);
    // It serves once: what is asked for later is to be what Planhat holds then.
    await read("Company", KEYS);
    expect(calls).toHaveLength(4);
  });

  test("is not begun where single look-ups may do", async () => {
    const { baseline, calls, queryOf } = await world();
    expect(baseline.begin(queryOf("Company", ["c1", "c2", "c3"]), NEVER)).toBe(false);
    expect(baseline.begin(queryOf("Company", KEYS.slice(0, 40), 200_000), NEVER)).toBe(false);
    expect(calls).toEqual([]);
  });

  test("is asked for again where the source took longer than a minute", async () => {
    const { sandbox, baseline, calls, clock, queryOf, read } = await world();
    sandbox.seed("Company", companies(5));
    baseline.begin(queryOf("Company", KEYS), NEVER);
    await clock.sleep(60_000);
    sandbox.seed("Company", [{ externalId: "late", name: "Late" }]);
    expect((await read("Company", [...KEYS, "late"])).map(({ key }) => key)).toContain("late");
    expect(calls).toHaveLength(2);
  });

  test("that Planhat refuses is told when it is wanted", async () => {
    const { sandbox, baseline, queryOf, read } = await world();
    sandbox.faults.add({ match: { method: "GET" }, action: { kind: "status", code: 403, body: "no" } });
    expect(baseline.begin(queryOf("Company", KEYS), NEVER)).toBe(true);
    await expect(read("Company", KEYS)).rejects.toMatchObject({ kind: "environment" });
  });
});

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
  const found = await baseline.references("Company", values, NEVER);
  expect(["extid-a", "srcid-s", id].map((value) => found?.get(value))).toEqual([id, id, id]);
  expect(["extid-none", "a"].map((value) => found?.get(value))).toEqual([undefined, undefined]);
  const before = calls.length;
  expect(
    (await baseline.references("Company", new Set(["extid-c9", "extid-x"]), NEVER))?.has("extid-c9"),
  ).toBe(true);
  expect(calls.length).toBe(before);
});

test("a handful of references is asked for one by one, and what is none is not asked for", async () => {
  const { sandbox, baseline, calls } = await world();
  sandbox.seed("Company", companies(10));
  const found = await baseline.references("Company", new Set(["extid-c1", "../users"]), NEVER);
  expect([found?.has("extid-c1"), found?.has("../users")]).toEqual([true, false]);
  expect(calls.filter((path) => path.includes("users"))).toEqual([]);
});

test("an object type that the token may not read is said to be so", async () => {
  const { sandbox, baseline } = await world();
  sandbox.faults.add({ match: { method: "GET" }, action: { kind: "status", code: 403, body: "no" } });
  expect(await baseline.references("Company", new Set(["extid-a"]), NEVER)).toBeUndefined();
  expect(await baseline.references("Nothing", new Set(["extid-a"]), NEVER)).toBeUndefined();
});
