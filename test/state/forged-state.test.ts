import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { expect, test } from "vitest";
import type { RunId } from "../../src/model/record.ts";
import { Stop } from "../../src/model/stop.ts";
import { sealed } from "../../src/state/rows/sealed-row.ts";
import { openSqliteState } from "../../src/state/sqlite.ts";
import { applied, change, rejection } from "../contract/state/fixtures.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const DEEP = `${"[".repeat(5000)}${"]".repeat(5000)}`;
const PRINT = `"v1:${"0".repeat(64)}"`;

/** JSON in a column whose checksum was computed anew, and the read that meets it. */
const FORGED: readonly (readonly [table: string, column: string, values: readonly string[]])[] = [
  [
    "record",
    "accepted",
    [
      "[]",
      "null",
      "7",
      '"x"',
      "{}",
      `{"fingerprint":7,"fields":{}}`,
      `{"fingerprint":${PRINT},"fields":[]}`,
    ].concat(
      `{"fingerprint":${PRINT},"fields":{"a":${DEEP}}}`,
      `{"fingerprint":${PRINT},"fields":{},"id":7}`,
      "{",
    ),
  ],
  [
    "reject",
    "rejection",
    ["[]", "null", "{}", '{"sync":"a"}', "{", DEEP].concat(
      '{"sync":"a","position":7,"key":null,"rule":"r","message":"m","record":{}}',
      '{"sync":"a","position":{"row":1},"key":7,"rule":"r","message":"m","record":{}}',
      `{"sync":"a","position":{"row":1},"key":null,"rule":"r","message":"m","record":{"x":${DEEP}}}`,
    ),
  ],
  ["run", "syncs", ["{}", "null", "[7]", '[{"sync":"a"}]', "[", DEEP]],
  ["lease", "holder", ["[]", "7", "{}", '{"run":"r"}', "{"]],
  ["intent", "keys", ["{}", "7", "[7]", "[null]", "["]],
];

test.each(
  FORGED.flatMap(([table, column, values]) =>
    values.map((value) => [table, column, value.slice(0, 50), value] as const),
  ),
)(
  "[X1] a row of %s whose %s is something else is damage, though its checksum is right: %s",
  async (table, column, _, value) => {
    const path = join(temporaryFolder(), "state.db");
    await fill(path);
    forge(path, table, column, value);
    const error = await readAll(path).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Stop);
    expect((error as Stop).kind).toBe("environment");
  },
);

test("what a later version has put beside what we know is let through", async () => {
  const path = join(temporaryFolder(), "state.db");
  await fill(path);
  const more =
    '{"sync":"a","position":{"row":1,"sheet":"x"},"key":null,"rule":"r","message":"m","record":{},"code":"c"}';
  forge(path, "reject", "rejection", more);
  await expect(readAll(path)).resolves.toBeUndefined();
});

function forge(path: string, table: string, column: string, value: string): void {
  const database = new DatabaseSync(path);
  const row = database.prepare(`SELECT * FROM ${table} WHERE ${column} IS NOT NULL LIMIT 1`).get() as Record<
    string,
    never
  >;
  const { checksum: _, ...columns } = { ...row, [column]: value };
  const values = Object.values(columns);
  const sum = sealed(...values).at(-1) as number;
  const keys = Object.keys(columns).filter((name) => name !== column);
  const match = keys.map((name) => `${name} IS ?`).join(" AND ");
  database
    .prepare(`UPDATE ${table} SET ${column} = ?, checksum = ? WHERE ${match}`)
    .run(value, sum, ...keys.map((name) => columns[name] as never));
  database.close();
}

const RUN = "run-1" as RunId;

function open(path: string, readOnly: boolean) {
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

async function fill(path: string): Promise<void> {
  const store = open(path, false);
  const answer = await store.acquire(RUN);
  if ("heldBy" in answer) throw new Error("the lease is held");
  await store.startRun(RUN, answer.lease);
  const one = change("key-1", { name: "Name" });
  await store.settle(RUN, answer.lease, [applied(one, "created", "5f0000000000000000000001")]);
  await store.intend(RUN, answer.lease, [change("key-2", { name: "Other" })]);
  await store.saveRejects(RUN, answer.lease, "a", [rejection("bad", 1)]);
  await store.close();
}

async function readAll(path: string): Promise<void> {
  const store = open(path, true);
  try {
    for await (const _ of store.entries("a"));
    await store.recall("a", [change("key-1").key]);
    await store.rejects();
    await store.runs(9);
    await store.syncs();
    await store.holder();
  } finally {
    await store.close();
  }
}
