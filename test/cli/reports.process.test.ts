import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCli, runMain } from "../support/cli.ts";
import { FAST, makeProject, makeSandbox } from "../support/project.ts";

const SYNC = `version: 1
name: companies
source: { csv: { path: companies.csv } }
target: { object: Company }
mode: upsert
key: externalId
fields:
  externalId: id
  name: name
  custom.Seats: $number(seats)
guards:
  minRows: 1
`;

const ROWS = "id,name,seats\nc1,Acme,5\nc2,Bolt,x\nc3,Cedar,y\n";

async function project(csv = ROWS) {
  const { sandbox, env } = await makeSandbox();
  const dir = await makeProject({
    "planhat-sync.yaml": FAST,
    "syncs/companies.yaml": SYNC,
    "companies.csv": csv,
  });
  return { dir, env, sandbox };
}

describe("--format github", () => {
  test("annotates rejects at the line of their field, and the log has the whole plan", async () => {
    const { dir, env } = await project();
    const { code, stdout } = await runMain(["plan", "--format", "github"], { dir, env });
    expect(code).toBe(6);
    expect(stdout).toMatch(
      /^::warning file=syncs\/companies\.yaml,line=10,col=3,title=expression-failed::2 rows rejected: .*%0Afor example companies\.csv:3 {2}key c2\n/,
    );
    expect(stdout).toContain("\nPlan: 1 to create, 0 to update. 2 rows rejected.\n");
  });

  test("annotates a broken guard at the guards of its definition", async () => {
    const { dir, env } = await project("id,name,seats\n");
    const { code, stdout } = await runMain(["plan", "--format", "github"], { dir, env });
    expect(code).toBe(5);
    expect(stdout).toContain(
      "::error file=syncs/companies.yaml,line=11,col=1,title=guard::The source of companies",
    );
  });

  test("names files from the root of the repository, wherever the step runs", async () => {
    const { dir, env } = await project();
    const inside = join(dir, "crm");
    mkdirSync(join(inside, "syncs"), { recursive: true });
    writeFileSync(join(inside, "syncs", "companies.yaml"), "version: 1\nnmae: x\n");
    const argv = ["validate", "--format", "github"];
    const github = await runMain(argv, { dir: inside, env: { ...env, GITHUB_WORKSPACE: dir } });
    expect(github.stdout).toContain("::error file=crm/syncs/companies.yaml,");
    const elsewhere = await runMain([...argv, "--project", "crm"], { dir, env });
    expect(elsewhere.stdout).toContain("::error file=crm/syncs/companies.yaml,");
  });

  test("annotates what an apply rejected, and shows the plan before it in the log", async () => {
    const { dir, env, sandbox } = await project();
    sandbox.faults.add({
      match: { method: "PUT" },
      times: 1,
      action: { kind: "refuse", where: { externalId: "c1" }, message: "::error::no\n@you" },
    });
    const argv = ["apply", "--auto-approve", "--format", "github"];
    const { code, stdout } = await runMain(argv, { dir, env });
    expect(code).toBe(6);
    expect(stdout).toContain("Plan: 1 to create");
    expect(stdout).toMatch(
      /^::warning file=syncs\/companies\.yaml,line=1,col=1,title=refused::1 row rejected/m,
    );
    expect(stdout.match(/^::error/gm)).toBeNull();
  });

  test("annotates errors of the definitions, and the stop that they are", async () => {
    const { dir, env } = await project();
    writeFileSync(join(dir, "syncs", "broken.yaml"), "version: 1\n");
    const { code, stdout } = await runMain(["plan", "--format", "github"], { dir, env });
    expect(code).toBe(3);
    expect(stdout).toMatch(/^::error file=syncs\/broken\.yaml,/);
    expect(stdout).toMatch(/^::error title=planhat-sync::The definitions have errors/m);
  });
});

describe("--format markdown", () => {
  test("prints a plan and the report of an apply as comments", async () => {
    const { dir, env } = await project();
    const plan = await runMain(["plan", "--format", "markdown"], { dir, env });
    expect(plan).toMatchObject({ code: 6 });
    expect(plan.stdout).toMatch(/^### planhat-sync plan: 1 to create, 0 to update, 2 rows rejected\n/);
    const apply = await runMain(["apply", "--auto-approve", "--format", "markdown"], { dir, env });
    expect(apply.stdout).toMatch(/^### planhat-sync apply: done, but not all, 1 created, 2 rejected\n/);
    const validate = await runMain(["validate", "--format", "markdown"], { dir, env });
    expect(validate.stdout).toMatch(/^### planhat-sync validate: /);
  });

  test("has the riskiest changes of a plan, not the first ones", async () => {
    const rows = Array.from({ length: 300 }, (_, index) => `c${index},Company ${index},1`);
    const { dir, env, sandbox } = await project(`id,name,seats\n${rows.join("\n")}\n`);
    sandbox.seed("Company", [{ externalId: "c299", name: "Other" }]);
    const { stdout } = await runMain(["plan", "--format", "markdown", "--limit", "1"], { dir, env });
    expect(stdout).toContain("### planhat-sync plan: 299 to create, 1 to update\n");
    expect(stdout.match(/^\| (create|update) .*$/gm)?.[0]).toContain("| update | `c299` |");
  });
});

describe("GITHUB_STEP_SUMMARY", () => {
  test("gets the Markdown of every plan and apply, whatever is printed, one behind the other", async () => {
    const { dir, env } = await project();
    const summary = join(dir, "summary.md");
    writeFileSync(summary, "before\n");
    const withSummary = { ...env, GITHUB_STEP_SUMMARY: summary };
    await runMain(["plan", "--format", "json"], { dir, env: withSummary });
    await runMain(["apply", "--auto-approve"], { dir, env: withSummary });
    const headings = readFileSync(summary, "utf8").match(/^(before|### .*)$/gm);
    expect(headings).toEqual([
      "before",
      "### planhat-sync plan: 1 to create, 0 to update, 2 rows rejected",
      "### planhat-sync apply: done, but not all, 1 created, 2 rejected",
    ]);
  });

  test("gets what validate found and why a command stopped", async () => {
    const { dir, env } = await project();
    const summary = join(dir, "summary.md");
    const withSummary = { ...env, GITHUB_STEP_SUMMARY: summary, PLANHAT_API_TOKEN: "wrong-token" };
    await runMain(["validate"], { dir, env: withSummary });
    expect(readdirSync(dir)).not.toContain("summary.md");
    await runMain(["plan"], { dir, env: withSummary });
    expect(readFileSync(summary, "utf8")).toContain("### planhat-sync: stopped\n\n> [!CAUTION]\n");
    expect(readFileSync(summary, "utf8")).toContain("Planhat did not accept the API token");
    writeFileSync(join(dir, "syncs", "broken.yaml"), "version: 1\n");
    await runMain(["validate"], { dir, env: withSummary });
    expect(readFileSync(summary, "utf8")).toMatch(/### planhat-sync validate: \d+ error/);
  });

  test("that cannot be written is a warning, and the plan is there all the same", async () => {
    const { dir, env } = await project();
    const withSummary = { ...env, GITHUB_STEP_SUMMARY: join(dir, "nowhere", "summary.md") };
    const { code, stdout, stderr } = await runMain(["plan"], { dir, env: withSummary });
    expect(code).toBe(6);
    expect(stdout).toContain("Plan: 1 to create");
    expect(stderr).toContain("warning: The summary of the step could not be written (GITHUB_STEP_SUMMARY)");
  });
});

describe("plan --html", () => {
  test("[C12] writes a page for its owner alone, in place of what was there, and says so", async () => {
    const { dir, env } = await project();
    writeFileSync(join(dir, "plan.html"), "old");
    const { code, stdout, stderr } = await runMain(["plan", "--html", "plan.html"], { dir, env });
    expect(code).toBe(6);
    expect(stdout).toContain("Plan: 1 to create");
    expect(stderr).toContain(`wrote ${join(dir, "plan.html")}`);
    expect(readFileSync(join(dir, "plan.html"), "utf8")).toMatch(
      /^<!doctype html>[\s\S]*Acme[\s\S]*<\/html>\n$/,
    );
    expect(statSync(join(dir, "plan.html")).mode & 0o777).toBe(0o600);
    expect(readdirSync(dir).filter((name) => name.startsWith(".plan.html"))).toEqual([]);
  });

  test("lists more changes than the text, all of a small plan", async () => {
    const rows = Array.from({ length: 300 }, (_, index) => `c${index},Company ${index},1`);
    const { dir, env } = await project(`id,name,seats\n${rows.join("\n")}\n`);
    await runMain(["plan", "--html", "plan.html", "--limit", "5"], { dir, env });
    expect(readFileSync(join(dir, "plan.html"), "utf8").match(/<tr class="create"/g)).toHaveLength(300);
  });

  test.each([
    ["a folder that is not there", "nowhere/plan.html", "could not be written"],
    ["a folder", "syncs", "cannot be written"],
  ])("into %s is refused before anything is asked of Planhat", async (_, file, why) => {
    const { dir, env, sandbox } = await project();
    const { code, stdout, stderr } = await runMain(["plan", "--html", file], { dir, env });
    expect({ code, stdout }).toEqual({ code: 4, stdout: "" });
    expect(stderr).toContain(`error: The page ${why}`);
    expect(sandbox.log).toEqual([]);
  });

  test("into a folder that forbids it is refused too", async () => {
    // Root may write into any folder but such a one.
    const { dir, env } = await project();
    chmodSync(dir, 0o755);
    mkdirSync(join(dir, "closed"), { mode: 0o555 });
    const root = process.getuid?.() === 0;
    const file = root ? "/proc/plan.html" : "closed/plan.html";
    const { code, stderr } = await runCli(["plan", "--html", file], { dir, env });
    expect(code).toBe(4);
    expect(stderr).toContain("The page could not be written");
  });
});

describe("[C18] --hide-values and --hide-keys", () => {
  test.each(["text", "json", "markdown", "github"])(
    "hold in %s, in the page and in the summary",
    async (format) => {
      const { dir, env, sandbox } = await project(
        "id,name,seats\nkey-secret1,value-secret1,5\nkey-secret2,value-secret2,value-secret3\n",
      );
      sandbox.seed("Company", [{ externalId: "key-secret1", name: "value-secret4" }]);
      const all = { ...env, GITHUB_STEP_SUMMARY: join(dir, "summary.md") };
      const hide = ["--hide-values", "--hide-keys", "--format", format];
      const plan = await runMain(["plan", "--html", "plan.html", ...hide], { dir, env: all });
      const apply = await runMain(["apply", "--auto-approve", ...hide], { dir, env: all });
      expect([plan.code, apply.code]).toEqual([6, 6]);
      const files = ["plan.html", "summary.md"].map((name) => readFileSync(join(dir, name), "utf8"));
      const everything = [plan.stdout, plan.stderr, apply.stdout, apply.stderr, ...files].join("\n");
      expect(everything).not.toMatch(/(key|value)-secret\d/);
      expect(plan.stdout).toContain("sha256:");
    },
  );

  test("keys cannot be hidden where every call is printed", async () => {
    const { dir, env } = await project();
    const { code, stderr } = await runMain(["plan", "--hide-keys", "--verbose"], { dir, env });
    expect(code).toBe(3);
    expect(stderr).toContain("--verbose prints the address of every call");
  });
});
