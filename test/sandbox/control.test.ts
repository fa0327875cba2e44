import { describe, expect, test } from "vitest";
import type { Json } from "../../src/model/json.ts";
import { serve } from "./serving.ts";

const NO_TOKEN = { authorization: "" };

test("faults can be added, listed and removed over HTTP, without the token", async () => {
  const { call } = await serve();
  const fault = {
    match: { method: "GET", path: "/companies" },
    times: 2,
    action: { kind: "status", code: 503, body: "down" },
  };
  expect(await call("POST", "/_sandbox/faults", fault, NO_TOKEN)).toMatchObject({
    status: 200,
    json: { id: 1 },
  });
  expect(await call("GET", "/companies")).toMatchObject({ status: 503, text: "down" });
  expect((await call("GET", "/_sandbox/faults", undefined, NO_TOKEN)).json).toEqual([
    { id: 1, kind: "status", struck: 1, held: 0 },
  ]);
  expect((await call("DELETE", "/_sandbox/faults/1", undefined, NO_TOKEN)).status).toBe(200);
  expect((await call("DELETE", "/_sandbox/faults/1", undefined, NO_TOKEN)).status).toBe(404);
  expect((await call("GET", "/companies")).status).toBe(200);
});

test("removing all faults lets go of what they hold", async () => {
  const { sandbox, call } = await serve();
  await call("POST", "/_sandbox/faults", { action: { kind: "slow" } });
  const seen = sandbox.faults.add({ match: { method: "PUT" }, action: { kind: "hide", where: {} } });
  const held = call("PUT", "/companies", [{ name: "A" }]);
  await seen.reached;
  await call("DELETE", "/_sandbox/faults");
  expect(await held).toMatchObject({ status: 200, json: { created: 1 } });
});

test.each<[Json, string]>([
  [[], "a fault is an object"],
  [{}, "action is missing"],
  [{ action: { kind: "none" } }, "action.kind is none of status"],
  [{ action: { kind: "constructor" } }, "action.kind is none of"],
  [{ action: { kind: "rewrite" } }, "action.kind is none of"],
  [{ action: { kind: "status" } }, "action.code is missing"],
  [{ action: { kind: "status", code: "500" } }, "action.code is not an integer"],
  [{ action: { kind: "slow", at: "noon" } }, "action.at is none of beforeCommit, afterCommit"],
  [{ action: { kind: "slow", ms: 5 } }, "action.ms is not known"],
  [{ action: { kind: "slow" }, times: "often" }, "times is a whole number"],
  [{ action: { kind: "slow" }, match: { url: "/" } }, "match.url is not known"],
  [{ action: { kind: "slow" }, after: 1 }, "a fault has no after"],
])("the fault %j is refused: %s", async (fault, why) => {
  const { call, sandbox } = await serve();
  expect(await call("POST", "/_sandbox/faults", fault)).toMatchObject({
    status: 400,
    json: { error: expect.stringContaining(why) },
  });
  expect(sandbox.faults.list()).toEqual([]);
});

test("the log tells each call to the API, and no secret", async () => {
  const { call, sandbox } = await serve();
  await call("PUT", "/companies", [{ name: "A" }, { name: "B" }]);
  await call("GET", "/companies?limit=1");
  const { json, text } = await call("GET", "/_sandbox/log");
  const common = { time: Date.UTC(2026, 0, 1), inFlight: 1, faults: [] };
  expect(json).toEqual([
    { ...common, method: "PUT", path: "/companies", status: 200, items: 2 },
    { ...common, method: "GET", path: "/companies?limit=1", status: 200, items: null },
  ]);
  expect(sandbox.log).toEqual(json);
  expect(text).not.toContain(sandbox.token);
});

test("the log keeps bodies where it is told to", async () => {
  const { call, sandbox } = await serve({ logBodies: true });
  await call("PUT", "/companies", [{ name: "A" }]);
  expect(sandbox.log).toMatchObject([{ body: [{ name: "A" }] }]);
});

test("records are shown as they are stored", async () => {
  const { call, sandbox } = await serve();
  sandbox.seed("Company", [{ name: "A", externalId: 1 }]);
  expect((await call("GET", "/_sandbox/records/companies")).json).toEqual(sandbox.records("Company"));
  expect((await call("GET", "/_sandbox/records/nothing")).status).toBe(404);
  expect((await call("GET", "/_sandbox/nothing")).status).toBe(404);
});

describe("pages in a browser do not steer it", () => {
  test.each([
    ["a page of another site", { origin: "https://example.com" }],
    ["a name that was made to lead here", { host: "example.com" }],
  ])("%s: 403", async (_name, headers) => {
    const { call } = await serve();
    const { status, json } = await call("GET", "/_sandbox/log", undefined, headers);
    expect({ status, json }).toEqual({
      status: 403,
      json: { error: "/_sandbox is only for programs on this machine" },
    });
  });
});
