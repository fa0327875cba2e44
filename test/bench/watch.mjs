// From a save to its result in `watch`, for an edited expression in a project of 200 syncs, beside what a fresh
// `validate` of the same project takes in the same minute.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const SYNCS = 200;
const SAVES = 100;
const ROUNDS = 5;
const bin = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "dist", "bin.js");
const dir = mkdtempSync(join(tmpdir(), "planhat-sync-bench-"));
const env = { ...process.env, CI: "", NO_COLOR: "1", PLANHAT_API_TOKEN: "sandbox-token" };

try {
  writeProject();
  const watching = await startWatch();
  const saves = [];
  const validates = [];
  for (let save = 0; save < SAVES; save += 1) {
    if (save % (SAVES / ROUNDS) === 0) validates.push(validate());
    saves.push(await watching.save(save));
  }
  watching.stop();
  const sorted = saves.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  const fresh = validates.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)];
  console.log(`syncs                      ${SYNCS}`);
  console.log(
    `save to result             p50 ${at(0.5).toFixed(0)} ms, p95 ${at(0.95).toFixed(0)} ms of ${SAVES} saves (below 150 is wanted)`,
  );
  console.log(`fresh validate             ${fresh.toFixed(0)} ms, median of ${ROUNDS}`);
  console.log(`p95 to a fresh validate    ${(at(0.95) / fresh).toFixed(2)} (at most 0.25 is wanted)`);
} finally {
  rmSync(dir, { recursive: true, force: true });
}

function writeProject() {
  mkdirSync(join(dir, "syncs"));
  mkdirSync(join(dir, "data"));
  for (let sync = 0; sync < SYNCS; sync += 1) {
    const rows = Array.from({ length: 100 }, (_, row) => `c${row}, Company ${row} Ltd,Trial,${row}.5,ent`);
    writeFileSync(join(dir, "data", `s${sync}.csv`), `id,name,phase,mrr,tier\n${rows.join("\n")}\n`);
    writeFileSync(join(dir, "syncs", `s${sync}.yaml`), definition(sync, "$trim(name)"));
  }
}

function definition(sync, name) {
  return `version: 1
name: s${sync}
description: One of many.
source: { csv: { path: data/s${sync}.csv } }
target: { object: Company }
mode: insert
key: externalId
fields:
  externalId: id
  name: '${name}'
  phase: phase
  custom.MRR ${sync}: $number(mrr)
  custom.Tier ${sync}: 'tier = "ent" ? "Enterprise" : "Growth"'
tests:
  - name: names the tier
    row: { id: a1, name: Acme, phase: Trial, mrr: "1", tier: ent }
    expect: { externalId: a1, name: Acme, phase: Trial, custom: { MRR ${sync}: 1, Tier ${sync}: Enterprise } }
`;
}

async function startWatch() {
  const child = spawn(process.execPath, [bin, "watch"], {
    cwd: dir,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  let onOutput = () => undefined;
  child.stdout.setEncoding("utf8").on("data", (text) => {
    output += text;
    onOutput();
  });
  const until = (text) =>
    new Promise((done, fail) => {
      const timer = setTimeout(() => fail(new Error(`watch did not show ${text}`)), 10_000);
      onOutput = () => {
        if (!output.includes(text)) return;
        clearTimeout(timer);
        onOutput = () => undefined;
        done();
      };
      onOutput();
    });
  await until(`in ${SYNCS} syncs`);
  return {
    stop: () => child.kill("SIGINT"),
    /** Milliseconds from the first byte of the save to the last line of the result. */
    save: async (number) => {
      const sync = (number * 37) % SYNCS;
      output = "";
      const started = performance.now();
      writeFileSync(join(dir, "syncs", `s${sync}.yaml`), definition(sync, `$trim(name) & " v${number}"`));
      await until(`Ltd v${number}"`);
      await until(`in ${SYNCS} syncs`);
      return performance.now() - started;
    },
  };
}

function validate() {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [bin, "validate"], {
    cwd: dir,
    env,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`validate ended with ${status}: ${stderr}`);
  return performance.now() - started;
}
