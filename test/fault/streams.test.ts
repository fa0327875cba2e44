import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type CliResult, runCli, runMain } from "../support/cli.ts";
import { killAtRequest } from "../support/kill-at-request.ts";
import { FAST, makeProject, makeSandbox } from "../support/project.ts";

const APPLY = ["apply", "--auto-approve", "--format", "json"];
const POINTS_PATH = "/dimensiondata/*";

const POINTS = `version: 1
source: { csv: { path: points.csv } }
target: { object: Metric }
mode: insert
fields:
  dimensionId: { value: logins }
  externalId: company
  date: day
  value: $number(logins)
`;

const EVENTS = `version: 1
source: { csv: { path: events.csv } }
target: { object: UserActivity }
mode: insert
fields:
  email: mail
  action: action
  date: time
`;

const days = (count: number): string =>
  `company,day,logins\n${Array.from({ length: count }, (_, index) => `a1,2026-01-${String(index + 1).padStart(2, "0")},1\n`).join("")}`;

async function points(csv: string, definition = POINTS) {
  const { sandbox, env } = await makeSandbox();
  sandbox.seed("Company", [{ name: "Acme", externalId: "a1" }]);
  const files = { "planhat-sync.yaml": FAST, "syncs/points.yaml": definition, "points.csv": csv };
  const dir = await makeProject(files);
  return { sandbox, env, dir };
}

const summaryOf = ({ stdout }: CliResult) => JSON.parse(stdout).syncs[0].summary;

describe("a point is sent once", () => {
  test("a second apply sends nothing, whatever it compares with", async () => {
    const { sandbox, env, dir } = await points(days(3));
    const first = await runMain(APPLY, { dir, env });
    expect(summaryOf(first)).toMatchObject({ read: 3, created: 3 });
    for (const baseline of ["state", "none"]) {
      const next = await runMain([...APPLY, "--baseline", baseline], { dir, env });
      expect(next.code).toBe(0);
      expect(summaryOf(next)).toMatchObject({ read: 3, unchanged: 3 });
    }
    expect(sandbox.analytics.points.map(({ values }) => values)).toEqual([[1], [1], [1]]);
    expect(sandbox.log.map(({ method, path, items }) => `${method} ${path} ${items}`)).toEqual([
      `POST /dimensiondata/${sandbox.tenantUuid} 3`,
    ]);
  });

  test("two rows of one day are a repeat, or contradict each other", async () => {
    const csv =
      "company,day,logins\na1,2026-01-01,1\na1,2026-01-01T10:00:00Z,1\na1,2026-01-02,1\na1,2026-01-02,2\n";
    const { sandbox, env, dir } = await points(csv);
    const { code, stdout } = await runMain(["plan", "--format", "json"], { dir, env });
    expect(code).toBe(6);
    // The texts of the first two differ, though they are one day.
    expect(JSON.parse(stdout).syncs[0].rejects.map(({ rule }: { rule: string }) => rule)).toEqual(
      Array.from({ length: 4 }, () => "duplicate-key"),
    );
    expect(sandbox.log).toEqual([]);
  });

  test("another value of a day is not sent in silence, and is with resend", async () => {
    const { sandbox, env, dir } = await points("company,day,logins\na1,2026-01-01,1\n");
    await runMain(APPLY, { dir, env });
    writeFileSync(join(dir, "points.csv"), "company,day,logins\na1,2026-01-01,5\n");
    const refused = await runMain(APPLY, { dir, env });
    expect(refused.code).toBe(6);
    expect(summaryOf(refused)).toMatchObject({ read: 1, rejected: 1 });
    const { stdout } = await runMain(["rejects", "--format", "json"], { dir, env });
    expect(JSON.parse(stdout).rejects).toMatchObject([
      { rule: "already-sent", message: expect.stringContaining("resend: true") },
    ]);
    writeFileSync(
      join(dir, "syncs/points.yaml"),
      POINTS.replace("object: Metric", "object: Metric, resend: true"),
    );
    const sent = await runMain(APPLY, { dir, env });
    expect(summaryOf(sent)).toMatchObject({ updated: 1 });
    expect(sandbox.analytics.points).toMatchObject([{ values: [1, 5] }]);
  });

  test("bad points are told one by one, and only they are tried again", async () => {
    const { sandbox, env, dir } = await points(
      "company,day,logins\na1,2026-01-01,1\na2,2026-01-01,1\n",
      POINTS.replace("{ value: logins }", `'company = "a2" ? "two words" : "logins"'`),
    );
    const first = await runMain(APPLY, { dir, env });
    expect(first.code).toBe(6);
    expect(summaryOf(first)).toMatchObject({ created: 1, rejected: 1 });
    const again = await runMain(APPLY, { dir, env });
    expect(summaryOf(again)).toMatchObject({ unchanged: 1, rejected: 1 });
    expect(sandbox.log.map(({ items }) => items)).toEqual([2, 1]);
    expect(sandbox.analytics.points).toMatchObject([{ values: [1] }]);
  });
});

describe("where nobody knows whether points arrived", () => {
  test.each([
    ["before Planhat acted", "dropBeforeCommit", 0],
    ["after Planhat acted", "dropAfterCommit", 1],
  ] as const)(
    "a connection lost %s: they are not sent again until somebody says so",
    async (_when, kind, sent) => {
      const { sandbox, env, dir } = await points(days(2));
      sandbox.faults.add({ match: { method: "POST", path: POINTS_PATH }, times: 1, action: { kind } });
      const lost = await runMain(APPLY, { dir, env });
      expect(lost.code).toBe(4);
      expect(summaryOf(lost)).toMatchObject({ read: 2, failed: 2 });
      expect(sandbox.analytics.points.map(({ values }) => values.length)).toEqual(sent === 0 ? [] : [1, 1]);

      const next = await runMain(APPLY, { dir, env });
      expect(next.code).toBe(6);
      expect(summaryOf(next)).toMatchObject({ read: 2, rejected: 2 });
      expect(
        JSON.parse((await runMain(["rejects", "--format", "json"], { dir, env })).stdout).rejects,
      ).toMatchObject([{ rule: "sent-unanswered", message: expect.stringContaining("state forget") }, {}]);
      expect(sandbox.log).toHaveLength(1);

      const forgot = await runMain(["state", "forget", "points", "--pending"], { dir, env });
      expect(forgot).toMatchObject({ code: 0, stdout: "Forgot 2 records.\n" });
      expect(summaryOf(await runMain(APPLY, { dir, env }))).toMatchObject({ created: 2 });
    },
  );

  test.each([
    ["beforeCommit", 0],
    ["afterCommit", 1],
  ] as const)(
    "killed between the send and its answer (%s): the next apply sends nothing twice",
    async (at, sent) => {
      const { sandbox, env, dir } = await points(days(3));
      await killAtRequest(sandbox, APPLY, { dir, env }, { match: { method: "POST", path: POINTS_PATH }, at });
      const next = await runCli(APPLY, { dir, env });
      expect(next.code).toBe(6);
      expect(summaryOf(next)).toMatchObject({ read: 3, created: 0, rejected: 3 });
      expect(sandbox.log).toHaveLength(1);
      if (sent === 1) {
        expect(sandbox.analytics.points.map(({ values }) => values)).toEqual([[1], [1], [1]]);
      }
    },
  );

  test("events are treated the same, and with resend points go again by themselves", async () => {
    const { sandbox, env, dir } = await points(
      days(1),
      POINTS.replace("object: Metric", "object: Metric, resend: true"),
    );
    writeFileSync(join(dir, "syncs/events.yaml"), EVENTS);
    writeFileSync(join(dir, "events.csv"), "mail,action,time\na@x.org,login,2026-01-31T10:00:00Z\n");
    sandbox.seed("Enduser", [{ email: "a@x.org", externalId: "a" }]);
    sandbox.faults.add({ match: { method: "POST" }, times: 1, action: { kind: "dropAfterCommit" } });
    // One after the other: together they are written at the same time, and either may meet the fault.
    const lost = JSON.parse((await runMain([...APPLY, "events"], { dir, env })).stdout);
    expect(lost.syncs.map(({ summary }: { summary: object }) => summary)).toMatchObject([{ failed: 1 }]);
    sandbox.faults.add({ match: { path: POINTS_PATH }, times: 1, action: { kind: "dropAfterCommit" } });
    await runMain([...APPLY, "points"], { dir, env });
    const last = JSON.parse((await runMain(APPLY, { dir, env })).stdout);
    expect(last.syncs.map(({ summary }: { summary: object }) => summary)).toMatchObject([
      { rejected: 1 },
      { created: 1 },
    ]);
    expect(sandbox.analytics.activities).toHaveLength(1);
  });
});

describe("the tenant's UUID", () => {
  test("is needed for points alone, and the message says where it stands", async () => {
    const { env, dir } = await points(days(1));
    for (const argv of [["plan"], APPLY]) {
      const { code, stderr } = await runMain(argv, { dir, env: { ...env, PLANHAT_TENANT_UUID: "" } });
      expect(code).toBe(4);
      expect(stderr).toMatch(/The sync points needs the tenant's UUID, which is not set\./);
      expect(stderr).toContain("Developer section");
    }
    const wrong = await runMain(APPLY, { dir, env: { ...env, PLANHAT_TENANT_UUID: "../companies" } });
    expect(wrong).toMatchObject({ code: 4, stderr: expect.stringContaining("and what is set is none") });
    const other = await runMain(APPLY, { dir, env: { ...env, PLANHAT_TENANT_UUID: "somebody-else" } });
    expect(other).toMatchObject({ code: 4, stdout: expect.stringContaining("PLANHAT_TENANT_UUID") });
    expect(summaryOf(other)).toMatchObject({ notAttempted: 1 });
  });

  test("makes the API token unnecessary where only points are written", async () => {
    const { env, dir } = await points(days(1));
    const { PLANHAT_API_TOKEN: _, ...rest } = env;
    expect((await runMain(APPLY, { dir, env: rest })).code).toBe(0);
  });

  test("and its points never leave a sandbox for the real Planhat", async () => {
    const { env, dir } = await points(days(1));
    const { PLANHAT_ANALYTICS_URL: _, ...rest } = env;
    const { code, stderr } = await runMain(APPLY, { dir, env: rest });
    expect(code).toBe(4);
    expect(stderr).toContain("would go to the real Planhat");
  });

  test("is in no byte that is printed or stored, though every path holds it", async () => {
    const TENANT = "5f0c2b9e-1111-4222-8333-canarycanary";
    const { sandbox, env: planhat } = await makeSandbox({ tenantUuid: TENANT });
    sandbox.seed("Company", [{ name: "Acme", externalId: "a1" }]);
    const env = { ...planhat, PLANHAT_TENANT_UUID: TENANT };
    const dir = await makeProject({
      "planhat-sync.yaml": FAST,
      "syncs/points.yaml": POINTS,
      "points.csv": days(2),
    });
    const outputs: string[] = [];
    const run = async (argv: readonly string[]) => {
      const { stdout, stderr } = await runMain(argv, { dir, env });
      outputs.push(stdout, stderr);
    };
    const faults = [
      { kind: "status", code: 500, body: `no: ${TENANT}` },
      { kind: "status", code: 404, body: `Cannot POST /dimensiondata/${TENANT}` },
      { kind: "status", code: 200, body: `<a href="/${TENANT}">` },
      { kind: "status", code: 400, body: `bad ${TENANT}` },
    ] as const;
    for (const action of faults) {
      sandbox.faults.add({ match: { method: "POST" }, times: 1, action });
      await run(["apply", "--auto-approve", "--verbose"]);
      await run(["state", "forget", "points"]);
    }
    await run(["plan", "--verbose"]);
    await run(["apply", "--auto-approve", "--verbose"]);
    await run(["rejects", "--format", "json"]);
    await run(["state", "show", "points", "--format", "json"]);
    expect(sandbox.analytics.points).toHaveLength(2);
    expect(outputs.join("")).toContain("POST /dimensiondata/***");
    const stored = readdirSync(join(dir, ".planhat-sync"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"));
    for (const text of [...outputs, ...stored]) expect(text.includes(TENANT)).toBe(false);
  });
});
