import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { SharedLimit } from "../../../src/planhat/api/shared-limit.ts";
import { callLedger } from "../../../src/state/call-ledger.ts";
import { temporaryFolder } from "../../state/temporary-folder.ts";

const WINDOW = 60_500;

/** Two limits on one ledger, by one clock whose wall and monotonic times a test moves apart. */
function two(calls: number) {
  const path = join(temporaryFolder(), "calls.db");
  const time = { wall: Date.UTC(2026, 10, 24, 10), monotonic: 1000 };
  const clock = { now: () => time.wall, monotonic: () => time.monotonic, sleep: async () => undefined };
  const open = () => {
    const ledger = callLedger({ path, origin: "https://api.planhat.com", token: "token", now: clock.now });
    onTestFinished(() => ledger.close());
    const limit = new SharedLimit(calls, { ledger, clock });
    return {
      take: () => limit.take(time.monotonic),
      left: () => limit.left(time.monotonic),
      pause: (milliseconds: number) => limit.pause(time.monotonic + milliseconds),
    };
  };
  const pass = (milliseconds: number): void => {
    time.wall += milliseconds;
    time.monotonic += milliseconds;
  };
  return { time, pass, one: open(), other: open() };
}

test("what the ledger refuses is not counted by the process, and the other way about", () => {
  const { pass, one, other } = two(2);
  expect([one.take(), one.take()]).toEqual([0, 0]);
  for (let asked = 0; asked < 5; asked++) expect(other.take()).toBe(WINDOW);
  expect(other.left()).toBe(2);
  pass(WINDOW);
  expect([other.take(), other.take(), other.take()]).toEqual([0, 0, WINDOW]);
  for (let asked = 0; asked < 5; asked++) expect(one.take()).toBe(WINDOW);
  pass(WINDOW);
  expect([one.take(), other.take()]).toEqual([0, 0]);
});

test("a clock on the wall that is set forward gives a process no call more than its own minute holds", () => {
  const { time, one } = two(2);
  expect([one.take(), one.take()]).toEqual([0, 0]);
  time.wall += 86_400_000;
  expect(one.take()).toBe(WINDOW);
});

test("a pause is for everybody, and for the process that was told of it as long as it was told", () => {
  const { pass, one, other } = two(10);
  one.pause(120_000);
  expect([one.take(), other.take()]).toEqual([120_000, WINDOW]);
  pass(WINDOW);
  expect([one.take(), other.take()]).toEqual([120_000 - WINDOW, 0]);
});
