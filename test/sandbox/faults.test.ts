import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/model/json.ts";
import type { FaultAction } from "../../src/sandbox/fault.ts";
import { type Answer, type Serving, serve } from "./serving.ts";

const ITEMS: readonly JsonObject[] = [
  { name: "A", externalId: "a", phase: "Live", custom: { Tier: "A", Seats: 1 } },
  { name: "B", externalId: "b" },
];

/** The answer, or the code of the failure that undici tells. */
async function outcome(call: Promise<Answer>): Promise<Answer | string> {
  return call.catch((error: NodeJS.ErrnoException) => error.code ?? error.message);
}

async function write(serving: Serving, action: FaultAction): Promise<Answer | string> {
  serving.sandbox.faults.add({ action });
  return outcome(serving.call("PUT", "/companies", ITEMS));
}

describe("an answer of another kind", () => {
  test.each<[FaultAction, Partial<Answer>, number]>([
    [{ kind: "status", code: 503 }, { status: 503, text: "" }, 0],
    [{ kind: "status", code: 500, body: "Oops", commit: true }, { status: 500, text: "Oops" }, 2],
    [{ kind: "status", code: 400, body: { why: 1 } }, { status: 400, json: { why: 1 } }, 0],
    [{ kind: "status", code: 200, body: [] }, { status: 200, text: "[]" }, 0],
    [{ kind: "status", code: 204, commit: true }, { status: 204, text: "" }, 2],
    [{ kind: "emptyBody" }, { status: 200, text: "" }, 2],
    [{ kind: "emptyBody", commit: false }, { status: 200, text: "" }, 0],
    [{ kind: "html", commit: true, body: "<p>" }, { status: 200, text: "<p>" }, 2],
    [{ kind: "html", code: 502 }, { status: 502, text: expect.stringContaining("<html>") }, 0],
    [{ kind: "retryAfter", value: 30 }, { status: 429, text: "Too many requests" }, 0],
    [{ kind: "retryAfter", value: "soon", code: 503 }, { status: 503 }, 0],
  ])("%j", async (action, expected, stored) => {
    const serving = await serve();
    expect(await write(serving, action)).toMatchObject(expected);
    expect(serving.sandbox.records("Company")).toHaveLength(stored);
  });

  test("bears the headers it was given", async () => {
    const serving = await serve();
    const location = "http://127.0.0.1:9/elsewhere";
    expect(await write(serving, { kind: "status", code: 307, headers: { location } })).toMatchObject({
      status: 307,
      headers: { location },
    });
    expect(await write(serving, { kind: "retryAfter", value: 30 })).toMatchObject({
      headers: { "retry-after": "30" },
    });
    expect(await write(serving, { kind: "html" })).toMatchObject({
      headers: { "content-type": expect.stringContaining("text/html") },
    });
  });
});

describe("a connection that ends", () => {
  test.each<[FaultAction, string, number]>([
    [{ kind: "dropBeforeCommit" }, "ECONNRESET", 0],
    [{ kind: "dropBeforeCommit", how: "end" }, "UND_ERR_SOCKET", 0],
    [{ kind: "dropAfterCommit" }, "ECONNRESET", 2],
    [{ kind: "dropAfterCommit", how: "end" }, "UND_ERR_SOCKET", 2],
    [{ kind: "truncateBody" }, "UND_ERR_SOCKET", 2],
    [{ kind: "truncateBody", keep: 0 }, "UND_ERR_SOCKET", 2],
  ])("%j: %s", async (action, code, stored) => {
    const serving = await serve();
    expect(await write(serving, action)).toBe(code);
    expect(serving.sandbox.records("Company")).toHaveLength(stored);
    expect((await serving.put("/companies", ITEMS)).status).toBe(200);
  });

  test("a cut answer without a length looks like a whole one", async () => {
    const serving = await serve();
    const action = { kind: "truncateBody", keep: 20, declareLength: false } as const;
    expect(await write(serving, action)).toMatchObject({
      status: 200,
      text: '{"created":2,"create',
      json: undefined,
    });
  });

  test("an upload can be refused before it is over", async () => {
    const { sandbox } = await serve();
    sandbox.faults.add({ action: { kind: "rejectUpload" } });
    const { hostname, port } = new URL(sandbox.url);
    const socket = connect(Number(port), hostname);
    // The body never comes to its end.
    socket.write(
      `PUT /companies HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${sandbox.token}\r\ncontent-length: 1000000\r\n\r\n[`,
    );
    const heard = await new Promise<string>((resolve) => {
      let text = "";
      socket.on("data", (chunk) => {
        text += chunk;
      });
      socket.on("error", () => {});
      socket.on("close", () => resolve(text));
    });
    expect(heard).toContain("HTTP/1.1 413");
    expect(sandbox.records("Company")).toEqual([]);
  });
});

describe("a slow answer", () => {
  test("held before the commit, nothing is stored until it is released", async () => {
    const { sandbox, call } = await serve();
    const fault = sandbox.faults.add({ action: { kind: "slow", at: "beforeCommit" } });
    const answer = call("PUT", "/companies", ITEMS);
    await fault.reached;
    expect(sandbox.records("Company")).toHaveLength(0);
    fault.release();
    expect(await answer).toMatchObject({ status: 200 });
    expect(sandbox.records("Company")).toHaveLength(2);
  });

  test("held after the commit, everything is stored although nobody was told", async () => {
    const { sandbox, call } = await serve();
    const fault = sandbox.faults.add({ action: { kind: "slow" } });
    const answer = call("PUT", "/companies", ITEMS);
    await fault.reached;
    expect(sandbox.records("Company")).toHaveLength(2);
    expect(sandbox.log).toMatchObject([{ status: null, items: 2, inFlight: 1, faults: ["slow"] }]);
    fault.release();
    expect(await answer).toMatchObject({ status: 200, json: { created: 2 } });
  });

  test("a client that went away does not undo what it asked for", async () => {
    const { sandbox } = await serve();
    const fault = sandbox.faults.add({ action: { kind: "slow", at: "beforeCommit" } });
    const leave = new AbortController();
    const answer = fetch(`${sandbox.url}/companies`, {
      method: "PUT",
      headers: { authorization: `Bearer ${sandbox.token}` },
      body: JSON.stringify(ITEMS),
      signal: leave.signal,
    });
    await fault.reached;
    leave.abort();
    await expect(answer).rejects.toThrow("abort");
    const next = sandbox.faults.add({ match: { method: "GET" }, action: { kind: "status", code: 200 } });
    fault.release();
    await fetch(`${sandbox.url}/companies`, { headers: { authorization: `Bearer ${sandbox.token}` } });
    await next.reached;
    expect(sandbox.records("Company")).toHaveLength(2);
  });

  test.each<FaultAction>([
    { kind: "slow", milliseconds: 1 },
    { kind: "slow", at: "beforeCommit", milliseconds: 1 },
    { kind: "stall", milliseconds: 1 },
    { kind: "drip" },
    { kind: "drip", bytes: 7, milliseconds: 1 },
  ])("%j comes whole in the end", async (action) => {
    const serving = await serve();
    expect(await write(serving, action)).toMatchObject({
      status: 200,
      json: { created: 2, insertsKeys: expect.any(Array) },
    });
  });

  test("a stalled one has begun when it is held, and close() lets it go", async () => {
    const { sandbox, call } = await serve();
    const fault = sandbox.faults.add({ action: { kind: "stall" } });
    const answer = outcome(call("PUT", "/companies", ITEMS));
    await fault.reached;
    expect(sandbox.log).toMatchObject([{ status: 200, inFlight: 1 }]);
    await sandbox.close();
    expect(["UND_ERR_SOCKET", "ECONNRESET"]).toContain(await answer);
  });
});

describe("a false answer", () => {
  test("counts that do not add up", async () => {
    const serving = await serve();
    const answer = await write(serving, { kind: "wrongCounts", created: -3, updated: 1, nonupdates: 2 });
    expect(answer).toMatchObject({
      json: { created: -1, updated: 1, nonupdates: 2, upsertedIds: { length: 2 } },
    });
  });

  test("anything a function makes of it", async () => {
    const serving = await serve();
    const rewrite = (body: unknown) => ({ wrapped: (body as { created: number }).created });
    expect(await write(serving, { kind: "rewrite", answer: rewrite })).toMatchObject({
      json: { wrapped: 2 },
    });
  });

  test("items that vanish", async () => {
    const serving = await serve();
    const answer = await write(serving, { kind: "swallow", where: ({ externalId }) => externalId === "a" });
    expect(answer).toMatchObject({
      status: 200,
      json: { created: 1, createdErrors: [], insertsKeys: [{ externalId: "b" }] },
    });
    expect(serving.sandbox.records("Company")).toMatchObject([{ externalId: "b" }]);
  });

  test("items that are refused with a text", async () => {
    const serving = await serve();
    const answer = await write(serving, { kind: "refuse", where: { externalId: "b" }, message: "not today" });
    expect(answer).toMatchObject({ status: 206, json: { created: 1, createdErrors: ["not today"] } });
    expect(serving.sandbox.records("Company")).toMatchObject([{ externalId: "a" }]);
  });

  test("fields that vanish", async () => {
    const serving = await serve();
    await write(serving, { kind: "dropFields", fields: ["phase", "custom.Tier"] });
    const [record] = serving.sandbox.records("Company");
    expect(record).toMatchObject({ name: "A", custom: { Seats: 1 } });
    expect(record).not.toHaveProperty("phase");
    expect(record?.["custom"]).not.toHaveProperty("Tier");
  });

  test("records that reads do not show yet", async () => {
    const { sandbox, call } = await serve();
    sandbox.seed("Company", ITEMS);
    sandbox.faults.add({
      match: { method: "GET" },
      times: 3,
      action: { kind: "hide", where: { externalId: "a" } },
    });
    expect((await call("GET", "/companies?select=name")).json).toMatchObject([{ name: "B" }]);
    expect((await call("GET", "/leancompanies")).json).toMatchObject([{ name: "B" }]);
    expect((await call("GET", "/companies/extid-a")).status).toBe(404);
    expect((await call("GET", "/companies/extid-a")).status).toBe(200);
  });
});

describe("which requests a fault strikes", () => {
  async function statuses(serving: Serving, calls: readonly string[]): Promise<number[]> {
    const found: number[] = [];
    for (const call of calls) {
      const [method = "", path = ""] = call.split(" ");
      found.push((await serving.call(method, path, method === "GET" ? undefined : [])).status);
    }
    return found;
  }
  const gets = Array<string>(5).fill("GET /companies?limit=1");
  const action = { kind: "status", code: 500 } as const;

  test.each([
    ["the first", { action }, gets, [500, 200, 200, 200, 200]],
    ["the first two", { action, times: 2 }, gets, [500, 500, 200, 200, 200]],
    ["the third", { action, match: { nth: 3 } }, gets, [200, 200, 500, 200, 200]],
    ["two from the third on", { action, match: { nth: 3 }, times: 2 }, gets, [200, 200, 500, 500, 200]],
    ["all of them", { action, times: "always" }, gets, [500, 500, 500, 500, 500]],
    ["none", { action, times: 0 }, gets, [200, 200, 200, 200, 200]],
    ["one method", { action, match: { method: "put" } }, ["GET /companies", "PUT /companies"], [200, 500]],
    [
      "one path",
      { action, match: { path: "/endusers" } },
      ["GET /companies", "GET /endusers?limit=1"],
      [200, 500],
    ],
    [
      "what is below a path",
      { action, match: { path: "/companies/*" } },
      ["GET /companies", "GET /companies/x"],
      [200, 500],
    ],
  ] as const)("%s", async (_name, fault, calls, expected) => {
    const serving = await serve();
    serving.sandbox.faults.add(fault);
    expect(await statuses(serving, calls)).toEqual(expected);
  });

  test("a fault can be removed, and knows how often it struck", async () => {
    const serving = await serve();
    const fault = serving.sandbox.faults.add({ action, times: "always" });
    expect(await statuses(serving, ["GET /companies"])).toEqual([500]);
    fault.remove();
    expect(await statuses(serving, ["GET /companies"])).toEqual([200]);
    expect(fault.struck).toBe(1);
  });

  test("several strike together", async () => {
    const serving = await serve();
    const { faults } = serving.sandbox;
    faults.add({ action: { kind: "swallow", where: { externalId: "a" } } });
    faults.add({ action: { kind: "wrongCounts", created: 5 } });
    expect((await serving.put("/companies", ITEMS)).answer).toMatchObject({ created: 6 });
    expect(serving.sandbox.log.at(-1)?.faults).toEqual(["swallow", "wrongCounts"]);
  });
});
