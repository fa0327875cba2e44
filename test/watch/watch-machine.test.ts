import fc from "fast-check";
import { expect, test } from "vitest";
import {
  DOUBTFUL_QUIET,
  IDLE,
  LONGEST_WAIT,
  QUIET,
  step,
  type WatchEffect,
  type WatchEvent,
  type WatchState,
} from "../../src/watch/watch-machine.ts";
import { NO_WORK, type Request, type Work } from "../../src/watch/work.ts";

/** Something that happens at a time, by itself. */
type Outer =
  | { readonly at: number; readonly kind: "changed"; readonly path: string; readonly isDoubtful: boolean }
  | { readonly at: number; readonly kind: "asked"; readonly request: Request };

interface Run {
  readonly started: number;
  readonly work: Work;
  ended: number | undefined;
  left: Work;
}

/** Plays events against the machine on a clock of its own. Each run takes the next of `durations`. */
function play(outer: readonly Outer[], durations: readonly number[], leavesOff: boolean) {
  const runs: Run[] = [];
  let state: WatchState = IDLE;
  let wakeAt: number | undefined;
  let endAt: number | undefined;
  const waiting = outer.toSorted((a, b) => a.at - b.at);
  let events = 0;

  const feed = (event: WatchEvent, now: number): void => {
    const stepped = step(state, event);
    state = stepped.state;
    for (const effect of stepped.effects) take(effect, now);
  };
  const take = (effect: WatchEffect, now: number): void => {
    switch (effect.kind) {
      case "wake":
        wakeAt = now + effect.after;
        return;
      case "run":
        if (endAt !== undefined) throw new Error("two runs at once");
        runs.push({ started: now, work: effect.work, ended: undefined, left: NO_WORK });
        endAt = now + (durations[(runs.length - 1) % durations.length] ?? 0);
        return;
      case "leaveOff": {
        const run = runs.at(-1);
        if (endAt === undefined || run === undefined) throw new Error("nothing to leave off");
        if (!leavesOff) return;
        endAt = now;
        run.left = run.work;
        return;
      }
      default:
        effect satisfies never;
    }
  };

  for (;;) {
    events += 1;
    if (events > 10_000) throw new Error("it does not come to rest");
    const times = [waiting[0]?.at, wakeAt, endAt].filter((time) => time !== undefined);
    if (times.length === 0) return { runs, state };
    const now = Math.min(...times);
    if (endAt === now) {
      endAt = undefined;
      const run = runs.at(-1);
      if (run !== undefined) run.ended = now;
      feed({ kind: "ended", left: run?.left ?? NO_WORK, at: now }, now);
    } else if (waiting[0]?.at === now) {
      const event = waiting.shift();
      if (event !== undefined) feed(event, now);
    } else {
      wakeAt = undefined;
      feed({ kind: "woken", at: now }, now);
    }
  }
}

const change = fc.record({
  at: fc.nat(3000),
  kind: fc.constant("changed" as const),
  path: fc.constantFrom("syncs/a.yaml", "syncs/b.yaml", "a.csv"),
  isDoubtful: fc.boolean(),
});
const asked = fc.record({
  at: fc.nat(3000),
  kind: fc.constant("asked" as const),
  request: fc.constantFrom<Request>({ kind: "all" }, { kind: "again" }, { kind: "tests" }, { kind: "plan" }),
});
const outer = fc.array(fc.oneof({ weight: 4, arbitrary: change }, asked), { maxLength: 30 });
const durations = fc.array(fc.nat(400), { minLength: 1, maxLength: 6 });

test("[P14] runs never overlap, and all comes to rest", () => {
  fc.assert(
    fc.property(outer, durations, fc.boolean(), (events, times, leavesOff) => {
      const { runs, state } = play(events, times, leavesOff);
      expect(state).toMatchObject({ phase: "idle", pending: undefined });
      for (const [index, run] of runs.entries()) {
        expect(run.started).toBeGreaterThanOrEqual(runs[index - 1]?.ended ?? 0);
      }
    }),
  );
});

test("every change is looked at by a whole run that began after it: the last result is that of the last save", () => {
  fc.assert(
    fc.property(outer, durations, fc.boolean(), (events, times, leavesOff) => {
      const { runs } = play(events, times, leavesOff);
      for (const event of events) {
        if (event.kind !== "changed") continue;
        const seen = runs.some(
          ({ started, work, left }) =>
            started >= event.at && work.files.has(event.path) && !left.files.has(event.path),
        );
        expect(seen).toBe(true);
      }
    }),
  );
});

test("a save is looked at as soon as the longest wait is over and no run is on", () => {
  fc.assert(
    fc.property(outer, durations, (events, times) => {
      const { runs } = play(events, times, false);
      for (const event of events) {
        if (event.kind !== "changed") continue;
        const busy = runs.find(
          ({ started, ended = 0 }) => started <= event.at + LONGEST_WAIT && ended >= event.at + LONGEST_WAIT,
        );
        const latest = Math.max(event.at + LONGEST_WAIT, busy?.ended ?? 0);
        expect(runs.some(({ started }) => started >= event.at && started <= latest)).toBe(true);
      }
    }),
  );
});

test("[P14] a burst of 500 events is one run", () => {
  const burst = Array.from({ length: 500 }, (_, index) => changed(index % 10, `syncs/s${index % 50}.yaml`));
  const { runs } = play(burst, [10], true);
  expect(runs).toHaveLength(1);
  expect(runs[0]?.work.files.size).toBe(50);
  expect(runs[0]?.started).toBe(9 + QUIET);
});

test("[P14] whatever changes during a run leads to exactly one more", () => {
  const during = Array.from({ length: 20 }, (_, index) => changed(QUIET + 10 + index * 3));
  const { runs } = play([changed(0), ...during], [500, 5], false);
  expect(runs.map(({ started }) => started)).toEqual([QUIET, QUIET + 500]);
});

test("[P14] a file that is gone or empty is waited for; when it is back, no longer than for any other", () => {
  const gone = play([changed(0, "syncs/a.yaml", true)], [1], true);
  expect(gone.runs.map(({ started }) => started)).toEqual([DOUBTFUL_QUIET]);
  const back = play([changed(0, "syncs/a.yaml", true), changed(30)], [1], true);
  expect(back.runs.map(({ started }) => started)).toEqual([30 + QUIET]);
});

test("a file that is written all the time is looked at once a second", () => {
  const writing = Array.from({ length: 300 }, (_, index) => changed(index * 10));
  const { runs } = play(writing, [1], true);
  expect(runs.length).toBeGreaterThanOrEqual(3);
  expect(runs.length).toBeLessThanOrEqual(4);
});

test("what a run left undone is done by the next, together with what came in", () => {
  const { runs } = play([{ at: 0, kind: "asked", request: { kind: "plan" } }, changed(50)], [1000, 10], true);
  expect(runs[1]?.work).toMatchObject({ plan: true, files: new Set(["syncs/a.yaml"]) });
});

test("what is asked for does not wait, and again does what the run before did, with rows read anew", () => {
  const { runs } = play([changed(0), { at: 100, kind: "asked", request: { kind: "again" } }], [1], true);
  expect(runs[1]).toMatchObject({ started: 100, work: { files: new Set(["syncs/a.yaml"]), fresh: true } });
});

test("after the end nothing begins, and the run that is on may leave off", () => {
  const running = step(IDLE, { kind: "asked", request: { kind: "all" }, at: 0 }).state;
  const closed = step(running, { kind: "closed" });
  expect(closed.effects).toEqual([{ kind: "leaveOff" }]);
  for (const event of [
    changed(1),
    { kind: "ended", left: NO_WORK, at: 2 },
    { kind: "woken", at: 3 },
  ] as const) {
    expect(step(closed.state, event)).toEqual({ state: closed.state, effects: [] });
  }
});

function changed(at: number, path = "syncs/a.yaml", isDoubtful = false) {
  return { at, kind: "changed", path, isDoubtful } as const;
}
