import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { RunId } from "../../src/model/record.ts";
import type { Remembered, StateStore } from "../../src/model/state-store.ts";
import { openSqliteState } from "../../src/state/sqlite.ts";
import { applied, change } from "../contract/state/fixtures.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const RUN = "run-1" as RunId;
const BATCHES = 6;

// What was on the disk when the power went is some beginning of the log.
test("[P3, X1] whatever beginning of the log is left, the state is as it was after one of its commits, and takes the next", async () => {
  const dir = temporaryFolder();
  const path = join(dir, "state.db");
  const store = open(path);
  const lease = await take(store);
  /** The log's length at each commit of a batch, and what was told then. */
  const commits: { readonly length: number; readonly told: string }[] = [
    { length: 0, told: await contentOf(store) },
  ];
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const changes = Array.from({ length: 20 }, (_, n) => change(`key-${batch}-${n}`, { batch, n }));
    await store.intend(RUN, lease, changes);
    await store.settle(
      RUN,
      lease,
      changes.map((sent) => applied(sent, "created")),
    );
    commits.push({ length: readFileSync(`${path}-wal`).length, told: await contentOf(store) });
  }
  const file = readFileSync(path);
  const log = readFileSync(`${path}-wal`);
  await store.close();

  let seen = 0;
  for (let from = 0; from < log.length + 1024; from += 1024) {
    const length = Math.min(from, log.length);
    const copy = join(dir, `${length}.db`);
    writeFileSync(copy, file);
    writeFileSync(`${copy}-wal`, log.subarray(0, length));
    const again = open(copy);
    const told = await contentOf(again);
    const at = commits.findIndex((commit) => commit.told === told);
    // Between two settled batches there is an announced one, which is pending.
    const durable = commits.filter((commit) => commit.length <= length).length - 1;
    if (at >= 0) expect(at).toBe(durable);
    else expect(JSON.parse(told).filter(isPending)).toHaveLength(20);
    seen = Math.max(seen, at);
    const next = await take(again);
    await again.settle(RUN, next, [applied(change("next"), "created")]);
    expect(await again.recall("a", [change("next").key])).toHaveProperty("size", 1);
    await again.close();
  }
  expect(seen).toBe(BATCHES);
});

function isPending(entry: Remembered): boolean {
  return entry.kind === "pending";
}

async function contentOf(store: StateStore): Promise<string> {
  const entries: Remembered[] = [];
  for await (const entry of store.entries("a")) entries.push(entry);
  return JSON.stringify(entries);
}

async function take(store: StateStore) {
  const answer = await store.acquire(RUN);
  if ("heldBy" in answer) throw new Error("the lease is held");
  return answer.lease;
}

function open(path: string): StateStore {
  return openSqliteState({
    path,
    target: "t",
    clock: { now: () => 0, monotonic: () => 0, sleep: async () => {} },
    process: { pid: 41, host: "here", user: "ann" },
    // Whoever held the lock when the power went is gone.
    isAlive: () => false,
    readOnly: false,
    redact: (text) => text,
  });
}
