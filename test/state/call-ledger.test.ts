import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { callLedger } from "../../src/state/call-ledger.ts";
import { runs } from "../support/effort.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const START = Date.UTC(2026, 10, 24, 10);
const DAY = 86_400_000;
const WINDOW = 60_500;
const ORIGIN = "https://api.planhat.com";

/** A file, and as many ledgers over it as a test opens, by a clock that it sets. */
function ledgers(path = join(temporaryFolder(), "calls.db")) {
  const clock = { time: START };
  const open = ({ origin = ORIGIN, token = "a-token" } = {}) => {
    const ledger = callLedger({ path, origin, token, now: () => clock.time });
    onTestFinished(() => ledger.close());
    return ledger;
  };
  return { path, clock, open };
}

/** How many of `asked` calls are granted at once. */
function granted(ledger: { take(calls: number): number }, calls: number, asked = calls + 5): number {
  return Array.from({ length: asked }, () => ledger.take(calls)).filter((wait) => wait === 0).length;
}

test("two ledgers on one file grant the minute's calls once, and say how long to wait", () => {
  const { clock, open } = ledgers();
  const [one, other] = [open(), open()];
  expect([one.take(3), other.take(3)]).toEqual([0, 0]);
  clock.time += 100;
  expect(one.take(3)).toBe(0);
  expect(other.take(3)).toBe(WINDOW - 100);
  clock.time += WINDOW - 101;
  expect([one.take(3), other.take(3)]).toEqual([1, 1]);
  clock.time += 1;
  expect([one.take(3), other.take(3), one.take(3)]).toEqual([0, 0, 100]);
});

test("what an earlier process called counts, also one that did not close its ledger", () => {
  const { open } = ledgers();
  expect(granted(open(), 4)).toBe(4);
  expect(granted(open(), 4)).toBe(0);
});

test("of two with different limits each looks at its own", () => {
  const { open } = ledgers();
  const [small, large] = [open(), open()];
  expect(granted(large, 10, 5)).toBe(5);
  expect(small.take(5)).toBe(WINDOW);
  expect(granted(large, 10)).toBe(5);
});

test("[A4] never more than the limit in any 60 seconds, whoever asks when", () => {
  const asks = fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 20_000 })), {
    minLength: 1,
    maxLength: 60,
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), asks, (calls, order) => {
      const { clock, open } = ledgers();
      const open3 = [open(), open(), open()];
      const times: number[] = [];
      for (const [who, gap] of order) {
        clock.time += gap;
        if (open3[who]?.take(calls) === 0) times.push(clock.time);
      }
      for (const [index, time] of times.entries()) {
        const later = times[index + calls];
        if (later !== undefined) expect(later - time).toBeGreaterThan(60_000);
      }
    }),
    { numRuns: runs(30) },
  );
});

test("another token and another host have calls of their own, and no token is in the file", () => {
  const { path, open } = ledgers();
  const one = open();
  expect(granted(one, 2)).toBe(2);
  expect(granted(open({ token: "b-token" }), 2)).toBe(2);
  expect(granted(open({ origin: "https://api-us1.planhat.com" }), 2)).toBe(2);
  one.close();
  expect(readFileSync(path, "latin1")).not.toMatch(/[ab]-token/);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test.each([
  ["a day", -DAY],
  ["to 1970", -START],
  ["a second", -1000],
])("[P12] a clock that is set back %s keeps nobody longer than a minute", (_, jump) => {
  const { clock, open } = ledgers();
  const one = open();
  expect(granted(one, 3)).toBe(3);
  clock.time += jump;
  expect(one.take(3)).toBe(WINDOW);
  clock.time += 1000;
  expect(open().take(3)).toBe(WINDOW - 1000);
  clock.time += WINDOW - 1000;
  expect(granted(one, 3)).toBe(3);
});

test("a clock that is set forward, and back again, keeps nobody longer than a minute", () => {
  const { clock, open } = ledgers();
  const [one, other] = [open(), open()];
  expect(granted(one, 3)).toBe(3);
  clock.time += DAY;
  expect(granted(other, 3)).toBe(3);
  other.pause(60_000);
  clock.time -= DAY;
  expect(one.take(3)).toBe(WINDOW);
  clock.time += WINDOW;
  expect(granted(one, 3)).toBe(3);
});

test("a pause holds for everybody, for a minute at most, and a shorter one does not end it", () => {
  const { clock, open } = ledgers();
  const [one, other] = [open(), open()];
  one.pause(30_000);
  one.pause(5000);
  clock.time += 10_000;
  expect(other.take(10)).toBe(20_000);
  expect(open({ token: "b-token" }).take(10)).toBe(0);
  clock.time += 20_000;
  expect(other.take(10)).toBe(0);
  one.pause(300_000);
  expect(other.take(10)).toBe(WINDOW);
});

test("the file does not grow: what is older than the window goes", () => {
  const { path, clock, open } = ledgers();
  const one = open();
  for (let minute = 0; minute < 5; minute++) {
    expect(granted(one, 200)).toBe(200);
    clock.time += WINDOW;
  }
  one.close();
  const rows = (): unknown => {
    const database = new DatabaseSync(path, { readOnly: true });
    const count = database.prepare("SELECT count(*) AS n FROM calls").get() as { n: number };
    database.close();
    return count.n;
  };
  expect(rows()).toBeLessThanOrEqual(200);
  // Those of a token or a port that nobody uses any more go with the next that opens it.
  open({ token: "b-token" }).take(1);
  expect(rows()).toBe(1);
});

const DAMAGED: readonly [name: string, damage: (path: string) => void][] = [
  ["is no database", (path) => writeFileSync(path, "x".repeat(9000))],
  ["is cut off", (path) => writeFileSync(path, readFileSync(path).subarray(0, 5000))],
  [
    "has lost its pages",
    (path) => {
      const bytes = readFileSync(path);
      writeFileSync(path, bytes.fill(0xff, 200));
    },
  ],
];

test.each(DAMAGED)("a ledger that %s is thrown away, and shared again", (_, damage) => {
  const { path, open } = ledgers();
  const before = open();
  granted(before, 3);
  before.close();
  damage(path);
  const [one, other] = [open(), open()];
  expect(granted(one, 3)).toBe(3);
  expect(other.take(3)).toBe(WINDOW);
});

test.each(DAMAGED)(
  "a ledger that %s while it is open is thrown away by one of those who use it",
  (_, damage) => {
    const { path, open } = ledgers();
    const [one, other] = [open(), open()];
    granted(one, 3);
    granted(other, 3);
    damage(path);
    const calls = granted(one, 3) + granted(other, 3) + granted(one, 3) + granted(open(), 3);
    expect(calls).toBeLessThanOrEqual(3);
  },
);

test("a file of another program, or of a newer version, is left as it is", () => {
  for (const pragma of ["application_id = 1", "user_version = 2"]) {
    const { path, open } = ledgers();
    const ours = open();
    ours.take(1);
    ours.close();
    const database = new DatabaseSync(path);
    database.exec(`PRAGMA ${pragma}`);
    database.close();
    const before = readFileSync(path);
    expect(granted(open(), 3)).toBe(8);
    expect(readFileSync(path)).toEqual(before);
  }
});

test("a file that another process holds is asked for again, and done without in the end", () => {
  const { path, open } = ledgers();
  const one = open();
  one.take(3);
  const holder = new DatabaseSync(path);
  holder.exec("BEGIN IMMEDIATE");
  const waits = [one.take(3), one.take(3)];
  expect(waits).toEqual([20, 20]);
  holder.exec("ROLLBACK");
  // What waited is not counted twice.
  expect(granted(one, 3)).toBe(2);
  holder.exec("BEGIN IMMEDIATE");
  const asked = Array.from({ length: 30 }, () => one.take(3));
  expect(asked.filter((wait) => wait === 20)).toHaveLength(20);
  expect(asked.at(-1)).toBe(0);
  holder.close();
});

test("a folder that is not there is not made, and one that is a file or closed is done without", () => {
  const dir = temporaryFolder();
  expect(granted(ledgers(join(dir, "none", "calls.db")).open(), 3)).toBe(8);
  expect(readdirSync(dir)).toEqual([]);
  mkdirSync(join(dir, "calls.db"));
  expect(granted(ledgers(join(dir, "calls.db")).open(), 3)).toBe(8);
  writeFileSync(join(dir, "file"), "");
  expect(granted(ledgers(join(dir, "file", "calls.db")).open(), 3)).toBe(8);
  // Root may write into any folder but such a one.
  const closed = process.getuid?.() === 0 ? "/proc" : join(dir, "closed");
  if (closed !== "/proc") {
    mkdirSync(closed);
    chmodSync(closed, 0o555);
  }
  const ledger = ledgers(join(closed, "calls.db")).open();
  expect(granted(ledger, 3)).toBe(8);
  ledger.pause(1000);
});
