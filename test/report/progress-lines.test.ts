import { expect, test } from "vitest";
import type { ProgressEvent } from "../../src/model/progress.ts";
import { progressLines } from "../../src/report/progress/progress-lines.ts";

/** Plays events, each at its own millisecond, and gives the lines. */
function play(events: readonly (readonly [number, ProgressEvent])[]): readonly string[] {
  const lines: string[] = [];
  let now = 0;
  const reporter = progressLines({ write: (line) => lines.push(line), clock: { monotonic: () => now } });
  for (const [at, event] of events) {
    now = at;
    reporter.on(event);
  }
  return lines;
}

const reading = (rows: number): ProgressEvent => ({ kind: "reading", sync: "crm", rows });
const writing = (done: number, refused = 0): ProgressEvent => ({
  kind: "writing",
  object: "Company",
  done,
  total: 1000,
  refused,
  callsLeft: 197,
});
const lookingUp = (records: number): ProgressEvent => ({
  kind: "readingBack",
  object: "Company",
  records,
  calls: 1,
});
const waiting = (delay: number, detail = "429"): ProgressEvent => ({
  kind: "waiting",
  why: "retry",
  delay,
  detail,
});

test("a new phase is told at once, the end of planning too", () => {
  const planned: ProgressEvent = { kind: "planned", sync: "crm", rows: 4000, changes: 1 };
  expect(
    play([
      [0, reading(1)],
      [1, lookingUp(1)],
      [2, planned],
      [3, writing(0)],
    ]),
  ).toEqual([
    "crm: 1 row read",
    "Company: 1 record looked up in Planhat, 1 call",
    "crm: planned, 4,000 rows, 1 change",
    "Company: 0 of 1,000 written (0 %), 197 calls left this minute",
  ]);
});

test("writing is told at each further tenth, and not between", () => {
  const dones = [0, 50, 99, 100, 150, 450, 499, 1000];
  expect(play(dones.map((done, at) => [at, writing(done, 2)]))).toEqual(
    ["0 of 1,000 written (0 %)", "100 of", "450 of", "1,000 of"].map((start) =>
      expect.stringContaining(`Company: ${start}`),
    ),
  );
  expect(play([[0, writing(450, 2)]])).toEqual([
    "Company: 450 of 1,000 written (45 %), 2 refused, 197 calls left this minute",
  ]);
});

test("where the end is not known, each doubling is told, from a thousand on", () => {
  const rows = [1, 500, 1000, 1500, 2000, 3999, 4000];
  expect(play(rows.map((count, at) => [at, reading(count)])).map((line) => line.split(" ")[1])).toEqual([
    "1",
    "1,000",
    "2,000",
    "4,000",
  ]);
});

test("phases that take turns are new once", () => {
  const turns = [1, 2, 3, 4].flatMap((n) => [reading(n), lookingUp(n)]);
  expect(play(turns.map((event, at) => [at, event]))).toHaveLength(2);
});

test("a phase that begins anew is told again", () => {
  expect(
    play([
      [0, writing(900)],
      [1, writing(0)],
    ]),
  ).toHaveLength(2);
});

test("after 30 s of silence the next event is told, whatever it is", () => {
  expect(
    play([
      [0, writing(0)],
      [29_999, writing(1)],
      [30_000, writing(2)],
    ]),
  ).toEqual([expect.stringContaining("0 of"), expect.stringContaining("2 of")]);
});

test("a wait is told once, short ones never", () => {
  expect(
    play([
      [0, waiting(999)],
      [1, waiting(2000)],
      [2, waiting(4000)],
      [3, waiting(2000, "503\nbusy\u001b")],
      [4, { kind: "waiting", why: "rate-limit", delay: 12_000, detail: "" }],
    ]),
  ).toEqual([
    "waiting 2 s before trying again (429)",
    "waiting 2 s before trying again (503 busy\\u001b)",
    "waiting 12 s for the rate limit",
  ]);
});

test("nothing is told after the stop", () => {
  const lines: string[] = [];
  const reporter = progressLines({ write: (line) => lines.push(line), clock: { monotonic: () => 0 } });
  reporter.stop();
  reporter.stop();
  reporter.on(reading(1));
  expect(lines).toEqual([]);
});
