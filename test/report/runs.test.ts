import { describe, expect, test } from "vitest";
import type { RunRecord } from "../../src/model/state-store.ts";
import { runsJson } from "../../src/report/run/runs-json.ts";
import { runsText, runText } from "../../src/report/run/runs-text.ts";
import { PLAIN } from "./sample-plan.ts";
import { PAST_RUN, RUN } from "./sample-run.ts";

const UNFINISHED: RunRecord = { id: RUN, startedAt: PAST_RUN.startedAt, status: "running", syncs: [] };

describe("runsText", () => {
  test("lists the runs as a table", () => {
    expect(
      runsText([UNFINISHED, PAST_RUN], { colour: false, width: 120 }),
    ).toBe(`run                   started               status        took   read  created  updated  unchanged  rejected  failed
20260301-093000-k3f9  2026-03-01 09:30:00Z  running                 0        0        0          0         0       0
20260301-093000-k3f9  2026-03-01 09:30:00Z  partial  2 min 5 s  4,000        2        3      3,990         5       0

\`planhat-sync runs ID\` shows the counts of each sync.
`);
  });

  test("tells the same in lines where the terminal is too narrow", () => {
    expect(
      runsText([UNFINISHED, PAST_RUN], { colour: false, width: 40 }),
    ).toBe(`20260301-093000-k3f9  2026-03-01 09:30:00Z  running: no rows read
20260301-093000-k3f9  2026-03-01 09:30:00Z  partial in 2 min 5 s: 2 created, 3 updated, 3,990 unchanged, 5 rejected

\`planhat-sync runs ID\` shows the counts of each sync.
`);
  });

  test("names the command that makes the first run", () => {
    expect(runsText([], PLAIN)).toBe("No runs yet: `planhat-sync apply` makes the first.\n");
  });
});

describe("runText", () => {
  test("shows one run sync by sync", () => {
    expect(runText(PAST_RUN, PLAIN)).toBe(`Run 20260301-093000-k3f9  partial
started 2026-03-01 09:30:00Z, took 2 min 5 s

                read  created  updated  unchanged  skipped  rejected  failed
crm-companies  4,000        2        3      3,990        0         5       0

crm-companies → Company: 2 read calls, 1 write call, 0 of them retried; 1.2 s
`);
  });

  test("a run that was never finished has no counts", () => {
    expect(runText(UNFINISHED, PLAIN)).toBe(
      "Run 20260301-093000-k3f9  running\nstarted 2026-03-01 09:30:00Z\n\nNo sync was finished.\n",
    );
  });
});

test("the JSON of the runs tells times in UTC, and leaves out an end that has not come", () => {
  const { runs } = JSON.parse(runsJson([UNFINISHED, PAST_RUN]));
  expect(runs[0]).toStrictEqual({
    run: RUN,
    status: "running",
    startedAt: "2026-03-01T09:30:00.000Z",
    syncs: [],
  });
  expect(runs[1]).toMatchObject({
    finishedAt: "2026-03-01T09:32:05.000Z",
    syncs: [{ name: "crm-companies", summary: { read: 4000 }, seconds: 1.2 }],
  });
});
