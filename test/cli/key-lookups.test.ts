import { describe, expect, test } from "vitest";
import type { Unknowns } from "../../src/sandbox/unknowns.ts";
import { runMain } from "../support/cli.ts";
import { COMPANIES, companiesCsv, FAST, makeProject, makeSandbox } from "../support/project.ts";

const SIZES = [1, 2, 50, 51, 5000];
const MODES = ["insert", "update", "upsert"] as const;
const BASELINES = ["live", "state", "none"] as const;
/** Whether Planhat takes `externalId=a1,a2` for one id or for two: no page of its documentation says. */
const COMMAS: readonly Unknowns["filterComma"][] = ["literal", "split"];

type Mode = (typeof MODES)[number];
type Baseline = (typeof BASELINES)[number];

/** So many rows, the first half of which Planhat holds already; and a company that is none of ours. */
async function world(rows: number, mode: Mode, filterComma: Unknowns["filterComma"]) {
  const { sandbox, env } = await makeSandbox({ unknowns: { filterComma } });
  const held = Math.ceil(rows / 2);
  sandbox.seed("Company", [
    { externalId: "other", name: "Another", phase: "Old" },
    ...Array.from({ length: held }, (_, n) => ({ externalId: `c${n}`, name: `Company ${n}`, phase: "Old" })),
  ]);
  const dir = await makeProject({
    "planhat-sync.yaml": FAST,
    "syncs/companies.yaml": COMPANIES.replace("upsert", mode),
    "companies.csv": companiesCsv(rows),
  });
  const run = (...argv: readonly string[]) => runMain([...argv, "--format", "json"], { dir, env });
  return { sandbox, held, run };
}

/** Calls that a plan makes. Lists are read to a page that is empty where some key is not found. */
function readsOf(rows: number, mode: Mode, baseline: Baseline, isWholeFound: boolean): number {
  // One look-up of keys: filtered by one, or the whole lean list.
  if (baseline !== "live" || mode === "insert") return 1;
  // A page of 5,000, and the empty one that ends the list.
  const list = 2;
  if (rows > 3) return list;
  // One by one; where one is not found and may be created, another record may be meant by it.
  return rows + (isWholeFound || mode === "update" ? 0 : list);
}

const CASES = SIZES.flatMap((rows) =>
  MODES.flatMap((mode) =>
    BASELINES.flatMap((baseline) => COMMAS.map((comma) => [rows, mode, baseline, comma] as const)),
  ),
);

describe("whatever a comma means in a filter", () => {
  test.each(CASES)("%i rows, %s, --baseline %s: comma %s", async (rows, mode, baseline, comma) => {
    const { sandbox, held, run } = await world(rows, mode, comma);
    const { code, stdout, stderr } = await run("apply", "--auto-approve", "--baseline", baseline);
    expect(code, stderr).toBe(0);
    const fresh = rows - held;
    expect(JSON.parse(stdout)).toMatchObject({
      status: "succeeded",
      syncs: [
        {
          summary: {
            read: rows,
            created: mode === "update" ? 0 : fresh,
            updated: mode === "insert" ? 0 : held,
            skipped: mode === "insert" ? held : mode === "update" ? fresh : 0,
            rejected: 0,
            failed: 0,
          },
          calls: { read: readsOf(rows, mode, baseline, held === rows), retried: 0 },
        },
      ],
    });
    const phases = sandbox.records("Company").map(({ externalId, phase }) => `${externalId} ${phase}`);
    const wanted = Array.from({ length: mode === "update" ? held : rows }, (_, n) =>
      mode === "insert" && n < held ? `c${n} Old` : `c${n} Trial`,
    );
    expect(phases.sort()).toEqual(["other Old", ...wanted].sort());
    expect(sandbox.history.createdTwice()).toEqual([]);
  });

  test.each(
    SIZES.flatMap((rows) =>
      BASELINES.flatMap((baseline) => COMMAS.map((comma) => [rows, baseline, comma] as const)),
    ),
  )(
    "a saved insert of %i rows, --baseline %s: what appeared meanwhile is left alone, comma %s",
    async (rows, baseline, comma) => {
      const { sandbox, held, run } = await world(rows + 1, "insert", comma);
      const planned = await run("plan", "--out", "p.plan", "--baseline", baseline);
      expect(JSON.parse(planned.stdout).syncs[0].summary).toMatchObject({ create: rows + 1 - held });
      const late = Array.from({ length: rows - held }, (_, n) => ({
        externalId: `c${n + held}`,
        name: "Late",
      }));
      sandbox.seed("Company", late);
      const { code, stdout } = await run("apply", "p.plan");
      const { changedMeanwhile = [], syncs } = JSON.parse(stdout);
      expect(syncs[0]).toMatchObject({
        summary: { created: 1, updated: 0, skipped: rows },
        calls: { read: 1 },
      });
      expect(changedMeanwhile).toHaveLength(Math.min(late.length, 100));
      expect(code).toBe(late.length > 0 ? 6 : 0);
      expect(sandbox.records("Company").filter(({ name }) => name === "Late")).toHaveLength(late.length);
    },
  );
});
