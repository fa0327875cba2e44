import { describe, expect, test } from "vitest";
import { type CliResult, ended, runMain, startStepping } from "../support/cli.ts";
import { COMPANIES, ENDUSERS, FAST, makeProject, makeSandbox } from "../support/project.ts";

const APPLY = ["apply", "--auto-approve", "--format", "json"];
const FILES = {
  "planhat-sync.yaml": FAST,
  "syncs/companies.yaml": `${COMPANIES}batch: { size: 2 }\n`,
  "syncs/endusers.yaml": ENDUSERS,
  // c1 is there already under another name; c3 lacks its name.
  "companies.csv": "id,name,phase\nc0,A,x\nc1,B,x\nc2,C,x\nc3,,x\nc4,E,x\n",
  "endusers.csv": "id,company,email\nu0,c0,u0@x.example\nu1,c2,u1@x.example\n",
};

/** One apply in a process of its own that gets `signal` at its step `at`, then another one, and what came of both. */
async function applyTwice(at: number, signal: string) {
  const { sandbox, env } = await makeSandbox();
  sandbox.seed("Company", [{ externalId: "c1", name: "Old", phase: "x" }]);
  const dir = await makeProject(FILES);
  const first = await ended(
    startStepping(APPLY, { dir, env: { ...env, STEP_AT: String(at), STEP_SIGNAL: signal } }),
  );
  const second = await runMain(APPLY, { dir, env });
  const runs = JSON.parse((await runMain(["runs", "--format", "json"], { dir, env })).stdout).runs;
  await sandbox.close();
  return { sandbox, first, second, runs };
}

function stepsOf({ stderr }: CliResult): readonly string[] {
  return stderr.split("\n").flatMap((line) => (line.startsWith("step ") ? [line.slice(5)] : []));
}

function expectWhole({ sandbox, second }: Awaited<ReturnType<typeof applyTwice>>, when: string): void {
  const names = sandbox.records("Company").map(({ externalId, name }) => `${externalId} ${name}`);
  expect(names.toSorted(), when).toEqual(["c0 A", "c1 B", "c2 C", "c4 E"]);
  const people = sandbox.records("Enduser").map(({ externalId }) => externalId);
  expect(people.toSorted(), when).toEqual(["u0", "u1"]);
  expect(sandbox.history.createdTwice(), when).toEqual([]);
  // c3 has no name, so the run that gets through ends with 6 and says so.
  expect(second.code, when).toBe(6);
  const { status, syncs } = JSON.parse(second.stdout);
  expect(status, when).toBe("partial");
  for (const { summary } of syncs) {
    expect(summary, when).toMatchObject({ failed: 0, notAttempted: 0 });
  }
}

let whole: Promise<readonly string[]> | undefined;

/** The steps of an apply that nobody disturbs. They are the same every time. */
function wholeApply(): Promise<readonly string[]> {
  whole ??= stepsOfOne();
  return whole;
}

async function stepsOfOne(): Promise<readonly string[]> {
  const { sandbox, env } = await makeSandbox();
  sandbox.seed("Company", [{ externalId: "c1", name: "Old", phase: "x" }]);
  return stepsOf(await ended(startStepping(APPLY, { dir: await makeProject(FILES), env })));
}

const STEPS = [
  "started",
  "lease-taken",
  "asking",
  "told",
  "planned",
  "approved",
  "run-started",
  "intending",
  "intended",
  "sending",
  "answered",
  "settling",
  "settled",
  "written",
  "saving-rejects",
  "saving-watermark",
  "finishing-run",
  "run-finished",
  "reported",
  "lease-released",
  "closed",
];

describe("an apply of two object types", () => {
  test("goes through every step that has a name, in the order of a run", async () => {
    expect([...new Set(await wholeApply())]).toEqual(STEPS);
  });

  test("[P2] killed at any step, the first or the last of its name, the next one loses nothing and creates nothing twice", async () => {
    const steps = await wholeApply();
    const ends = STEPS.flatMap((step) => [steps.indexOf(step), steps.lastIndexOf(step)]);
    await twoAtATime([...new Set(ends)], async (index) => {
      const step = steps[index];
      const when = `SIGKILL at step ${index + 1}, ${step}`;
      const twice = await applyTwice(index + 1, "SIGKILL");
      expect(twice.first.code, when).toBe(null);
      expectWhole(twice, when);
      const started = steps.indexOf("run-started");
      const ended = steps.indexOf("run-finished");
      const first = index < started ? [] : [index < ended ? "interrupted" : "partial"];
      expect(
        twice.runs.map(({ status }: { status: string }) => status),
        when,
      ).toEqual(["partial", ...first]);
    });
  });

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ])(
    "[P1] %s at any step ends it with %i, the state saved, and the next one goes on",
    async (signal, code) => {
      const steps = await wholeApply();
      await twoAtATime(STEPS, async (step) => {
        const when = `${signal} at ${step}`;
        const twice = await applyTwice(steps.indexOf(step) + 1, signal);
        expect(twice.first.code, when).toBe(code);
        expectWhole(twice, when);
        if (twice.first.stdout === "") {
          expect(steps.indexOf(step), when).toBeLessThan(steps.indexOf("run-started"));
          return;
        }
        expect(twice.runs[1].finishedAt, when).toBeDefined();
        for (const { summary } of JSON.parse(twice.first.stdout).syncs) {
          const { read, ...others } = summary as Record<string, number>;
          expect(others["failed"], when).toBe(0);
          expect(
            Object.values(others).reduce((sum, count) => sum + count, 0),
            when,
          ).toBe(read);
        }
      });
    },
  );

  test.each(["THROW", "CRASH"])(
    "[P13] a bug at any step (%s) ends it with 1 and a report without secrets, and the next one goes on",
    async (how) => {
      const steps = await wholeApply();
      // Whoever has ended is not struck by what is thrown later.
      const amidst = STEPS.slice(0, STEPS.indexOf("reported")).filter((_, index) => index % 3 === 0);
      const struck = how === "THROW" ? STEPS : amidst;
      await twoAtATime(struck, async (step) => {
        const when = `${how} at ${step}`;
        const twice = await applyTwice(steps.indexOf(step) + 1, how);
        expect(twice.first.code, when).toBe(1);
        expect(twice.first.stderr, when).toContain("bug:");
        expect(twice.first.stderr, when).toContain("a bug, and ");
        expect(twice.first.stderr, when).not.toContain("sandbox-token");
        expect(twice.first.stdout, when).not.toContain("succeeded");
        expectWhole(twice, when);
      });
    },
  );
});

/** As many as there are cores even on a small machine. */
async function twoAtATime<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all([worker(), worker()]);
}
