import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { RunId } from "../../src/model/record.ts";
import type { Remembered, StateStore } from "../../src/model/state-store.ts";
import { Stop } from "../../src/model/stop.ts";
import { openSqliteState } from "../../src/state/sqlite.ts";
import { applied, change, rejection } from "../contract/state/fixtures.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const RUN = "run-1" as RunId;

test("[X1] a flipped bit is either found or changes nothing that is read", async () => {
  const dir = temporaryFolder();
  const original = join(dir, "state.db");
  await fill(original);
  const bytes = readFileSync(original);
  const content = await contentOf(original);
  const silent: number[] = [];
  let found = 0;
  for (let offset = 0; offset < bytes.length; offset += 64) {
    const damaged = Buffer.from(bytes);
    // Another place and another bit every time, so that one round meets every kind of byte.
    const place = Math.min(bytes.length - 1, offset + ((offset / 64) % 61));
    damaged[place] = (damaged[place] ?? 0) ^ (1 << ((offset / 64) % 8));
    const path = join(dir, `${place}.db`);
    writeFileSync(path, damaged);
    const read = await contentOf(path);
    if (read === "refused") found += 1;
    else if (read !== content) silent.push(place);
    rmSync(path);
  }
  expect(silent).toEqual([]);
  expect(found).toBeGreaterThan(50);
});

async function fill(path: string): Promise<void> {
  const store = open(path, false);
  const answer = await store.acquire(RUN);
  if ("heldBy" in answer) throw new Error("the lease is held");
  await store.startRun(RUN, answer.lease);
  const changes = Array.from({ length: 40 }, (_, index) =>
    change(`key-${index}`, { name: `Name ${index}`, index }),
  );
  await store.settle(
    RUN,
    answer.lease,
    changes.map((sent) => applied(sent, "created", "5f0000000000000000000001")),
  );
  await store.intend(RUN, answer.lease, changes.slice(0, 10));
  const rejects = Array.from({ length: 10 }, (_, index) => rejection(`bad-${index}`, index));
  await store.saveRejects(RUN, answer.lease, "a", rejects);
  await store.saveRejects(RUN, answer.lease, "b", rejects);
  await store.finishRun(RUN, answer.lease, "partial", []);
  await store.close();
}

/** Everything a store tells, as text. */
async function contentOf(path: string): Promise<string> {
  try {
    const store = open(path, true);
    const entries: Remembered[] = [];
    for await (const entry of store.entries("a")) entries.push(entry);
    const told = [
      entries,
      await store.rejects(),
      await store.runs(9),
      await store.syncs(),
      await store.holder(),
    ];
    await store.close();
    return JSON.stringify(told);
  } catch (error) {
    if (error instanceof Stop && error.kind === "environment") return "refused";
    throw error;
  }
}

function open(path: string, readOnly: boolean): StateStore {
  return openSqliteState({
    path,
    target: "t",
    clock: { now: () => 0, monotonic: () => 0, sleep: async () => {} },
    process: { pid: 41, host: "here", user: "ann" },
    isAlive: () => true,
    readOnly,
    redact: (text) => text,
  });
}
