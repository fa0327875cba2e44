import { expect, test } from "vitest";
import type { Checkpoint } from "../../src/app/checkpoint.ts";
import { runMain } from "../support/cli.ts";
import { companies, expectOnce, scene } from "../support/scene.ts";

const DAY = 86_400_000;

test.each([
  ["a day ahead", DAY],
  ["a day back", -DAY],
  ["to 1970", -Date.UTC(2026, 10, 24)],
])(
  "[P12] the machine's clock is set %s in the middle of an apply: it goes on, and so does the next one",
  async (_, jump) => {
    for (const at of ["lease-taken", "planned", "intended", "settled"] as const) {
      const { sandbox, clock, dir, env, run } = await scene(companies(30, 10));
      let offset = 0;
      const jumping = { ...clock, now: () => clock.now() + offset };
      const onCheckpoint = (step: Checkpoint): void => {
        if (step === at) offset = jump;
      };
      const argv = ["apply", "--auto-approve", "--format", "json"];
      const { code, stdout } = await runMain(argv, { dir, env, clock: jumping, onCheckpoint });
      expect(code, at).toBe(0);
      const report = JSON.parse(stdout);
      expect(report.syncs[0].summary, at).toMatchObject({ created: 30 });
      // Time that passed is not what a clock on the wall says.
      expect(report.syncs[0].seconds, at).toBeLessThan(60);
      expect(report.syncs[0].seconds, at).toBeGreaterThanOrEqual(0);
      const next = await run(...argv);
      expect(next.code, at).toBe(0);
      expect(JSON.parse(next.stdout).syncs[0], at).toMatchObject({
        summary: { unchanged: 30 },
        calls: { write: 0 },
      });
      const runs = JSON.parse((await run("runs", "--format", "json")).stdout).runs;
      expect(runs).toHaveLength(2);
      expectOnce(sandbox, 30);
    }
  },
);
