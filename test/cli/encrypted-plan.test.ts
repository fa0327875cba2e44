import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runMain } from "../support/cli.ts";
import { planLines, writePlanLines } from "../support/plan-file.ts";
import { COMPANIES, FAST, makeProject, makeSandbox } from "../support/project.ts";

const KEY = Buffer.from([...Array(32).keys()].map((byte) => byte * 7 + 1));
const OTHER = Buffer.alloc(32, 9).toString("hex");
const TOKEN = "canary-token/Ab12+Cd34=Ef56";

async function world() {
  const { sandbox, env } = await makeSandbox({ token: TOKEN });
  const dir = await makeProject({
    "planhat-sync.yaml": FAST,
    "syncs/companies.yaml": COMPANIES,
    "companies.csv": `id,name,phase\nc1,Acme of Oslo,Trial\nc2,Echo ${TOKEN},Trial\n`,
  });
  const run = (argv: readonly string[], more: Readonly<Record<string, string>> = {}) =>
    runMain(argv, { dir, env: { ...env, ...more } });
  const puts = () => sandbox.log.filter(({ method }) => method === "PUT").length;
  return { sandbox, dir, run, puts, file: join(dir, "p.plan") };
}

const WITH_KEY = { PLANHAT_SYNC_PLAN_KEY: KEY.toString("hex") };

describe("[X8, C13] with a key for plan files", () => {
  test.each([
    ["64 hexadecimal digits", KEY.toString("hex")],
    ["64 hexadecimal digits in upper case", KEY.toString("hex").toUpperCase()],
    ["Base64", KEY.toString("base64")],
    ["Base64 for addresses", KEY.toString("base64url")],
    ["a line with a line end", `${KEY.toString("base64")}\n`],
  ])("in %s, a plan is encrypted, shown and applied", async (_, written) => {
    const { sandbox, run, file } = await world();
    const env = { PLANHAT_SYNC_PLAN_KEY: written };
    expect((await run(["plan", "--out", "p.plan"], env)).code).toBe(0);
    const bytes = await readFile(file);
    expect(bytes.subarray(0, 20).toString()).toBe("planhat-sync plan 3 ");
    // Neither as it is nor packed.
    expect(bytes.includes("Acme")).toBe(false);
    expect(bytes.includes(Buffer.from([0x1f, 0x8b, 0x08]))).toBe(false);
    const shown = await run(["show", "p.plan"], env);
    expect([shown.code, shown.stdout]).toEqual([0, expect.stringContaining("Acme of Oslo")]);
    expect(shown.stdout + shown.stderr).not.toContain(TOKEN);
    expect((await run(["apply", "p.plan"], WITH_KEY)).code).toBe(0);
    expect(sandbox.records("Company").map(({ name }) => name)).toEqual(["Acme of Oslo", `Echo ${TOKEN}`]);
    // One plan, whatever its nonce.
    expect((await run(["apply", "p.plan"], WITH_KEY)).code).toBe(7);
  });

  test("from a file, in .env too, it is the same", async () => {
    const { dir, run } = await world();
    await writeFile(join(dir, "plan.key"), `${KEY.toString("base64")}\n`);
    expect((await run(["plan", "--out", "p.plan"], { PLANHAT_SYNC_PLAN_KEY_FILE: "plan.key" })).code).toBe(0);
    await writeFile(join(dir, ".env"), "PLANHAT_SYNC_PLAN_KEY_FILE=plan.key\n");
    expect((await run(["apply", "p.plan"])).code).toBe(0);
  });

  test("two files of one plan differ, and one of them is as good as the other", async () => {
    const { run, file } = await world();
    await run(["plan", "--out", "p.plan"], WITH_KEY);
    const first = await readFile(file);
    await run(["plan", "--out", "p.plan"], WITH_KEY);
    const second = await readFile(file);
    expect(second.subarray(0, 45)).not.toEqual(first.subarray(0, 45));
    expect(second.subarray(45, 90)).not.toEqual(first.subarray(45, 90));
  });

  test("a plan that is not encrypted is refused with 7, also one with the right checksum", async () => {
    const { run, puts, file, dir } = await world();
    await writeFile(join(dir, "companies.csv"), "id,name,phase\nc1,Acme,Trial\n");
    expect((await run(["plan", "--out", "p.plan"])).code).toBe(0);
    await writePlanLines(file, await planLines(file));
    for (const command of ["apply", "show"]) {
      const { code, stderr } = await run([command, "p.plan"], WITH_KEY);
      expect([code, stderr]).toEqual([7, expect.stringContaining("is not encrypted, although a key")]);
    }
    expect(puts()).toBe(0);
  });

  test("a plan under another key is refused with 7, and one without a key with 4", async () => {
    const { run, puts } = await world();
    await run(["plan", "--out", "p.plan"], WITH_KEY);
    const foreign = await run(["apply", "p.plan"], { PLANHAT_SYNC_PLAN_KEY: OTHER });
    expect([foreign.code, foreign.stderr]).toEqual([
      7,
      expect.stringContaining("encrypted with another key"),
    ]);
    const none = await run(["apply", "p.plan"]);
    expect([none.code, none.stderr]).toEqual([4, expect.stringContaining("there is no key for it")]);
    expect(puts()).toBe(0);
  });

  test("a plan with one byte changed, cut off or added is refused with 7, wherever it is", async () => {
    const { run, puts, file } = await world();
    await run(["plan", "--out", "p.plan"], WITH_KEY);
    const good = await readFile(file);
    const step = Math.ceil(good.length / 60);
    const spoilt = [
      ...[...Array(60).keys()].map((index) => {
        const copy = Buffer.from(good);
        const at = Math.min(good.length - 1, index * step);
        copy[at] = (copy[at] ?? 0) ^ 1;
        return copy;
      }),
      good.subarray(0, -1),
      good.subarray(0, 60),
      good.subarray(0, 45),
      Buffer.concat([good, Buffer.from("x")]),
    ];
    for (const bytes of spoilt) {
      await writeFile(file, bytes);
      expect((await run(["apply", "p.plan"], WITH_KEY)).code).toBe(7);
    }
    expect(puts()).toBe(0);
  });

  test.each([
    ["too short", "abc", /not a key of 32 bytes/],
    ["of 31 bytes", Buffer.alloc(31, 1).toString("base64"), /not a key of 32 bytes/],
    ["of 33 bytes", Buffer.alloc(33, 1).toString("hex"), /not a key of 32 bytes/],
    ["a passphrase", "correct horse battery staple correct horse!", /not a key of 32 bytes/],
  ])("one that is %s ends with 4 before anything is asked, and is not printed", async (_, written, says) => {
    const { run, sandbox } = await world();
    const { code, stdout, stderr } = await run(["plan", "--out", "p.plan"], {
      PLANHAT_SYNC_PLAN_KEY: written,
    });
    expect([code, stderr]).toEqual([4, expect.stringMatching(says)]);
    if (written.length > 5) expect(stdout + stderr).not.toContain(written);
    expect(sandbox.log).toEqual([]);
  });

  test("a file that is not there, and two keys at once, are told", async () => {
    const { run } = await world();
    const missing = await run(["plan", "--out", "p.plan"], { PLANHAT_SYNC_PLAN_KEY_FILE: "nowhere" });
    expect([missing.code, missing.stderr]).toEqual([
      4,
      expect.stringContaining("PLANHAT_SYNC_PLAN_KEY_FILE"),
    ]);
    const two = { ...WITH_KEY, PLANHAT_SYNC_PLAN_KEY_FILE: "plan.key" };
    const both = await run(["plan", "--out", "p.plan"], two);
    expect([both.code, both.stderr]).toEqual([4, expect.stringContaining("are both set")]);
  });
});

const EARLIER = "planhat-sync plan 2 as it was\n";

test("without a key, a plan that would show a secret of the project is not saved", async () => {
  const { run, dir } = await world();
  await writeFile(join(dir, "p.plan"), EARLIER);
  const { code, stdout, stderr } = await run(["plan", "--out", "p.plan"]);
  expect(code).toBe(4);
  expect(stderr).toContain("the record c2 of companies");
  expect(stderr).toContain("PLANHAT_SYNC_PLAN_KEY");
  expect(stdout + stderr).not.toContain(TOKEN);
  expect(await readFile(join(dir, "p.plan"), "utf8")).toBe(EARLIER);
});
