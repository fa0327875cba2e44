// 500 saves and 500 clicks at random moments of the plans and applies of a running `watch --apply --sandbox --ui`: it
// still runs at the end, and what its page and its sandbox hold is what the last save says.
// `node test/soak/watch-apply.mjs [saves] [seed]`, after `npm run build`.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const SAVES = Number(process.argv[2] ?? 500);
const SEED = Number(process.argv[3] ?? Date.now() % 2 ** 31);
const ROWS = 2000;
/** Nothing takes longer; then something hangs. */
const PATIENCE_MS = 60_000;
const bin = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "dist", "bin.js");
const dir = mkdtempSync(join(tmpdir(), "planhat-sync-soak-"));
const random = makeRandom(SEED);
const problems = [];
const seen = new Map();

try {
  mkdirSync(join(dir, "syncs"));
  writeFileSync(
    join(dir, "companies.csv"),
    `id,name\n${Array.from({ length: ROWS }, (_, row) => `c${row},Company ${row}`).join("\n")}\n`,
  );
  write(definition("start"));
  const watching = await start();
  const started = performance.now();
  let last = "start";
  const left = [...Array(SAVES).fill("save"), ...Array(SAVES).fill("click")].sort(() => random() - 0.5);
  for (const [number, kind] of left.entries()) {
    if (kind === "save") {
      last = `save ${number}`;
      write(definition(last));
    } else await watching.click();
    // From at once to about as long as a whole plan and apply takes.
    await pause(random() ** 3 * 400);
    if (watching.code !== undefined) break;
  }
  if (watching.code === undefined) await watching.holds(last);
  console.log(`seed                       ${SEED}`);
  console.log(
    `saves and clicks           ${SAVES} and ${SAVES} in ${((performance.now() - started) / 1000).toFixed(0)} s`,
  );
  console.log(
    `runs shown                 ${seen.get("runs") ?? 0}, of which applied ${seen.get("applied") ?? 0}`,
  );
  if (watching.code !== undefined)
    problems.push(`it ended by itself with ${watching.code}: ${watching.stderr()}`);
  else {
    const code = await watching.end();
    if (code !== 130) problems.push(`it ended with ${code}: ${watching.stderr()}`);
  }
  if (/bug/i.test(watching.stderr())) problems.push(watching.stderr());
} finally {
  rmSync(dir, { recursive: true, force: true });
}
for (const problem of problems) console.error(`not as it should be: ${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;

function write(text) {
  const path = join(dir, "syncs", "companies.yaml");
  writeFileSync(`${path}.tmp`, text);
  renameSync(`${path}.tmp`, path);
}

function definition(name) {
  return `version: 1
source: { csv: { path: companies.csv } }
target: { object: Company }
mode: upsert
key: externalId
guards: { minRows: 1 }
fields:
  externalId: id
  name: name & " of ${name}"
`;
}

async function start() {
  const child = spawn(process.execPath, [bin, "watch", "--ui", "--apply", "--sandbox"], {
    cwd: dir,
    env: { PATH: process.env.PATH, PLANHAT_API_TOKEN: "sandbox-token" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  process.once("exit", () => child.kill("SIGKILL"));
  let stderr = "";
  let stdout = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    stdout = (stdout + text).slice(-200_000);
    for (const [name, pattern] of [
      ["runs", / in \d+ syncs? · /g],
      ["applied", /Applied in /g],
    ]) {
      seen.set(name, (seen.get(name) ?? 0) + (text.match(pattern)?.length ?? 0));
    }
  });
  const found = new Promise((done) => {
    child.stderr.setEncoding("utf8").on("data", (text) => {
      stderr += text;
      const page = /The page: (\S+)\n/.exec(stderr)?.[1];
      const sandbox = /The sandbox: (http:\/\/[^/]+)\//.exec(stderr)?.[1];
      if (page !== undefined && sandbox !== undefined) done({ page, sandbox });
    });
  });
  const watching = { code: undefined, stderr: () => stderr };
  const ended = new Promise((done) =>
    child.once("close", (code) => {
      watching.code = code;
      done(code);
    }),
  );
  const urls = await Promise.race([found, ended]);
  if (typeof urls !== "object") throw new Error(`watch did not start: ${stderr}`);
  const asks = [
    { kind: "plan" },
    { kind: "all" },
    { kind: "again" },
    { kind: "look", file: "syncs/companies.yaml" },
  ];
  return Object.assign(watching, {
    click: async () => {
      const body = JSON.stringify(asks[Math.floor(random() * asks.length)]);
      const headers = { origin: new URL(urls.page).origin };
      await fetch(`${urls.page}ask`, { method: "POST", headers, body }).catch(() => undefined);
    },
    holds: async (name) => {
      const until = performance.now() + PATIENCE_MS;
      for (;;) {
        const one = await (
          await fetch(`${urls.sandbox}/companies/extid-c${ROWS - 1}`, {
            headers: { authorization: "Bearer sandbox-token" },
          })
        ).json();
        if (one.name === `Company ${ROWS - 1} of ${name}`) return;
        if (performance.now() > until || watching.code !== undefined) {
          problems.push(`the sandbox holds "${one.name}", and the last save is "${name}"`);
          return;
        }
        await pause(100);
      }
    },
    end: () => {
      child.kill("SIGINT");
      return ended;
    },
  });
}

/** 0 ≤ x < 1, the same for a seed. */
function makeRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
