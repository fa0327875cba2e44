import { execFile } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { ProgramSource } from "../../src/app/scaffold/program-source.ts";
import { projectFiles } from "../../src/app/scaffold/scaffold.ts";
import { workflowFiles } from "../../src/app/scaffold/workflow-files.ts";
import { COMMANDS } from "../../src/cli/commands/index.ts";
import { csvKind } from "../../src/sources/csv/csv-kind.ts";
import { runMain } from "../support/cli.ts";
import { COMPANIES, FAST, makeProject, makeSandbox } from "../support/project.ts";

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly if?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  readonly env?: unknown;
  readonly "timeout-minutes"?: number;
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly concurrency: { readonly group: string; readonly "cancel-in-progress": boolean };
  readonly jobs: Readonly<Record<string, Job>>;
  readonly env?: unknown;
}

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const LOCKFILE: ProgramSource = { kind: "lockfile" };
const textsFor = (source: ProgramSource) =>
  new Map([...workflowFiles(source)].map(([path, text]) => [basename(path), text]));
const TEXTS = textsFor(LOCKFILE);
const workflow = (name: string): Workflow => parse(TEXTS.get(name) ?? "");

const FORK = "github.event.pull_request.head.repo.full_name";
const SAME_REPOSITORY = `${FORK} == github.repository && github.actor != 'dependabot[bot]'`;

test("init writes these workflows, and the page about CI shows them", () => {
  const files = projectFiles(csvKind.scaffold, { target: "sandbox", hasEnvironments: false }, LOCKFILE);
  const page = readFileSync(join(root, "docs", "ci.md"), "utf8");
  expect([...TEXTS.keys()].sort()).toEqual(["apply.yml", "plan.yml"]);
  for (const [name, text] of TEXTS) {
    expect(files.get(`.github/workflows/${name}`)).toBe(text);
    expect(page).toContain(`\`\`\`yaml\n${text}\`\`\``);
  }
});

describe.each([...TEXTS.keys()])("%s", (name) => {
  const { on, permissions, concurrency, jobs, env } = workflow(name);
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test("[C7] runs for no event that would give a fork's code our secrets", () => {
    expect(Object.keys(on)).not.toContain("pull_request_target");
    expect(Object.keys(on)).not.toContain("workflow_run");
  });

  test("has no permission that it does not need, job by job", () => {
    expect(permissions).toEqual({});
    for (const [job, { permissions: own }] of Object.entries(jobs)) {
      const comment = job === "plan" ? { "pull-requests": "write" } : {};
      expect(own).toEqual({ contents: "read", ...comment });
    }
  });

  test("uses GitHub's own actions, each of a fixed major version, and leaves no credentials behind", () => {
    for (const { uses, with: given } of steps) {
      if (uses === undefined) continue;
      expect(uses).toMatch(/^actions\/[a-z-]+@v\d+$/);
      if (uses.startsWith("actions/checkout@")) expect(given).toEqual({ "persist-credentials": false });
    }
  });

  test("installs what package-lock.json says, without scripts of packages", () => {
    const installs = steps.flatMap(({ run = "" }) => run.match(/npm .*/g) ?? []);
    expect(new Set(installs)).toEqual(new Set(["npm ci --ignore-scripts"]));
  });

  test("puts nothing of an event into a script, where it could be code", () => {
    for (const { run } of steps) expect(run ?? "").not.toContain("${{");
  });

  test("gives secrets to the step that needs them alone, and never to a fork", () => {
    expect([env, ...Object.values(jobs).map((job) => job.env)]).toEqual([
      undefined,
      ...Object.keys(jobs).map(() => undefined),
    ]);
    for (const [, job] of Object.entries(jobs)) {
      for (const step of job.steps) {
        if (!JSON.stringify(step).includes("secrets.")) continue;
        expect(["Plan", "Apply"]).toContain(step.name);
        const guarded = name === "plan.yml" ? SAME_REPOSITORY : "github.ref == 'refs/heads/main'";
        expect(job.if).toContain(guarded);
      }
    }
  });

  test("ends in a bounded time, and two of a kind do not run at once", () => {
    for (const job of Object.values(jobs)) expect(job["timeout-minutes"]).toBeGreaterThan(0);
    expect(concurrency["cancel-in-progress"]).toBe(name === "plan.yml");
  });

  test("calls commands and options that there are", () => {
    const calls = steps.flatMap(({ run = "" }) => [...run.matchAll(/^ *planhat-sync (.*?)(?: \|\| .*)?$/gm)]);
    expect(calls.length).toBeGreaterThan(2);
    for (const [, call = ""] of calls) {
      const [verb, ...words] = call.split(" ");
      const command = COMMANDS.map((register) => register(() => async () => undefined)).find(
        (one) => one.name() === verb,
      );
      const known = [...(command?.options ?? []).map(({ long }) => long), "--format"];
      for (const word of words.filter((one) => one.startsWith("--"))) expect(known).toContain(word);
    }
  });
});

test("[C7] a fork's pull request is checked, and told why there is no plan", () => {
  const { jobs } = workflow("plan.yml");
  expect(jobs["check"]?.if).toBeUndefined();
  const why = jobs["check"]?.steps.find(({ name }) => name === "Say why there is no plan");
  expect(why?.if).toBe(`${FORK} != github.repository || github.actor == 'dependabot[bot]'`);
});

/** Runs the scripts of a job as a runner does: one shell a step, each with a summary of its own. */
async function runJob(
  name: string,
  job: string,
  options: { readonly dir: string; readonly env: Readonly<Record<string, string>>; readonly known?: string },
) {
  const { dir, env, known = "" } = options;
  const bin = join(dir, ".bin");
  mkdirSync(bin);
  const shim = (command: string, script: string): void => {
    writeFileSync(join(bin, command), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, command), 0o755);
  };
  shim("planhat-sync", `exec '${process.execPath}' '${join(root, "dist", "bin.js")}' "$@"`);
  shim("npm", "exit 0");
  shim("gh", `case "$*" in *--jq*) printf '%s' '${known}' ;; *) echo "$@" >> gh.log ;; esac`);
  const results: { name: string; code: number; stdout: string; stderr: string; summary: string }[] = [];
  let failed = false;
  for (const [index, step] of (workflow(name).jobs[job]?.steps ?? []).entries()) {
    if (step.run === undefined || step.name === "Say why there is no plan") continue;
    if (failed && step.if?.startsWith("always()") !== true) continue;
    if (step.if?.includes("hashFiles('plan.md')") === true && !existsSync(join(dir, "plan.md"))) continue;
    const summary = join(dir, `summary-${index}.md`);
    const script = join(dir, `step-${index}.sh`);
    writeFileSync(summary, "");
    writeFileSync(script, step.run);
    const all = {
      PATH: `${bin}${delimiter}${process.env["PATH"] ?? ""}`,
      CI: "true",
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_PATH: join(dir, "github-path"),
      GITHUB_WORKSPACE: dir,
      GITHUB_REPOSITORY: "acme/crm",
      PULL_REQUEST: "7",
      ...(step.env?.["PLANHAT_API_TOKEN"] === undefined ? {} : env),
    };
    const result = await shell(script, dir, all);
    failed ||= result.code !== 0;
    results.push({ name: step.name ?? step.run, ...result, summary: readFileSync(summary, "utf8") });
  }
  return { failed, step: (wanted: string) => results.find((one) => one.name === wanted) };
}

function shell(script: string, cwd: string, env: Readonly<Record<string, string>>) {
  return new Promise<{ code: number; stdout: string; stderr: string }>((done) => {
    execFile("bash", ["--noprofile", "--norc", "-e", script], { cwd, env }, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr });
    });
  });
}

async function project(csv = "id,name,phase\nc1,Acme,Trial\n,Nobody,Trial\n") {
  const { env, sandbox } = await makeSandbox();
  const dir = await makeProject({
    "planhat-sync.yaml": FAST,
    "syncs/companies.yaml": COMPANIES,
    "companies.csv": csv,
  });
  return { dir, env, sandbox };
}

describe("the steps of a plan, run", () => {
  test("comment, annotate and keep the page, also where rows are rejected", async () => {
    const { dir, env } = await project();
    const { failed, step } = await runJob("plan.yml", "plan", { dir, env });
    expect(failed).toBe(false);
    expect(step("Plan")?.stdout).toMatch(/^::warning file=syncs\/companies\.yaml,line=\d+/);
    const comment = readFileSync(join(dir, "plan.md"), "utf8");
    expect(comment).toMatch(/^<!-- planhat-sync plan -->\n### planhat-sync plan: 1 to create/);
    expect(comment).not.toContain("Acme");
    expect(readFileSync(join(dir, "gh.log"), "utf8")).toBe(
      "api --silent --method POST repos/acme/crm/issues/7/comments --field body=@plan.md\n",
    );
    expect(existsSync(join(dir, "plan.html"))).toBe(true);
  });

  test("take the comment of the last time where there is one", async () => {
    const { dir, env } = await project();
    await runJob("plan.yml", "plan", { dir, env, known: "4711" });
    expect(readFileSync(join(dir, "gh.log"), "utf8")).toBe(
      "api --silent --method PATCH repos/acme/crm/issues/comments/4711 --field body=@plan.md\n",
    );
  });

  test("fail where the token is wrong, and the comment says why", async () => {
    const { dir, env } = await project();
    const wrong = { ...env, PLANHAT_API_TOKEN: "wrong-token" };
    const { failed, step } = await runJob("plan.yml", "plan", { dir, env: wrong });
    expect(failed).toBe(true);
    expect(step("Plan")?.code).toBe(4);
    expect(readFileSync(join(dir, "plan.md"), "utf8")).toContain("Planhat did not accept the API token");
    expect(existsSync(join(dir, "gh.log"))).toBe(true);
  });
});

test("the steps of a check need no secret", async () => {
  const { dir } = await project();
  const { failed } = await runJob("plan.yml", "check", { dir, env: {} });
  expect(failed).toBe(false);
});

test("the steps of an apply write, and say so in the summary", async () => {
  const { dir, env, sandbox } = await project();
  const { failed, step } = await runJob("apply.yml", "apply", { dir, env });
  expect(failed).toBe(false);
  expect(sandbox.records("Company").map(({ name }) => name)).toEqual(["Acme"]);
  expect(step("Apply")?.summary).toContain(
    "### planhat-sync apply: done, but not all, 1 created, 1 rejected",
  );
  expect(step("Apply")?.stdout).not.toContain("Acme");
});

test("the project that init makes passes the check of its own workflow", async () => {
  const lock = { packages: { "node_modules/planhat-sync": { version: "0.1.0" } } };
  const dir = await makeProject({ "package-lock.json": JSON.stringify(lock) });
  expect(await runMain(["init"], { dir })).toMatchObject({ code: 0 });
  const { failed } = await runJob("plan.yml", "check", { dir, env: {} });
  expect(failed).toBe(false);
});
