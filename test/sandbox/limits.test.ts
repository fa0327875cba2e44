import { describe, expect, test } from "vitest";
import { type Serving, serve } from "./serving.ts";

const basic = (text: string): string => `Basic ${Buffer.from(text).toString("base64")}`;

test.each([
  ["Bearer sandbox-token", 200],
  ["bearer sandbox-token", 200],
  [basic("sandbox-token:"), 200],
  [basic("sandbox-token"), 401],
  [basic("sandbox-token:x"), 401],
  ["Bearer other", 401],
  ["Bearer ", 401],
  ["sandbox-token", 401],
  ["", 401],
])("authorization %j: %i", async (authorization, status) => {
  const { call } = await serve();
  expect((await call("GET", "/companies", undefined, { authorization })).status).toBe(status);
});

test("an unknown path tells nothing to strangers: 401, not 404", async () => {
  const { call } = await serve();
  expect((await call("GET", "/nothing", undefined, { authorization: "Bearer other" })).status).toBe(401);
});

test("a body above the limit is refused after it was sent, one byte less is not", async () => {
  const body = Buffer.from(JSON.stringify([{ name: "é".repeat(1000), externalId: "e" }]));
  const exact = await serve({ limits: { bodyBytes: body.length } });
  expect((await exact.call("PUT", "/companies", body)).status).toBe(200);
  const short = await serve({ limits: { bodyBytes: body.length - 1 } });
  expect((await short.call("PUT", "/companies", body)).status).toBe(413);
  expect(short.sandbox.records("Company")).toEqual([]);
});

test("more items than the limit: 413 where the unknown says so", async () => {
  const { put, call } = await serve({ limits: { bulkItems: 1 }, unknowns: { tooManyItemsStatus: 413 } });
  expect((await put("/companies", [{ name: "A" }])).status).toBe(200);
  expect((await call("PUT", "/companies", [{ name: "A" }, { name: "B" }])).status).toBe(413);
});

describe("the quota", () => {
  async function limited(
    limits: Parameters<typeof serve>[0],
  ): Promise<{ serving: Serving; statuses(count: number): Promise<number[]>; pass(ms: number): void }> {
    let now = Date.UTC(2026, 0, 1);
    const serving = await serve({ now: () => now, ...limits });
    return {
      serving,
      pass: (ms) => {
        now += ms;
      },
      statuses: async (count) => {
        const statuses: number[] = [];
        for (let call = 0; call < count; call += 1)
          statuses.push((await serving.call("GET", "/companies")).status);
        return statuses;
      },
    };
  }

  test("admits 3 calls in any 60 seconds when it is 3, and does not count the refused ones", async () => {
    const { statuses, pass } = await limited({ limits: { callsPerMinute: 3 } });
    expect(await statuses(2)).toEqual([200, 200]);
    pass(30_000);
    expect(await statuses(3)).toEqual([200, 429, 429]);
    pass(29_999);
    expect(await statuses(1)).toEqual([429]);
    pass(1);
    expect(await statuses(3)).toEqual([200, 200, 429]);
  });

  test("admits 2 calls in any second when that is 2", async () => {
    const { statuses, pass } = await limited({ limits: { callsPerSecond: 2 } });
    expect(await statuses(3)).toEqual([200, 200, 429]);
    pass(1000);
    expect(await statuses(1)).toEqual([200]);
  });

  test("is told in headers, on refusals too", async () => {
    const { serving } = await limited({ limits: { callsPerMinute: 2 } });
    const remaining = [];
    for (let call = 0; call < 3; call += 1) {
      const { headers } = await serving.call("GET", "/companies");
      remaining.push([
        headers["x-rate-limit-limit"],
        headers["x-rate-limit-remaining"],
        headers["retry-after"],
      ]);
    }
    expect(remaining).toEqual([
      ["2", "1", undefined],
      ["2", "0", undefined],
      ["2", "0", undefined],
    ]);
  });

  test("tells how many seconds to wait where the unknown says so", async () => {
    const { serving, pass } = await limited({
      limits: { callsPerMinute: 1 },
      unknowns: { retryAfter: true },
    });
    await serving.call("GET", "/companies");
    pass(20_500);
    const refused = await serving.call("GET", "/companies");
    expect(refused).toMatchObject({
      status: 429,
      said: "Too many requests",
      headers: { "retry-after": "40" },
    });
  });

  test("refuses more calls at a time than it allows in parallel", async () => {
    const { serving } = await limited({ limits: { parallel: 1 } });
    const held = serving.sandbox.faults.add({ action: { kind: "slow" } });
    const first = serving.call("GET", "/companies");
    await held.reached;
    expect((await serving.call("GET", "/companies")).status).toBe(429);
    held.release();
    expect((await first).status).toBe(200);
    expect((await serving.call("GET", "/companies")).status).toBe(200);
  });

  test("does not count calls with a wrong token", async () => {
    const { serving, statuses } = await limited({ limits: { callsPerMinute: 1 } });
    await serving.call("GET", "/companies", undefined, { authorization: "Bearer other" });
    expect(await statuses(1)).toEqual([200]);
  });
});
