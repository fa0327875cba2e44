import { expect, onTestFinished, test } from "vitest";
import { OBJECT_TYPES } from "../../src/model/generated/objects.ts";
import { RateLimit } from "../../src/model/rate-limit.ts";
import { createClient } from "../../src/planhat/api/client.ts";
import { limited } from "../../src/planhat/api/limited.ts";
import { retrying } from "../../src/planhat/api/retrying.ts";
import { CallCounter } from "../../src/planhat/api/send.ts";
import { readback } from "../../src/planhat/read/readback.ts";
import { bulkWriter } from "../../src/planhat/write/bulk-writer.ts";
import { change } from "../support/engine-fixtures.ts";
import { makeSandbox } from "../support/project.ts";
import { virtualClock } from "../support/virtual-clock.ts";

const OBJECTS = new Map(OBJECT_TYPES.map((type) => [type.name, type]));

/** Writes five companies with a client that waits 300 ms for an answer. */
async function writeFive(at: "beforeCommit" | "afterCommit") {
  const { sandbox } = await makeSandbox();
  const held = sandbox.faults.add({ match: { method: "PUT" }, action: { kind: "slow", at } });
  const client = createClient({
    origin: sandbox.url,
    token: sandbox.token,
    userAgent: "test",
    proxy: false,
    deadline: 300,
  });
  onTestFinished(() => client.close());
  const counter = new CallCounter();
  const clock = virtualClock();
  const limit = new RateLimit(1000);
  const retry = { clock, limit, counter, random: () => 0.5, onProgress: () => undefined };
  const send = limited(client.send, retry);
  const common = { origin: sandbox.url, redact: (text: string) => text, onProgress: () => undefined };
  const writer = bulkWriter({
    ...retry,
    ...common,
    send,
    target: readback({ ...common, send: retrying(send, retry) }),
    objectTypes: OBJECTS,
  });
  const changes = Array.from({ length: 5 }, (_, n) => change(`c${n}`, { name: `Company ${n}` }));
  const result = await writer.write(
    { objectType: "Company", keyField: "externalId", changes },
    { signal: new AbortController().signal },
  );
  return { sandbox, held, result };
}

test.each([
  ["beforeCommit", 2],
  ["afterCommit", 1],
] as const)(
  "[A12] an answer that is too late (%s) is not waited for, and whatever it says later changes nothing",
  async (at, writes) => {
    const { sandbox, held, result } = await writeFive(at);
    expect(result.stop).toBeUndefined();
    expect(result.outcomes.map((one) => (one.kind === "applied" ? one.as : one.kind))).toEqual(
      Array.from({ length: 5 }, () => "created"),
    );
    // Looked for first: what Planhat had taken by then is not sent once more.
    expect(sandbox.log.filter(({ method }) => method === "PUT")).toHaveLength(writes);
    expect(sandbox.log.findIndex(({ method }) => method === "GET")).toBe(1);
    const log = sandbox.log.length;
    held.release();
    await new Promise(setImmediate);
    expect(sandbox.records("Company")).toHaveLength(5);
    expect(sandbox.history.createdTwice()).toEqual([]);
    expect(sandbox.log).toHaveLength(log);
  },
);
