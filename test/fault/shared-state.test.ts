import { writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Sandbox } from "../../src/sandbox/start-sandbox.ts";
import { type CuttingProxy, startCuttingProxy } from "../state/cutting-proxy.ts";
import { ended, runCli, runMain, startCli } from "../support/cli.ts";
import { type PostgresServer, startPostgres } from "../support/postgres-server.ts";
import { COMPANIES, companiesCsv, FAST, makeProject, makeSandbox } from "../support/project.ts";

const ROWS = 1000;
const APPLY = ["apply", "--auto-approve", "--format", "json"];

let server: PostgresServer;
let proxy: CuttingProxy;
beforeAll(async () => {
  server = await startPostgres();
  await server.query(`grant create on database ${server.database} to reader`);
  proxy = await startCuttingProxy(Number(new URL(server.url).port));
});
afterAll(async () => {
  await proxy.close();
  await server.stop();
});

type Store = "SQLite" | "PostgreSQL";
const STORES: readonly Store[] = ["SQLite", "PostgreSQL"];
let states = 0;

interface Surroundings {
  readonly sandbox: Sandbox;
  readonly env: Readonly<Record<string, string>>;
  /** A checkout of the project: with SQLite it is the one that holds the state. */
  checkout(): Promise<string>;
}

async function begin(store: Store, url = server.url): Promise<Surroundings> {
  const { sandbox, env } = await makeSandbox();
  states += 1;
  const make = (): Promise<string> =>
    makeProject({
      "planhat-sync.yaml": store === "SQLite" ? FAST : `${FAST}state: \${STATE_URL}\n`,
      "syncs/companies.yaml": `${COMPANIES}batch: { size: 100 }\n`,
      "companies.csv": companiesCsv(ROWS),
    });
  const only = store === "SQLite" ? await make() : undefined;
  return {
    sandbox,
    env: { ...env, STATE_URL: `${url}?sslmode=disable&schema=shared_${states}` },
    checkout: async () => only ?? (await make()),
  };
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo()));
}

describe.each(STORES)("a state in %s", (store) => {
  test("[X2] eight applies at once: one at a time, none lost, nothing created twice", async () => {
    const { sandbox, env, checkout } = await begin(store);
    const dirs = await Promise.all(Array.from({ length: 8 }, checkout));
    const results = await Promise.all(
      dirs.map((dir) => runCli([...APPLY, "--lock-timeout", "10m"], { dir, env })),
    );
    expect(results.map(({ code, stderr }) => (code === 0 ? 0 : stderr))).toEqual(dirs.map(() => 0));
    const summaries = results.map(({ stdout }) => JSON.parse(stdout).syncs[0].summary);
    expect(summaries.reduce((sum, { created }) => sum + created, 0)).toBe(ROWS);
    expect(summaries.filter(({ unchanged }) => unchanged === ROWS)).toHaveLength(7);
    expect(sandbox.records("Company")).toHaveLength(ROWS);
    expect(sandbox.history.createdTwice()).toEqual([]);

    const { stdout } = await runMain(["runs", "--format", "json"], { dir: dirs[0] ?? "", env });
    const runs: readonly { readonly run: string; readonly startedAt: string; readonly finishedAt: string }[] =
      JSON.parse(stdout).runs;
    expect(new Set(runs.map(({ run }) => run))).toEqual(
      new Set(results.map(({ stdout }) => JSON.parse(stdout).run)),
    );
    for (const [index, { startedAt }] of runs.slice(0, -1).entries()) {
      expect(Date.parse(startedAt)).toBeGreaterThanOrEqual(Date.parse(runs[index + 1]?.finishedAt ?? ""));
    }
  });

  test("[X2] without --lock-timeout a second apply exits 4, says who writes, and writes nothing", async () => {
    const { sandbox, env, checkout } = await begin(store);
    const job = "https://ci.example/jobs/7";
    const fault = sandbox.faults.add({ match: { method: "PUT", nth: 2 }, action: { kind: "slow" } });
    const first = startCli(APPLY, { dir: await checkout(), env: { ...env, CI_JOB_URL: job } });
    const over = ended(first);
    await fault.reached;
    const writes = sandbox.log.filter(({ method }) => method === "PUT").length;
    const second = await runCli(APPLY, { dir: await checkout(), env });
    expect(second.code).toBe(4);
    expect(second.stderr).toContain("Another apply is writing with this state: run ");
    expect(second.stderr).toContain(`on ${hostname()} (process ${first.pid}, ${job})`);
    expect(second.stderr).toContain("--lock-timeout 10m");
    expect(sandbox.log.filter(({ method }) => method === "PUT")).toHaveLength(writes);
    const shown = await runMain(["state", "show", "--format", "json"], { dir: await checkout(), env });
    expect(JSON.parse(shown.stdout).lock).toMatchObject({ pid: first.pid, job });
    fault.release();
    expect((await over).code).toBe(0);
  });

  test("[X3] a killed apply's lock is taken over at once, and the next one goes on from there", async () => {
    const { sandbox, env, checkout } = await begin(store);
    const fault = sandbox.faults.add({ match: { method: "PUT", nth: 4 }, action: { kind: "slow" } });
    const child = startCli(APPLY, { dir: await checkout(), env });
    const over = ended(child);
    await fault.reached;
    child.kill("SIGKILL");
    await over;
    fault.release();
    const next = await runCli(APPLY, { dir: await checkout(), env });
    expect(next.code).toBe(0);
    expect(sandbox.records("Company")).toHaveLength(ROWS);
    expect(sandbox.history.createdTwice()).toEqual([]);
  });

  test("[P5, X3] an apply that was stopped while its lock was taken away sends nothing more when it wakes, and exits 4", async () => {
    const { sandbox, env, checkout } = await begin(store);
    const dir = await checkout();
    const fault = sandbox.faults.add({ match: { method: "PUT", nth: 3 }, action: { kind: "slow" } });
    const sleeper = startCli(APPLY, { dir, env });
    const over = ended(sleeper);
    await fault.reached;
    // Two batches are settled, one is in flight and the next one announced: nothing is left to do but to wait.
    await until(async () => {
      const { stdout } = await runMain(["state", "show", "--format", "json"], { dir, env });
      const [sync] = JSON.parse(stdout).syncs;
      return sync?.records === 200 && sync.pending === 200;
    });
    sleeper.kill("SIGSTOP");
    const unlock = await runCli(["state", "unlock", "--auto-approve"], { dir, env });
    expect(unlock.stdout).toContain(`(process ${sleeper.pid}) is gone`);
    const heir = await runCli(APPLY, { dir: await checkout(), env });
    expect(heir.code).toBe(0);
    const writes = sandbox.log.filter(({ method }) => method === "PUT").length;
    fault.release();
    sleeper.kill("SIGCONT");
    const { code, stdout } = await over;
    expect(code).toBe(4);
    expect(JSON.parse(stdout).status).toBe("failed");
    expect(sandbox.log.filter(({ method }) => method === "PUT")).toHaveLength(writes);
    expect(sandbox.records("Company")).toHaveLength(ROWS);
    expect(sandbox.history.createdTwice()).toEqual([]);
    // What the heir saved stands.
    const last = JSON.parse((await runCli(APPLY, { dir, env })).stdout).syncs[0];
    expect(last).toMatchObject({ summary: { unchanged: ROWS }, calls: { write: 0 } });
  });

  test("[X16] plan, preview, rejects, runs and state show make nothing", async () => {
    const { env, checkout } = await begin(store);
    const dir = await checkout();
    for (const argv of [["plan"], ["preview", "companies"], ["rejects"], ["runs"], ["state", "show"]]) {
      expect((await runMain(argv, { dir, env })).code).toBe(0);
    }
    if (store === "SQLite") return;
    const schema = new URL(env["STATE_URL"] ?? "").searchParams.get("schema");
    expect(await server.query(`select 1 from pg_namespace where nspname = '${schema}'`)).toEqual([]);
  });
});

test("[X5] a session of PostgreSQL that is terminated while its apply holds the lock: it goes on, and ends with 0", async () => {
  const { sandbox, env, checkout } = await begin("PostgreSQL");
  const fault = sandbox.faults.add({ match: { method: "PUT", nth: 3 }, action: { kind: "slow" } });
  const over = runCli(APPLY, { dir: await checkout(), env });
  await fault.reached;
  const killed = await server.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'reader' and backend_type = 'client backend'",
  );
  expect(killed.length).toBeGreaterThan(0);
  fault.release();
  const { code, stdout } = await over;
  expect(code).toBe(0);
  expect(JSON.parse(stdout).syncs[0].summary).toMatchObject({ created: ROWS });
});

test("[X5, X11] a database that is gone for good fails the run with 4; the next apply settles what was not saved", async () => {
  const away = await startCuttingProxy(Number(new URL(server.url).port));
  const { sandbox, env, checkout } = await begin("PostgreSQL", away.through(server.url));
  const fault = sandbox.faults.add({ match: { method: "PUT", nth: 3 }, action: { kind: "slow" } });
  const soon = {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    sleep: () => new Promise<void>((done) => setImmediate(done)),
  };
  const over = runMain(APPLY, { dir: await checkout(), env, clock: soon });
  await fault.reached;
  await away.close();
  fault.release();
  const { code, stdout } = await over;
  expect(code).toBe(4);
  expect(JSON.parse(stdout).status).toBe("failed");
  const again = { ...env, STATE_URL: (env["STATE_URL"] ?? "").replace(away.through(server.url), server.url) };
  const dir = await checkout();
  // The run was this very process, which lives: its lock has to be taken away.
  await runMain(["state", "unlock", "--auto-approve"], { dir, env: again });
  const next = await runMain(APPLY, { dir, env: again });
  expect(next.code).toBe(0);
  expect(sandbox.records("Company")).toHaveLength(ROWS);
  expect(sandbox.history.createdTwice()).toEqual([]);
});

test("[P6, X11] a disk that takes no more of the state fails the run with 4; the next apply settles what was not saved", async () => {
  const { sandbox, env, checkout } = await begin("SQLite");
  const dir = await checkout();
  const full = await runCli(APPLY, { dir, env, fileLimit: 500 });
  expect(full.code).toBe(4);
  expect(full.stderr + full.stdout).toMatch(/The state file cannot be used/);
  const sent = sandbox.records("Company").length;
  expect(sent).toBeGreaterThan(0);
  expect(sent).toBeLessThan(ROWS);
  const next = await runCli(APPLY, { dir, env });
  expect(next.code).toBe(0);
  expect(sandbox.records("Company")).toHaveLength(ROWS);
  expect(sandbox.history.createdTwice()).toEqual([]);
});

test("[P17, X1] a state that a plan finds damaged or too new is refused with 4, and nothing is written", async () => {
  const { sandbox, env, checkout } = await begin("PostgreSQL");
  const dir = await checkout();
  await runMain(APPLY, { dir, env });
  const schema = new URL(env["STATE_URL"] ?? "").searchParams.get("schema");
  await server.query(`update ${schema}.meta set version = 9`);
  await writeFile(join(dir, "companies.csv"), companiesCsv(ROWS, "Customer"));
  const writes = sandbox.log.length;
  for (const argv of [["plan"], APPLY, ["state", "show"]]) {
    const { code, stderr } = await runMain(argv, { dir, env });
    expect(code).toBe(4);
    expect(stderr).toContain("made by a newer planhat-sync");
    expect(stderr).not.toContain("reader-password");
  }
  expect(sandbox.log).toHaveLength(writes);
});
