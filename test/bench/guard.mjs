// Whether a commit made the engine slower than another one: `npm run bench -- guard [BASE] [HEAD]`, by default origin/main,
// or main, and the last commit. Both are built beside each other and run in turns, the base twice: what the base differs
// from itself is noise. Fails where the processor takes more for the head, beyond the noise and 5 %.
// ROWS=100000 ROUNDS=5 npm run bench -- guard main HEAD
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { startSandbox } from "../../scripts/local-planhat.mjs";
import { writeCompanies } from "./companies.mjs";
import { measured } from "./measured.mjs";

const ROWS = Number(process.env.ROWS ?? 50_000);
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const LEAST = 0.05;
const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const [base = defaultBase(), head = "HEAD"] = process.argv.slice(2);
const APPLY = ["apply", "--auto-approve", "--quiet", "--format", "json"];
const VARIANTS = [
  ["first", APPLY],
  ["live", APPLY],
  ["state", [...APPLY, "--baseline", "state"]],
];
const dir = mkdtempSync(join(tmpdir(), "planhat-sync-guard-"));
const trees = [];

try {
  const programs = [
    ["base", built(base)],
    ["head", built(head)],
  ];
  programs.push(["base again", programs[0][1]]);
  const project = join(dir, "project");
  mkdirSync(project);
  await writeCompanies(project, { rows: ROWS, callsPerMinute: 100_000 });
  const times = new Map();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [program, cli] of programs) await oneRound(project, program, cli, times);
  }
  report(times);
} finally {
  for (const tree of trees) execFileSync("git", ["worktree", "remove", "--force", tree], { cwd: root });
  rmSync(dir, { recursive: true, force: true });
}

/** Each variant once, from an empty sandbox and an empty state. */
async function oneRound(project, program, cli, times) {
  const sandbox = await startSandbox("--calls-per-minute", "1000000");
  try {
    rmSync(join(project, ".planhat-sync"), { recursive: true, force: true });
    for (const [variant, args] of VARIANTS) {
      const { processor } = await measured([cli, ...args], { dir: project, sandbox });
      const name = `${variant} ${program}`;
      times.set(name, [...(times.get(name) ?? []), processor]);
    }
  } finally {
    sandbox.stop();
  }
}

/** Answers its command. */
function built(commit) {
  const tree = join(dir, `tree-${trees.length}`);
  execFileSync("git", ["worktree", "add", "--detach", "--quiet", tree, commit], { cwd: root });
  trees.push(tree);
  symlinkSync(join(root, "node_modules"), join(tree, "node_modules"));
  execFileSync(process.execPath, ["scripts/build.mjs"], {
    cwd: tree,
    stdio: ["ignore", "ignore", "inherit"],
  });
  return join(tree, "dist", "bin.js");
}

function report(times) {
  console.log(`${base} → ${head}, ${ROWS} rows, ${ROUNDS} rounds, medians of processor time\n`);
  for (const [variant] of VARIANTS) {
    const of = (program) => median(times.get(`${variant} ${program}`));
    const change = of("head") / Math.min(of("base"), of("base again")) - 1;
    const noise = Math.abs(of("base again") / of("base") - 1);
    const isSlower = change > Math.max(LEAST, 2 * noise);
    if (isSlower) process.exitCode = 1;
    console.log(
      `${variant.padEnd(6)} ${of("base").toFixed(2)} s → ${of("head").toFixed(2)} s, ${percent(change)} (noise ${percent(noise)})${isSlower ? ": SLOWER" : ""}`,
    );
  }
}

function percent(share) {
  return `${share < 0 ? "" : "+"}${(100 * share).toFixed(1)} %`;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function defaultBase() {
  try {
    execFileSync("git", ["rev-parse", "--verify", "--quiet", "origin/main"], { cwd: root, stdio: "ignore" });
    return "origin/main";
  } catch {
    return "main";
  }
}
