import { expect } from "vitest";
import type { Change } from "../../../src/model/change.ts";
import type { Clock } from "../../../src/model/clock.ts";
import { fingerprint } from "../../../src/model/fingerprint.ts";
import type { JsonObject } from "../../../src/model/json.ts";
import type { Outcome } from "../../../src/model/outcome.ts";
import type { RecordKey, Rejection, RunId } from "../../../src/model/record.ts";
import { RecordJson } from "../../../src/model/record-json.ts";
import type { Redact } from "../../../src/model/redact.ts";
import type { Lease, Remembered, StateStore } from "../../../src/model/state-store.ts";
import { Stop } from "../../../src/model/stop.ts";
import type { StoreProcess } from "../../../src/state/lease.ts";

export interface StateContractOptions {
  readonly target: string;
  readonly clock: Clock;
  readonly process: StoreProcess;
  readonly isAlive: (pid: number) => boolean;
  readonly redact: Redact;
}

/** Opens one state: a durable one is the same every time, one that ends with the process is opened once. */
export type OpenState = (options: StateContractOptions) => Promise<StateStore>;

/** A fresh, empty state for one test. */
export type BeginState = () => Promise<OpenState>;

export const SYNC_RUN = {
  sync: "a",
  object: "Company",
  summary: {
    read: 9,
    created: 2,
    updated: 3,
    unchanged: 3,
    skipped: 0,
    rejected: 1,
    failed: 0,
    notAttempted: 0,
  },
  calls: { read: 1, write: 1, retried: 0 },
  seconds: 1.25,
} as const;

/** Pairs that a collation, a C string or a normalisation would make one. */
export const WILD_TEXTS: readonly string[] = [
  "a",
  "A",
  "a\0",
  "a\0b",
  "\0",
  " a",
  "a ",
  "ä",
  "a\u0308",
  "😀",
  "😀😀",
  "\ud83d",
  "\ude00",
  "\ufffd",
  "\u00ff\u00d8",
  "__proto__",
  "constructor",
  "1",
  "01",
  "1.0",
  "'; DROP TABLE record; --",
  "line\nbreak\u2028",
  "x".repeat(4096),
];

export interface Begun {
  readonly store: StateStore;
  readonly run: RunId;
  readonly lease: Lease;
  readonly clock: Clock & { time: number };
  /** Processes that are not alive. */
  readonly gone: Set<number>;
  readonly options: StateContractOptions;
}

export async function beginRun(open: OpenState, redact: Redact = (text) => text): Promise<Begun> {
  const gone = new Set<number>();
  const clock = {
    time: Date.UTC(2026, 0, 1),
    now: () => clock.time,
    monotonic: () => clock.time,
    sleep: async () => {},
  };
  const options: StateContractOptions = {
    target: "api.planhat.com tenant-1",
    clock,
    process: { pid: 41, host: "here", user: "ann" },
    isAlive: (pid) => !gone.has(pid),
    redact,
  };
  const store = await open(options);
  const run = "run-1" as RunId;
  return { store, run, lease: await take(store, run), clock, gone, options };
}

export async function take(store: StateStore, run: string): Promise<Lease> {
  const answer = await store.acquire(run as RunId);
  if ("heldBy" in answer) throw new Error(`the lease is held by ${answer.heldBy.run}`);
  return answer.lease;
}

export async function accept(store: StateStore, run: RunId, lease: Lease, sent: Change): Promise<void> {
  await store.intend(run, lease, [sent]);
  await store.settle(run, lease, [applied(sent, "created")]);
}

/** Two records, one of them pending, a reject and a run; then the store is closed. */
export async function fill(store: StateStore): Promise<void> {
  const run = "run-1" as RunId;
  const lease = await take(store, run);
  await store.startRun(run, lease);
  const sent = [change("k1", { n: 1 }), change("k2", { n: 1 })];
  await store.settle(
    run,
    lease,
    sent.map((one) => applied(one, "created")),
  );
  await store.intend(run, lease, [change("k2", { n: 2 })]);
  await store.saveRejects(run, lease, "a", [rejection("k3", 3)]);
  await lease.release();
  await store.close();
}

export async function all(store: StateStore, sync: string): Promise<readonly Remembered[]> {
  const found: Remembered[] = [];
  for await (const entry of store.entries(sync)) found.push(entry);
  return found;
}

export async function fieldsOf(store: StateStore, key: string): Promise<JsonObject | undefined> {
  const known = (await store.recall("a", keys(key))).get(key as RecordKey);
  return known?.kind === "accepted" ? known.accepted.fields : undefined;
}

export async function idsOf(store: StateStore): Promise<readonly (string | undefined)[]> {
  return (await all(store, "a")).map((entry) => (entry.kind === "accepted" ? entry.accepted.id : undefined));
}

export async function expectLost(write: Promise<void>): Promise<void> {
  await expect(write).rejects.toThrow(Stop);
  await expect(write).rejects.toThrow(/lock on the state was lost/);
}

export function keys(...names: readonly string[]): RecordKey[] {
  return names as RecordKey[];
}

export function keyOf(entry: Remembered): RecordKey {
  return entry.kind === "accepted" ? entry.accepted.key : entry.key;
}

export function pending(key: string): readonly [RecordKey, Remembered] {
  return [key as RecordKey, { kind: "pending", key: key as RecordKey }];
}

export function change(key: string, fields: JsonObject = {}): Change {
  const record = { externalId: key, ...fields };
  return {
    sync: "a",
    action: "create",
    key: key as RecordKey,
    record: RecordJson.of(record),
    fingerprint: fingerprint(record),
    position: { row: 1 },
  };
}

export function applied(sent: Change, as: "created" | "updated" | "unchanged", id?: string): Outcome {
  return { kind: "applied", change: sent, as, ...(id === undefined ? {} : { id }) };
}

export function outcome(sent: Change, kind: "refused" | "notAttempted" | "failed"): Outcome {
  switch (kind) {
    case "refused":
      return { kind, change: sent, rule: "refused", reason: { code: "refused", what: "No." } };
    case "failed":
      return { kind, change: sent, reason: { code: "no-answer", what: "Nobody knows." } };
    default:
      return { kind, change: sent };
  }
}

export function rejection(key: string | null, row: number): Rejection {
  return {
    sync: "a",
    position: { row },
    key,
    rule: "required-field",
    field: "name",
    reason: { code: "required-field", what: "No name.", fix: "Fill it in." },
    record: { row },
  };
}

export function* manyRejections(count: number): Iterable<Rejection> {
  for (let row = 1; row <= count; row++) yield rejection(`k${row}`, row);
}
