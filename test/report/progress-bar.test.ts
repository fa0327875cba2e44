import { Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import type { ProgressEvent } from "../../src/model/progress.ts";
import { type BarState, barLine, nextBarState } from "../../src/report/progress/bar-line.ts";
import { progressBar } from "../../src/report/progress/progress-bar.ts";

const READING: ProgressEvent = { kind: "reading", sync: "crm", rows: 4000 };
const LOOKUP: ProgressEvent = { kind: "readingBack", object: "Company", records: 1200, calls: 3 };
const WRITING = {
  kind: "writing",
  object: "Company",
  done: 0,
  total: 1000,
  refused: 0,
  callsLeft: 197,
} as const;
const WAITING: ProgressEvent = { kind: "waiting", why: "rate-limit", delay: 5000, detail: "" };

/** The line after these events, at the time of the last one or later. */
function lineAfter(events: readonly (readonly [number, ProgressEvent])[], now?: number, width = 120): string {
  let state: BarState | undefined;
  for (const [at, event] of events) state = nextBarState(state, event, at);
  return state === undefined ? "" : barLine(state, now ?? events.at(-1)?.[0] ?? 0, width);
}

describe("barLine", () => {
  test("reading shows rows, the rate once it says something, and the lookups beside it", () => {
    expect(lineAfter([[0, READING]])).toBe("crm  4,000 rows");
    const later: ProgressEvent = { ...READING, rows: 6000 };
    expect(
      lineAfter([
        [0, READING],
        [1000, LOOKUP],
        [2000, later],
      ]),
    ).toBe("crm  6,000 rows  1,000/s  1,200 records looked up in Planhat  3 calls");
  });

  test("writing shows a bar, the share, the rate, the time left and the calls left", () => {
    const events: [number, ProgressEvent][] = [
      [0, WRITING],
      [2000, { ...WRITING, done: 250, refused: 2 }],
    ];
    expect(lineAfter(events)).toBe(
      "Company  █████░░░░░░░░░░░░░░░  25 %  250/1,000  2 refused  125/s  6 s left  197 calls left this minute",
    );
  });

  test("object types that are written at the same time share the bar, until one is done", () => {
    const asset = { ...WRITING, object: "Asset", total: 600 };
    const events: [number, ProgressEvent][] = [
      [0, { ...WRITING, done: 100 }],
      [0, asset],
      [1000, { ...WRITING, done: 200 }],
      [2000, { ...asset, done: 200, refused: 1 }],
    ];
    expect(lineAfter(events)).toBe(
      "Company, Asset  █████░░░░░░░░░░░░░░░  25 %  400/1,600  1 refused  150/s  8 s left  197 calls left this minute",
    );
    events.push([3000, { ...WRITING, done: 1000 }], [4000, { ...asset, done: 300 }]);
    expect(lineAfter(events)).toContain("Asset  ██████████░░░░░░░░░░  50 %  300/600");
  });

  test("a phase of nothing is whole", () => {
    expect(lineAfter([[0, { ...WRITING, total: 0 }]])).toContain(`${"█".repeat(20)}  100 %  0/0`);
  });

  test("a wait is shown until it is over or work goes on", () => {
    const events: [number, ProgressEvent][] = [
      [0, WRITING],
      [1, WAITING],
    ];
    expect(lineAfter(events, 4000)).toContain("  waiting 5 s for the rate limit");
    expect(lineAfter(events, 5001)).not.toContain("waiting");
    expect(lineAfter([...events, [2, { ...WRITING, done: 1 }]])).not.toContain("waiting");
    expect(lineAfter([[0, WAITING]])).toBe("waiting 5 s for the rate limit");
  });

  test("a new phase begins with a rate of its own, and so does one that begins anew", () => {
    const planned: ProgressEvent = { kind: "planned", sync: "crm", rows: 4000, changes: 5 };
    expect(
      lineAfter([
        [0, READING],
        [9000, planned],
      ]),
    ).toBe("crm  planned  4,000 rows  5 changes");
    expect(
      lineAfter([
        [0, { ...WRITING, done: 900 }],
        [5000, WRITING],
        [6000, { ...WRITING, done: 100 }],
      ]),
    ).toContain("100/s");
    expect(lineAfter([[0, LOOKUP]])).toBe("Company  1,200 records looked up in Planhat  3 calls");
  });

  test("is cut to the terminal", () => {
    expect(lineAfter([[0, READING]], 0, 12)).toBe("crm  4,000 …");
  });
});

describe("progressBar", () => {
  function terminal(isTTY: boolean) {
    const written: string[] = [];
    const stream = new Writable({
      write(chunk, _encoding, done) {
        written.push(String(chunk));
        done();
      },
    });
    return { stream: Object.assign(stream, { isTTY, columns: 60 }), written };
  }

  test("draws the line at once, and leaves no line and a visible cursor behind", () => {
    const { stream, written } = terminal(true);
    const bar = progressBar({ stream, clock: { monotonic: () => 0 } });
    bar.on(READING);
    expect(written.join("")).toContain("crm  4,000 rows");
    bar.on({ ...READING, rows: 5000 });
    bar.stop();
    const all = written.join("");
    expect(all).toContain("crm  5,000 rows");
    expect(all.endsWith("\u001b[1G\u001b[2K")).toBe(true);
    expect(all.lastIndexOf("\u001b[?25h")).toBeGreaterThan(all.lastIndexOf("\u001b[?25l"));
  });

  test("draws nothing after the stop, which may come twice or without a start", () => {
    const { stream, written } = terminal(true);
    const bar = progressBar({ stream, clock: { monotonic: () => 0 } });
    bar.stop();
    bar.stop();
    bar.on(READING);
    expect(written).toEqual([]);
  });

  test("[P16] draws nothing where there is no terminal", () => {
    const { stream, written } = terminal(false);
    const bar = progressBar({ stream, clock: { monotonic: () => 0 } });
    bar.on(READING);
    bar.stop();
    expect(written).toEqual([]);
  });
});
