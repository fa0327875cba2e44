// Kills real applies at random moments and looks at what one more apply makes of it. From a seed, so that a failure can
// be had again as far as a moment can: a random delay after the start, or after a random one of its writes.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { OBJECT_TYPES } from "../../build/model/generated/objects.js";
import { startSandbox } from "../../build/sandbox/start-sandbox.js";

const CLI = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "dist", "bin.js");
const COMPANIES = 300;
const ENDUSERS = 200;

const WRITES = (COMPANIES + ENDUSERS) / 10;
/** A write and what is done about it take a few milliseconds. */
const AROUND_A_WRITE_MS = 30;
/** A process needs a second or so to its first write. */
const BEFORE_THE_FIRST_MS = 1500;

/**
 * `moments` times: a new Planhat, an apply that gets SIGKILL at a random moment, one more apply. Every fifth moment
 * lies before the first write, or soon after it where the machine is quick; the others around a random write. Throws
 * with the seed and the moment where something is lost, doubled or left open. Answers how far the killed ones had come.
 */
export async function killAtRandom({ moments, seed, say = () => undefined }) {
  const random = randomFrom(seed);
  const dir = mkdtempSync(join(tmpdir(), "planhat-sync-soak-"));
  const fared = { before: 0, amid: 0, after: 0 };
  try {
    writeProject(dir);
    for (let moment = 1; moment <= moments; moment += 1) {
      const write = moment % 5 === 0 ? 0 : 1 + Math.floor(random() * WRITES);
      const delay = Math.round(random() * (write === 0 ? BEFORE_THE_FIRST_MS : AROUND_A_WRITE_MS));
      const when = `moment ${moment} of ${moments}: ${delay} ms after ${write === 0 ? "the start" : `write ${write}`}`;
      const phase = await killedOnce(dir, { write, delay }, `seed ${seed}, ${when}`);
      fared[phase] += 1;
      say(`${when}, ${phase} the writing`);
    }
    return fared;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function killedOnce(dir, moment, when) {
  return withPlanhat(dir, async (sandbox, env) => {
    const killed = await run(dir, env, killAt(sandbox, moment));
    const created = sandbox.history.created("Company") + sandbox.history.created("Enduser");
    const next = await run(dir, env);
    const problems = [];
    if (next.code !== 0) problems.push(`the next apply ended with ${next.code}: ${next.stderr}`);
    if (sandbox.records("Company").length !== COMPANIES) problems.push("companies are missing or doubled");
    if (sandbox.records("Enduser").length !== ENDUSERS) problems.push("endusers are missing or doubled");
    for (const { value, times } of sandbox.history.createdTwice()) {
      problems.push(`${value} was created ${times} times`);
    }
    const third = await run(dir, env);
    const written = JSON.parse(third.stdout).syncs.reduce((sum, { calls }) => sum + calls.write, 0);
    if (written !== 0) problems.push(`a third apply still had ${written} writes to make`);
    if (problems.length > 0) throw new Error(`${when}: ${problems.join("; ")}`);
    return created === 0
      ? "before"
      : killed.code === null && created < COMPANIES + ENDUSERS
        ? "amid"
        : "after";
  });
}

/** Resolves when it is time to kill: `delay` milliseconds after the start, or after the nth write has come in. */
async function killAt(sandbox, { write, delay }) {
  if (write > 0) {
    const match = { method: "PUT", nth: write };
    await sandbox.faults.add({ match, action: { kind: "slow", at: "beforeCommit", milliseconds: 0 } })
      .reached;
  }
  await new Promise((done) => setTimeout(done, delay));
}

async function withPlanhat(dir, work) {
  rmSync(join(dir, ".planhat-sync"), { recursive: true, force: true });
  const limits = { callsPerMinute: 100_000, callsPerSecond: 100_000 };
  const sandbox = await startSandbox({ objectTypes: OBJECT_TYPES, limits });
  try {
    // `await` here, or the sandbox would close first.
    return await work(sandbox, {
      PATH: process.env.PATH,
      CI: "true",
      PLANHAT_API_URL: sandbox.url,
      PLANHAT_API_TOKEN: sandbox.token,
    });
  } finally {
    await sandbox.close();
  }
}

/** Lets it end, or kills it when `moment` resolves. */
async function run(dir, env, moment) {
  const args = [CLI, "apply", "--auto-approve", "--format", "json"];
  const child = spawn(process.execPath, args, { cwd: dir, env, stdio: ["ignore", "pipe", "pipe"] });
  moment?.then(() => child.kill("SIGKILL"));
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr.setEncoding("utf8").on("data", (chunk) => {
    stderr += chunk;
  });
  const code = await new Promise((done) => child.on("close", done));
  return { code, stdout, stderr };
}

function writeProject(dir) {
  mkdirSync(join(dir, "syncs"));
  const sync = (name, object, fields) =>
    `version: 1\nname: ${name}\nsource: { csv: { path: ${name}.csv } }\ntarget: { object: ${object} }\n` +
    `mode: upsert\nkey: externalId\nbatch: { size: 10 }\nfields:\n${fields}`;
  const lines = (head, count, line) =>
    `${head}\n${Array.from({ length: count }, (_, n) => line(n)).join("\n")}\n`;
  const files = {
    "planhat-sync.yaml": "version: 1\nlimits: { callsPerMinute: 100000 }\n",
    "syncs/companies.yaml": sync("companies", "Company", "  externalId: id\n  name: name\n"),
    "syncs/endusers.yaml": sync(
      "endusers",
      "Enduser",
      `  externalId: id\n  companyId: '"extid-" & company'\n  email: email\n`,
    ),
    "companies.csv": lines("id,name", COMPANIES, (n) => `c${n},Company ${n}`),
    "endusers.csv": lines("id,company,email", ENDUSERS, (n) => `u${n},c${n % COMPANIES},u${n}@x.example`),
  };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(dir, path), text);
}

/** Numbers from 0 to 1 that a seed repeats (mulberry32). */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
