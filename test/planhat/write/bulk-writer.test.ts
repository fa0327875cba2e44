import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Change } from "../../../src/model/change.ts";
import type { Clock } from "../../../src/model/clock.ts";
import type { Json } from "../../../src/model/json.ts";
import type { BatchResult } from "../../../src/model/outcome.ts";
import { RateLimit } from "../../../src/model/rate-limit.ts";
import { limited } from "../../../src/planhat/api/limited.ts";
import { CallCounter, type Send } from "../../../src/planhat/api/send.ts";
import { bulkWriter } from "../../../src/planhat/write/bulk-writer.ts";
import { runs } from "../../support/effort.ts";
import { COMPANY, change } from "../../support/engine-fixtures.ts";
import { type ModelOptions, ModelPlanhat } from "../../support/model-planhat.ts";

const TOKEN = "secret-token-of-the-test";

/** A clock that only its sleeps move. */
function steppedClock(): Clock & { readonly slept: number[] } {
  let time = 0;
  const slept: number[] = [];
  return {
    slept,
    now: () => time,
    monotonic: () => time,
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
      time += milliseconds;
    },
  };
}

async function write(
  changes: readonly Change[],
  options: ModelOptions,
  more: {
    readonly keyField?: string | undefined;
    readonly random?: number;
    readonly onBody?: (body: string) => void;
  } = {},
) {
  const planhat = new ModelPlanhat(options);
  for (const one of changes) {
    if (one.action === "update") planhat.records.set(one.key, { externalId: one.key, name: "before" });
  }
  const clock = steppedClock();
  const limit = new RateLimit(100_000);
  const counter = new CallCounter();
  const retry = { clock, limit, counter, random: () => more.random ?? 0.5, onProgress: () => undefined };
  const send: Send = (request, signal) => {
    more.onBody?.(request.body ?? "");
    return planhat.send(request, signal);
  };
  const writer = bulkWriter({
    ...retry,
    send: limited(send, retry),
    target: planhat,
    objectTypes: new Map([["Company", COMPANY]]),
    origin: "https://api.planhat.com",
    redact: (text) => text.replaceAll(TOKEN, "***"),
  });
  const keyField = "keyField" in more ? more.keyField : "externalId";
  const batch = { objectType: "Company", keyField, changes };
  const result = await writer.write(batch, { signal: new AbortController().signal });
  return { result, planhat, clock, writer };
}

function named(count: number): readonly Change[] {
  return Array.from({ length: count }, (_, index) => change(`k${index}`));
}

/** `applied:created 3`: how often each kind of outcome came. */
function tally({ outcomes }: BatchResult): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) {
    const kind = outcome.kind === "applied" ? outcome.as : outcome.kind;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

const update = (key: string): Change => change(key, { name: "after" }, { action: "update" });

describe("an answer that adds up", () => {
  test("tells created from updated and unchanged, in one call", async () => {
    const changes = [change("a"), update("b"), change("c", { name: "before" }, { action: "update" })];
    const { result } = await write(changes, {});
    expect(tally(result)).toEqual({ created: 1, updated: 1, unchanged: 1 });
    expect(result.calls).toEqual({ read: 0, write: 1, retried: 0 });
  });

  test("an update by a known id sends that id first, so that it can never create", async () => {
    const bodies: string[] = [];
    await write([change("b", { name: "n" }, { action: "update", id: "5f1" })], {
      refuses: (item) => void bodies.push(JSON.stringify(item)),
    });
    expect(bodies[0]).toBe('{"_id":"5f1","externalId":"b","name":"n"}');
  });
});

describe("records that Planhat refuses", () => {
  test.each(["string", "object"] as const)(
    "are found in one call when all others were created (%s)",
    async (errorElements) => {
      const { result } = await write(named(100), {
        errorElements,
        refuses: ({ externalId }) => (externalId === "k7" ? "name is required" : undefined),
      });
      expect(tally(result)).toEqual({ created: 99, refused: 1 });
      expect(result.outcomes.find(({ kind }) => kind === "refused")).toMatchObject({
        change: { key: "k7" },
        reason: { code: "refused", detail: "Planhat says: name is required" },
      });
      expect(result.calls.write).toBe(1);
    },
  );

  test("get each its own reason, by sending a handful of them alone", async () => {
    const reasons: Record<string, string> = { k1: "name is required", k2: "companyId not found" };
    const { result } = await write(named(50), { refuses: ({ externalId }) => reasons[String(externalId)] });
    const said = result.outcomes.flatMap((one) =>
      one.kind === "refused" ? [`${one.change.key} ${one.reason.detail}`] : [],
    );
    expect(said).toEqual(["k1 Planhat says: name is required", "k2 Planhat says: companyId not found"]);
    expect(result.calls.write).toBe(3);
  });

  test.each([0, 1, 2, 17, 64])(
    "[A8] %i of 64 are found when the whole request is refused, and the good ones are written once",
    async (bad) => {
      const isBad = (key: unknown): boolean => Number(String(key).slice(1)) % 64 < bad;
      const { result, planhat } = await write(named(64), {
        refusesWhole: true,
        refuses: ({ externalId }) => (isBad(externalId) ? "no" : undefined),
      });
      expect(tally(result)).toEqual({
        ...(bad < 64 && { created: 64 - bad }),
        ...(bad > 0 && { refused: bad }),
      });
      expect([...planhat.creates.values()].every((count) => count === 1)).toBe(true);
      expect(planhat.calls).toBeLessThanOrEqual(2 * bad * 6 + 1);
    },
  );

  test("[A7] a request that is too large is halved, and one record that is too large is refused", async () => {
    const { result, planhat } = await write(named(10), { maxItems: 3 });
    expect(tally(result)).toEqual({ created: 10 });
    expect(planhat.calls).toBeGreaterThan(4);
    const alone = await write(named(1), { maxItems: 0 });
    expect(alone.result.outcomes).toMatchObject([{ kind: "refused", rule: "too-large" }]);
  });

  test("whatever is refused, dropped or sent as update: one outcome each, the good ones in, nothing twice", async () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 39 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        numbers,
        numbers,
        numbers,
        fc.constantFrom("string" as const, "object" as const),
        fc.boolean(),
        async (bad, dropped, updates, errorElements, refusesWhole) => {
          const changes = Array.from({ length: 40 }, (_, n) =>
            updates.includes(n) ? update(`k${n}`) : change(`k${n}`),
          );
          const numberOf = (value: unknown): number => Number(String(value).slice(1));
          const { result, planhat } = await write(changes, {
            errorElements,
            refusesWhole,
            refuses: ({ externalId }) =>
              bad.includes(numberOf(externalId)) ? `no: ${numberOf(externalId) % 3}` : undefined,
            drops: ({ externalId }) =>
              !bad.includes(numberOf(externalId)) && dropped.includes(numberOf(externalId)),
          });
          expect(new Set(result.outcomes.map((one) => one.change)).size).toBe(40);
          for (const one of result.outcomes) {
            const n = numberOf(one.change.key);
            if (bad.includes(n)) expect(one.kind).toBe("refused");
            else if (dropped.includes(n)) expect(one.kind).toBe(updates.includes(n) ? "failed" : "refused");
            else
              expect(one).toMatchObject({ kind: "applied", as: updates.includes(n) ? "updated" : "created" });
          }
          for (const count of planhat.creates.values()) expect(count).toBe(1);
        },
      ),
      { numRuns: runs(200) },
    );
  });
});

describe("an answer that does not come", () => {
  test("because the call was refused at the door is tried again", async () => {
    const { result, clock } = await write(named(3), {
      misbehaves: (call) => (call < 2 ? { kind: "refused" } : undefined),
    });
    expect(tally(result)).toEqual({ created: 3 });
    expect(result.calls.retried).toBe(2);
    expect(clock.slept).toEqual([500, 1000]);
  });

  test("after Planhat acted: the records are found by reading back, and nothing is sent twice", async () => {
    const { result, planhat } = await write(named(3), {
      misbehaves: (call) => (call === 0 ? { kind: "lost" } : undefined),
    });
    expect(tally(result)).toEqual({ created: 3 });
    expect(planhat.calls).toBe(1);
    expect(planhat.lookups).toBe(1);
  });

  test("an update whose answer was lost is sent again and counts as updated", async () => {
    const { result } = await write([update("a"), change("b")], {
      misbehaves: (call) => (call === 0 ? { kind: "lost" } : undefined),
    });
    expect(tally(result)).toEqual({ updated: 1, created: 1 });
  });

  test.each([
    ["429", { kind: "status", status: 429 }],
    ["503", { kind: "status", status: 503 }],
    ["a lost answer", { kind: "lost" }],
  ] as const)("[A9] %s for ever ends the run after five attempts", async (_, wrong) => {
    const { result, planhat } = await write([update("a"), update("b")], { misbehaves: () => wrong });
    expect(planhat.calls).toBe(5);
    expect(result.stop?.kind).toBe("environment");
    // Planhat refuses a 429 at the door; after the others nobody knows.
    expect(tally(result)).toEqual(
      wrong.kind === "status" && wrong.status === 429 ? { notAttempted: 2 } : { failed: 2 },
    );
  });

  test("Retry-After is honoured, and nobody else calls meanwhile", async () => {
    const { result, clock } = await write(named(1), {
      misbehaves: (call) =>
        call === 0 ? { kind: "status", status: 429, headers: { "retry-after": "30" } } : undefined,
    });
    expect(tally(result)).toEqual({ created: 1 });
    expect(clock.slept[0]).toBeGreaterThanOrEqual(30_000);
  });

  test("a server that asks for an absurd wait ends the run", async () => {
    const { result } = await write(named(1), {
      misbehaves: () => ({ kind: "status", status: 429, headers: { "retry-after": "86400" } }),
    });
    expect(result.stop?.message).toContain("86400 s");
  });
});

describe("[A13] an answer that is none", () => {
  test.each(["", "null", "[]", "{}", '{"created":1', "<html>", '{"created":-1,"updated":0}', '"ok"'])(
    "200 with %j is never success: asked again twice, then the run stops",
    async (body) => {
      const { result, planhat } = await write([update("a")], { misbehaves: () => ({ kind: "body", body }) });
      expect(planhat.calls).toBe(3);
      expect(result.stop?.message).toContain("Unexpected response");
      expect(tally(result)).toEqual({ failed: 1 });
    },
  );

  test.each([
    [
      "errors within each other",
      `{"created":1,"updated":0,"createdErrors":[${"[".repeat(5000)}${"]".repeat(5000)}]}`,
    ],
    ["an object that never ends to be deep", `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`],
  ])("200 with %s is no bug of ours: asked again twice, then the run stops", async (_, body) => {
    const { result, planhat } = await write([update("a")], { misbehaves: () => ({ kind: "body", body }) });
    expect(planhat.calls).toBe(3);
    expect(result.stop?.message).toContain("Unexpected response");
  });

  test("[C2] what it says is shown without secrets", async () => {
    const { result } = await write([update("a")], {
      misbehaves: () => ({ kind: "body", body: `<p>${TOKEN}` }),
    });
    expect(result.stop?.message).not.toContain(TOKEN);
  });

  test.each([
    ["counts too few", { created: 0 }],
    ["counts too many", { updated: 7 }],
    ["names none of them", { insertsKeys: [] }],
    [
      "names others",
      {
        insertsKeys: ["x1", "x2", "x3", "x4", "x5"].map((externalId) => ({
          _id: `id-${externalId}`,
          externalId,
        })),
      },
    ],
  ])("an answer that %s is looked after, and every record ends as what it is", async (_, lies) => {
    const { result } = await write(named(5), {
      misbehaves: (call) =>
        call === 0 ? { kind: "edit", edit: (body: object) => void Object.assign(body, lies) } : undefined,
    });
    expect(tally(result)).toEqual({ created: 5 });
  });
});

test("[A15] created: 2 with keys that nobody sent is read back: what Planhat does not hold is not called created", async () => {
  const { result, planhat } = await write(named(2), {
    drops: () => true,
    misbehaves: () => ({
      kind: "edit",
      edit: (body) => {
        Object.assign(body, {
          created: 2,
          insertsKeys: [
            { _id: "id-1", externalId: "somebody" },
            { _id: "id-2", externalId: "else" },
          ],
        });
      },
    }),
  });
  expect(tally(result)).toEqual({ refused: 2 });
  expect(result.outcomes.map((one) => "rule" in one && one.rule)).toEqual([
    "dropped-silently",
    "dropped-silently",
  ]);
  expect(planhat.lookups).toBeGreaterThan(0);
});

test("keys that Planhat stores in another case, or ids that nobody could know, are no keys of others", async () => {
  const { result, planhat } = await write(named(3), {
    misbehaves: () => ({
      kind: "edit",
      edit: (body) => {
        Object.assign(body, { insertsKeys: [{ _id: "id-a", externalId: "K0 " }, { _id: "id-b" }, {}] });
      },
    }),
  });
  expect(tally(result)).toEqual({ created: 3 });
  expect(planhat.calls).toBe(1);
});

describe("answers that end the run", () => {
  test.each([
    [401, "did not accept the API token"],
    [404, "does not know how to write companies"],
  ])("%i stops after one call, and nothing was attempted", async (status, message) => {
    const { result, planhat } = await write(named(2), {
      misbehaves: () => ({ kind: "status", status, body: "no" }),
    });
    expect(planhat.calls).toBe(1);
    expect(result.stop?.message).toContain(message);
    expect(tally(result)).toEqual({ notAttempted: 2 });
  });

  test("[A6] 403 stops after one call, and each record of it is remembered with what Planhat said", async () => {
    const body = JSON.stringify({
      ...{ created: 0, updated: 0, nonupdates: 0 },
      permissionErrors: ["no permission to create companies", "no permission to create companies"],
    });
    const { result, planhat } = await write(named(2), {
      misbehaves: () => ({ kind: "status", status: 403, body }),
    });
    const said = {
      what: "The API token may not write companies (403).",
      detail: "Planhat says: no permission to create companies",
    };
    expect(planhat.calls).toBe(1);
    expect(result.stop?.reason).toMatchObject({ code: "planhat-forbidden", ...said });
    const refused = { kind: "refused", rule: "refused", reason: { code: "refused-forbidden", ...said } };
    expect(result.outcomes).toMatchObject([refused, refused]);
  });
});

describe("records without a key", () => {
  const keyless = (count: number): readonly Change[] => named(count).map((one) => ({ ...one, key: one.key }));

  test("are never sent again blindly: what a lost answer hid is found by its content", async () => {
    const { result, planhat } = await write(
      keyless(4),
      { misbehaves: (call) => (call === 0 ? { kind: "lost" } : undefined) },
      { keyField: undefined },
    );
    expect(tally(result)).toEqual({ created: 4 });
    for (const count of planhat.creates.values()) expect(count).toBe(1);
  });
});

describe("[A14] an answer in whatever order and number of elements", () => {
  const LISTS = ["insertsKeys", "updatesKeys", "createdErrors", "updatedErrors", "modified"] as const;
  const edits = fc
    .record({
      /** Where each list is cut and turned, what is said twice, what is said of records that were not sent. */
      turns: fc.array(fc.nat({ max: 7 }), { minLength: 5, maxLength: 5 }),
      twice: fc.uniqueArray(fc.constantFrom(...LISTS)),
      strangers: fc.uniqueArray(fc.constantFrom(...LISTS)),
      created: fc.integer({ min: -3, max: 3 }),
      updated: fc.integer({ min: -3, max: 3 }),
      nonupdates: fc.integer({ min: -1, max: 2 }),
      calls: fc.constantFrom(1, 3, 1000),
    })
    // An error too many and a count too few make up another answer that adds up: nobody can see that.
    .filter(({ twice, strangers, created, updated, nonupdates }) => {
      const more = [...twice, ...strangers].some((name) => name.endsWith("Errors"));
      return !more || (created === 0 && updated === 0 && nonupdates === 0);
    });

  test("good records are in, bad ones are not, nothing is created twice, and no success is made up", async () => {
    const numbers = fc.uniqueArray(fc.nat({ max: 19 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        edits,
        numbers,
        numbers,
        fc.constantFrom("string" as const, "object" as const),
        async (edit, bad, updates, errorElements) => {
          const changes = Array.from({ length: 20 }, (_, n) =>
            updates.includes(n) ? update(`k${n}`) : change(`k${n}`),
          );
          const numberOf = (key: unknown): number => Number(String(key).slice(1));
          const { result, planhat } = await write(changes, {
            errorElements,
            refuses: ({ externalId }) => (bad.includes(numberOf(externalId)) ? "no" : undefined),
            misbehaves: (call) =>
              call < edit.calls ? { kind: "edit", edit: (body) => falsify(body, edit) } : undefined,
          });
          expect(result.stop).toBeUndefined();
          expect(result.outcomes).toHaveLength(20);
          for (const { kind, change: one } of result.outcomes) {
            const isBad = bad.includes(numberOf(one.key));
            const stored = planhat.records.get(one.key);
            if (kind === "applied") expect(isBad, one.key).toBe(false);
            if (kind === "refused") expect(isBad, one.key).toBe(true);
            if (!isBad) expect(stored, one.key).toMatchObject({ name: one.record.fields["name"] });
          }
          for (const count of planhat.creates.values()) expect(count).toBe(1);
        },
      ),
      { numRuns: runs(200) },
    );

    function falsify(
      body: Record<string, Json>,
      edit: typeof edits extends fc.Arbitrary<infer Edit> ? Edit : never,
    ): void {
      for (const [index, name] of LISTS.entries()) {
        const list = body[name] as Json[];
        const at = (edit.turns[index] ?? 0) % (list.length + 1);
        const turned = [...list.slice(at), ...list.slice(0, at)];
        if (edit.twice.includes(name)) turned.push(...list);
        if (edit.strangers.includes(name))
          turned.push(name === "modified" ? "id-x" : { _id: "id-x", externalId: "x" });
        body[name] = turned;
      }
      for (const name of ["created", "updated", "nonupdates"] as const) {
        body[name] = Math.max(0, Number(body[name]) + edit[name]);
      }
    }
  });

  test("one that says two things of a record is believed in neither", async () => {
    const { result, planhat } = await write(named(3), {
      misbehaves: (call) =>
        call === 0
          ? {
              kind: "edit",
              edit: (body) =>
                void (body["createdErrors"] as Json[]).push({ externalId: "k1", message: "no" }),
            }
          : undefined,
    });
    expect(tally(result)).toEqual({ created: 3 });
    expect(planhat.lookups).toBeGreaterThan(0);
  });
});

test("[T16, A24] a body has the bytes that its items were measured with", async () => {
  const bodies: string[] = [];
  const changes = [change("a", { name: '\u00e9\u20ac\u{1f600}\\"' }), change("b", { name: "x" })];
  const { writer } = await write(changes, {}, { onBody: (body) => bodies.push(body) });
  const target = { objectType: "Company", keyField: "externalId" };
  const measured = changes.reduce((sum, one) => sum + writer.bytesOf(one, target) + 1, 1);
  expect(bodies.map((body) => Buffer.byteLength(body))).toEqual([measured]);
});
