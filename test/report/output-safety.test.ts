import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rejectCauses } from "../../src/model/reject-causes.ts";
import { Stop } from "../../src/model/stop.ts";
import type { WatchReport } from "../../src/model/watch.ts";
import { planJson } from "../../src/report/plan/plan-json.ts";
import { planText } from "../../src/report/plan/plan-text.ts";
import { previewJson } from "../../src/report/preview/preview-json.ts";
import { previewText } from "../../src/report/preview/preview-text.ts";
import { barLine, nextBarState } from "../../src/report/progress/bar-line.ts";
import { NOTHING_SAID, progressLine } from "../../src/report/progress/progress-lines.ts";
import { applyJson } from "../../src/report/run/apply-json.ts";
import { applyText } from "../../src/report/run/apply-text.ts";
import { rejectsCsv } from "../../src/report/run/rejects-csv.ts";
import { rejectsJson } from "../../src/report/run/rejects-json.ts";
import { rejectsText } from "../../src/report/run/rejects-text.ts";
import { runsJson } from "../../src/report/run/runs-json.ts";
import { runsText, runText } from "../../src/report/run/runs-text.ts";
import { stateJson } from "../../src/report/state/state-json.ts";
import { stateText } from "../../src/report/state/state-text.ts";
import { testJson } from "../../src/report/tests/test-json.ts";
import { testText } from "../../src/report/tests/test-text.ts";
import { bugText } from "../../src/report/text/bug-text.ts";
import { stopText } from "../../src/report/text/stop-text.ts";
import { pagePlan } from "../../src/report/watch/page-plan.ts";
import { pageFile, pageOverview } from "../../src/report/watch/page-view.ts";
import { watchText } from "../../src/report/watch/watch-text.ts";
import { runs } from "../support/effort.ts";
import { FORBIDDEN } from "./forbidden.ts";
import { planOf } from "./sample-plan.ts";
import { PREVIEW } from "./sample-preview.ts";
import { PAST_RUN, REJECTS, reportOf } from "./sample-run.ts";
import { STATE } from "./sample-state.ts";
import { RESULTS } from "./sample-tests.ts";
import { watchReportOf } from "./sample-watch.ts";

/** Every text that is data in the samples, replaced by one that means harm; words of the program stay. */
function poison<T>(value: T, harm: string): T {
  return poisoned(value, harm) as T;
}

function poisoned(value: unknown, harm: string): unknown {
  if (typeof value === "string") return WORDS.has(value) ? value : harm;
  if (Array.isArray(value)) return value.map((item) => poisoned(item, harm));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      MEMBERS_OF_DATA.has(name) ? `${name}${harm}` : name,
      poisoned(inner, harm),
    ]),
  );
}

/** The words of the unions, which decide what is shown. */
const WORDS = new Set([
  ...["create", "update", "upsert", "live", "partial", "record", "reject", "accepted", "pending"],
  ...["changed", "gone", "row", "read", "failed", "saved", "planned", "error", "warning"],
  ...["differs", "rejected", "otherRule", "reading", "readingBack", "writing", "waiting", "rate-limit"],
]);
/** Names that come from a row or a mapping. */
const MEMBERS_OF_DATA = new Set(["externalId", "name", "phase", "custom.Tier", "account_id", "notes", "mrr"]);

const SINKS: Record<string, (harm: string, width: number) => string> = {
  planText: (harm, width) => planText(poison(planOf({ warnings: ["w"] }), harm), { colour: false, width }),
  planJson: (harm) => planJson(poison(planOf({ warnings: ["w"] }), harm)),
  applyText: (harm, width) => {
    const causes = rejectCauses(poison(REJECTS, harm).map(({ rejection }) => rejection));
    const stop = new Stop("failure", harm, { fix: harm });
    return applyText({ ...poison(reportOf(), harm), causes, stop }, { colour: false, width });
  },
  applyJson: (harm) => applyJson(poison(reportOf(), harm)),
  rejectsText: (harm, width) => rejectsText(poison(REJECTS, harm), { colour: false, width }),
  rejectsJson: (harm) => rejectsJson(poison(REJECTS, harm)),
  rejectsCsv: (harm) => rejectsCsv(poison(REJECTS, harm)),
  runsText: (harm, width) => runsText(poison([PAST_RUN], harm), { colour: false, width }),
  runText: (harm, width) => runText(poison(PAST_RUN, harm), { colour: false, width }),
  runsJson: (harm) => runsJson(poison([PAST_RUN], harm)),
  stateText: (harm, width) => stateText(poison(STATE, harm), { colour: false, width }),
  stateJson: (harm) => stateJson(poison(STATE, harm)),
  testText: (harm, width) => testText(poison(RESULTS, harm), { colour: false, width }),
  testJson: (harm) => testJson(poison(RESULTS, harm)),
  previewText: (harm, width) => previewText(poison(PREVIEW, harm), { colour: false, width }),
  previewJson: (harm) => previewJson(poison(PREVIEW, harm)),
  watchText: (harm, width) => watchText(poisonedReport(harm), { colour: false, width, scope: "changes" }),
  "watchText, all": (harm, width) => watchText(poisonedReport(harm), { colour: false, width, scope: "all" }),
  pageOverview: (harm) => textsOf(pageOverview(poisonedReport(harm), { project: harm, redact: AS_IS })),
  pageFile: (harm) => textsOf(pageFile(harm, poisonedReport(harm), new Map([[harm, ""]]), AS_IS)),
  pagePlan: (harm) => {
    const view = poison(planOf(), harm);
    const planned = pagePlan({ kind: "planned", view, violations: [harm] }, 0, AS_IS);
    const failed = pagePlan(
      { kind: "failed", failure: { code: "failure", what: harm, detail: harm, fix: harm } },
      0,
      AS_IS,
    );
    return textsOf([planned, failed]);
  },
  stopText: (harm) =>
    stopText(new Stop("failure", harm, { detail: harm, fix: harm }).reason, { colour: false }),
  bugText: (harm) => bugText(new Error(harm, { cause: harm }), { colour: false }),
  progressLine: (harm) => {
    const event = { kind: "reading", sync: harm, rows: 1 } as const;
    const waiting = { kind: "waiting", why: "retry", delay: 5000, detail: harm } as const;
    return [event, waiting].map((one) => progressLine(NOTHING_SAID, one, 0).line).join("\n");
  },
  barLine: (harm, width) => {
    const state = nextBarState(undefined, { kind: "reading", sync: harm, rows: 1 }, 0);
    return state === undefined ? "" : barLine(state, 1, width);
  },
};

const AS_IS = (text: string) => text;

function poisonedReport(harm: string): WatchReport {
  const report = poison(watchReportOf(), harm);
  // A map is no plain object, and the name of a sync is no name from a row: both are poisoned here.
  const text = `${harm}: ${harm}\n# ${harm}\n  name: "${harm}"\n`;
  const syncs = report.snapshot.syncs.map((sync) => ({ ...sync, name: harm }));
  return { ...report, snapshot: { ...report.snapshot, syncs, texts: new Map([[harm, text]]) } };
}

/** Every text that a page would show, one a line: all but the ids, by which it asks for more. */
function textsOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) return "";
  const shown = Object.entries(value).filter(([name]) => name !== "id" && name !== "focus");
  return shown.map(([, inner]) => textsOf(inner)).join("\n");
}

const NAUGHTY = [
  "\u001b[2J\u001b]0;title\u0007",
  "\u009b31m",
  "line\n::add-mask::secret\r\n::stop-commands::x",
  "::set-output name=a::b",
  " \u00a0::error::x",
  "##[set-env name=A]b",
  "##vso[task.setvariable variable=a]b",
  "a\u202eb\u2066c\u200f",
  "\ud800",
  "\u2028\u2029\u0085",
  "\u0000\u0008\u007f",
  "__proto__",
  "",
];

describe.each(Object.entries(SINKS))("[C9] %s", (_, sink) => {
  test("lets nothing out of the data that a terminal or a CI runner acts on", () => {
    const harm = fc.oneof(
      fc.constantFrom(...NAUGHTY),
      fc.string({ unit: "binary", maxLength: 30 }),
      fc.tuple(fc.constantFrom(...NAUGHTY), fc.constantFrom(...NAUGHTY)).map((pair) => pair.join(" ")),
    );
    fc.assert(
      fc.property(harm, fc.constantFrom(1, 40, 80, 120), (text, width) => {
        expect(sink(text, width)).not.toMatch(FORBIDDEN);
      }),
      { numRuns: runs(60), examples: NAUGHTY.map((text) => [text, 100]) },
    );
  });
});
