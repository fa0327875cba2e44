import { describe, expect, test } from "vitest";
import type { Change } from "../../../src/model/change.ts";
import { OBJECT_TYPES } from "../../../src/model/generated/objects.ts";
import type { Json, JsonObject } from "../../../src/model/json.ts";
import type { RecordKey } from "../../../src/model/record.ts";
import { RecordJson } from "../../../src/model/record-json.ts";
import { type ApiAnswer, type ApiRequest, CallCounter, NetworkError } from "../../../src/planhat/api/send.ts";
import { appendWriter } from "../../../src/planhat/write/append-writer.ts";
import { change } from "../../support/engine-fixtures.ts";

const TENANT = "tenant-of-the-test";

type Reply = Partial<ApiAnswer> & { readonly json?: Json };

/** What the host does with the nth request: an answer, or an error. */
type Host = (items: readonly JsonObject[], call: number) => Reply | NetworkError;

async function write(object: "Metric" | "UserActivity", records: readonly JsonObject[], host: Host) {
  const requests: ApiRequest[] = [];
  const counter = new CallCounter();
  const slept: number[] = [];
  const writer = appendWriter({
    send: async (request, signal) => {
      counter.count(request, signal);
      requests.push(request);
      const reply = host(JSON.parse(request.body ?? "[]"), requests.length);
      if (reply instanceof NetworkError) throw reply;
      const {
        json,
        status = 200,
        text = json === undefined ? "" : JSON.stringify(json),
        headers = {},
      } = reply;
      return { status, text, headers };
    },
    tenant: TENANT,
    objectTypes: new Map(OBJECT_TYPES.map((type) => [type.name, type])),
    origin: "https://analytics.planhat.com",
    redact: (text) => text.replaceAll(TENANT, "***"),
    clock: {
      now: () => 0,
      monotonic: () => 0,
      sleep: async (milliseconds) => {
        slept.push(milliseconds);
      },
    },
    random: () => 0.5,
    counter,
    onProgress: () => undefined,
  });
  const changes = records.map(
    (record, index): Change => ({ ...change(`k${index}`), record: RecordJson.of(record) }),
  );
  const batch = { objectType: object, keyField: undefined, changes };
  const result = await writer.write(batch, { signal: new AbortController().signal });
  const outcomes = new Map<RecordKey, string>(
    result.outcomes.map((outcome) => [outcome.change.key, outcome.kind]),
  );
  return { result, requests, kinds: changes.map(({ key }) => outcomes.get(key)), slept };
}

const POINTS: readonly JsonObject[] = [1, 2, 3].map((value) => ({
  dimensionId: "logins",
  externalId: `c${value}`,
  date: "2026-01-31",
  value,
}));
const EVENTS: readonly JsonObject[] = ["ann", "bo"].map((user) => ({
  externalId: user,
  action: "login",
  date: "2026-01-31T10:00:00Z",
}));
const TAKEN = ["applied", "applied", "applied"];
const OPEN = ["failed", "failed", "failed"];

test("points go in one array to the path of the tenant, without what clears a field", async () => {
  const { requests, kinds, result } = await write("Metric", [{ ...POINTS[0], model: null }], (items) => ({
    json: { processed: items.length, errors: [] },
  }));
  expect(requests).toMatchObject([{ method: "POST", path: `/dimensiondata/${TENANT}` }]);
  expect(JSON.parse(requests[0]?.body ?? "")).toEqual([POINTS[0]]);
  expect(kinds).toEqual(["applied"]);
  expect(result.calls).toEqual({ read: 0, write: 1, retried: 0 });
});

test("events name the contact as the bulk path does", async () => {
  const { requests } = await write("UserActivity", EVENTS, () => ({}));
  expect(requests[0]?.path).toBe(`/analytics/bulk/${TENANT}`);
  expect(JSON.parse(requests[0]?.body ?? "")[0]).toEqual({
    euExtId: "ann",
    action: "login",
    date: "2026-01-31T10:00:00Z",
  });
});

const bad = { item: POINTS[1] ?? {}, error: "no such metric" };

describe("an answer to metric points", () => {
  test.each([
    ["counts them all", { processed: 3, errors: [] }, TAKEN],
    ["counts those without an error", { processed: 2, errors: [bad] }, ["applied", "refused", "applied"]],
    ["counts those with an error too", { processed: 3, errors: [bad] }, ["applied", "refused", "applied"]],
    [
      "names an item that was filled up on its way",
      { processed: 2, errors: [{ ...bad, item: { ...bad.item, model: "Company", received: 1 } }] },
      ["applied", "refused", "applied"],
    ],
  ])("that %s decides each", async (_what, json, kinds) => {
    const written = await write("Metric", POINTS, () => ({ json }));
    expect(written.kinds).toEqual(kinds);
    expect(written.result.stop).toBeUndefined();
  });

  test("is read whatever its status", async () => {
    const { kinds } = await write("Metric", POINTS, () => ({
      status: 400,
      json: { processed: 2, errors: [bad] },
    }));
    expect(kinds).toEqual(["applied", "refused", "applied"]);
  });

  test.each([
    ["counts too few", { json: { processed: 1, errors: [] } }, OPEN],
    [
      "counts too few beside an error",
      { json: { processed: 1, errors: [bad] } },
      ["failed", "refused", "failed"],
    ],
    ["has an error without an item", { json: { processed: 2, errors: [{ error: "no" }] } }, OPEN],
    ["has an error of another item", { json: { processed: 2, errors: [{ item: {}, error: "no" }] } }, OPEN],
    ["does not count", { json: { errors: [] } }, OPEN],
    ["is empty", {}, OPEN],
    ["is a page", { text: "<html>Log in</html>" }, OPEN],
    ["is cut short", { text: '{"processed":3,' }, OPEN],
    ["is a fault of the server", { status: 500, text: `oops ${TENANT}` }, OPEN],
  ] as const)(
    "that %s leaves in doubt what it does not name, and ends the run",
    async (_what, reply, kinds) => {
      const written = await write("Metric", POINTS, () => reply as Reply);
      expect(written.kinds).toEqual(kinds);
      expect(written.requests).toHaveLength(1);
      expect(written.result.stop?.kind).toBe("environment");
      expect(JSON.stringify([written.result.stop?.message, written.result.outcomes])).not.toContain(TENANT);
    },
  );

  test("that refuses them all without a word of any refuses each with its words", async () => {
    const { kinds, result } = await write("Metric", POINTS, () => ({ status: 400, text: "bad request" }));
    expect(kinds).toEqual(["refused", "refused", "refused"]);
    expect(result.outcomes[0]).toMatchObject({ reason: { detail: "Planhat says (400): bad request" } });
  });

  test.each([401, 403, 404])("of %i ends the run, and nothing has left", async (status) => {
    const { kinds, result } = await write("Metric", POINTS, () => ({ status, text: "no" }));
    expect(kinds).toEqual(["notAttempted", "notAttempted", "notAttempted"]);
    expect(result.stop?.reason.fix).toContain("PLANHAT_TENANT_UUID");
  });
});

describe("an answer to user activities", () => {
  test.each([
    ["is empty", {}, ["applied", "applied"]],
    ["is an empty object", { status: 201, json: {} }, ["applied", "applied"]],
    ["counts them", { json: { processed: 2, errors: [] } }, ["applied", "applied"]],
    [
      "names a bad one",
      {
        json: {
          errors: [{ item: { euExtId: "bo", action: "login", date: "2026-01-31T10:00:00Z" }, error: "no" }],
        },
      },
      ["applied", "refused"],
    ],
    ["is a text", { text: "Invalid payload" }, ["failed", "failed"]],
    ["is a quoted text", { text: '"ok"' }, ["failed", "failed"]],
    ["is a page", { text: "<!doctype html>" }, ["failed", "failed"]],
    ["speaks of an error", { json: { error: "quota" } }, ["failed", "failed"]],
    ["names an error without an item", { json: { errors: ["bad"] } }, ["failed", "failed"]],
    ["counts too few", { json: { processed: 1 } }, ["failed", "failed"]],
  ] as const)("that %s", async (_what, reply, kinds) => {
    expect((await write("UserActivity", EVENTS, () => reply as Reply)).kinds).toEqual(kinds);
  });
});

describe("a request is repeated only where it certainly did not arrive", () => {
  const taken = (items: readonly JsonObject[]): Reply => ({ json: { processed: items.length, errors: [] } });

  test.each([
    ["no connection", new NetworkError("connect ECONNREFUSED", "transient")],
    ["429", { status: 429 }],
  ])("%s: again", async (_what, first) => {
    const { kinds, requests, slept, result } = await write("Metric", POINTS, (items, call) =>
      call === 1 ? first : taken(items),
    );
    expect(kinds).toEqual(TAKEN);
    expect(requests).toHaveLength(2);
    expect(slept).toHaveLength(1);
    expect(result.calls).toMatchObject({ write: 2, retried: 1 });
  });

  test.each([
    ["no connection", new NetworkError("connect ECONNREFUSED", "transient")],
    ["429", { status: 429 }],
  ])("%s for ever: given up, and nothing has left", async (_what, always) => {
    const { kinds, requests, result } = await write("Metric", POINTS, () => always);
    expect(kinds).toEqual(["notAttempted", "notAttempted", "notAttempted"]);
    expect(requests).toHaveLength(5);
    expect(result.stop?.kind).toBe("environment");
  });

  test("a lost answer: not again", async () => {
    const { kinds, requests, result } = await write(
      "Metric",
      POINTS,
      () => new NetworkError("socket hang up", "unclear"),
    );
    expect(kinds).toEqual(OPEN);
    expect(requests).toHaveLength(1);
    expect(result.outcomes[0]).toMatchObject({ reason: { fix: expect.stringContaining("--pending") } });
  });

  test("413: in halves, until one alone is too large", async () => {
    const { kinds, requests } = await write("Metric", POINTS, (items) =>
      items.length > 1 || items[0]?.["value"] === 2 ? { status: 413 } : taken(items),
    );
    expect(kinds).toEqual(["applied", "refused", "applied"]);
    expect(requests).toHaveLength(5);
  });

  test("half of a 413 lost: the other half has not left", async () => {
    const { kinds } = await write("Metric", POINTS, (items) =>
      items.length > 2 ? { status: 413 } : new NetworkError("socket hang up", "unclear"),
    );
    expect(kinds).toEqual(["failed", "failed", "notAttempted"]);
  });
});
