// The command beside programs that do the same work by hand, with nothing around it (floor/): a process each, in turns,
// every first apply into an empty sandbox of its own. `processor` is what the system says the process took (user and
// system, all threads), `rate` is rows by the clock, `ratio` the command's rate to the floor's. The A/A pair is the floor
// against itself: what a figure may move by itself.
// ROWS=300000 ROUNDS=5 JSON_FILE=result.json npm run bench -- engine
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { startSandbox } from "../../scripts/local-planhat.mjs";
import { writeCompanies } from "./companies.mjs";
import { measured } from "./measured.mjs";

const ROWS = Number(process.env.ROWS ?? 100_000);
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const here = dirname(fileURLToPath(import.meta.url));
const cli = resolve(process.env.CLI ?? join(here, "../../dist/bin.js"));
const APPLY = ["apply", "--auto-approve", "--quiet", "--format", "json"];
const dir = mkdtempSync(join(tmpdir(), "planhat-sync-bench-"));
const runs = new Map();

try {
  await writeCompanies(dir, { rows: ROWS, callsPerMinute: 100_000 });
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of ["first: floor", "first: floor again"]) {
      await withSandbox(async (sandbox) => {
        await run(name, sandbox, [floor("first")]);
        await requireRecords(sandbox, name);
      });
    }
    await withSandbox(async (sandbox) => {
      rmSync(join(dir, ".planhat-sync"), { recursive: true, force: true });
      await run("first: apply", sandbox, [cli, ...APPLY], { created: ROWS });
      await requireRecords(sandbox, "first: apply");
      await run("live: floor", sandbox, [floor("live")]);
      await run("live: apply", sandbox, [cli, ...APPLY], { unchanged: ROWS });
      if (round === 0) await run("state: make", sandbox, [floor("state")]);
      await run("state: floor", sandbox, [floor("state")]);
      await run("state: apply", sandbox, [cli, ...APPLY, "--baseline", "state"], { unchanged: ROWS });
    });
  }
  report();
} finally {
  rmSync(dir, { recursive: true, force: true });
}

function floor(name) {
  return join(here, "floor", `${name}.mjs`);
}

async function withSandbox(work) {
  const sandbox = await startSandbox("--calls-per-minute", "1000000");
  try {
    await work(sandbox);
  } finally {
    sandbox.stop();
  }
}

async function run(name, sandbox, args, expected = {}) {
  const result = await measured(args, { dir, sandbox });
  for (const [count, value] of Object.entries(expected)) {
    const { summary } = JSON.parse(result.stdout).syncs[0];
    if (summary[count] !== value) throw new Error(`${name}: ${summary[count]} ${count}, not ${value}`);
  }
  runs.set(name, [...(runs.get(name) ?? []), result]);
  const { seconds, processor, megabytes } = result;
  console.error(
    `${name.padEnd(20)} ${seconds.toFixed(2)} s, ${processor.toFixed(2)} s, ${megabytes.toFixed(0)} MB`,
  );
}

/** Counted where they arrive. */
async function requireRecords({ url }, name) {
  const response = await fetch(`${url}/leancompanies`, {
    headers: { authorization: "Bearer sandbox-token" },
  });
  const { length } = await response.json();
  if (length !== ROWS) throw new Error(`${name}: ${length} records arrived, not ${ROWS}`);
}

function report() {
  const rows = [...runs].filter(([name]) => name !== "state: make");
  const figures = rows.map(([name, own]) => {
    const of = (key) => own.map((one) => one[key]);
    return {
      name,
      processor: median(of("processor")),
      processorRange: range(of("processor")),
      processorPerMillion: (median(of("processor")) * 1e6) / ROWS,
      rate: ROWS / median(of("seconds")),
      megabytes: median(of("megabytes")),
    };
  });
  const rateOf = (name) => figures.find((one) => one.name === name)?.rate ?? 0;
  for (const one of figures) one.ratio = one.rate / rateOf(one.name.replace(/: .*/, ": floor"));
  const processorOf = (name) => figures.find((one) => one.name === name)?.processor ?? 0;
  for (const one of figures) {
    one.processorRatio = one.processor / processorOf(one.name.replace(/: .*/, ": floor"));
  }
  console.log(`${ROWS.toLocaleString("en")} rows, ${ROUNDS} rounds, medians (range)\n`);
  console.log("| | processor | a million rows | to the floor | rows/s | to the floor | peak memory |");
  console.log("| --- | --- | --- | --- | --- | --- | --- |");
  for (const one of figures) {
    const [least, most] = one.processorRange.map((seconds) => seconds.toFixed(1));
    const cells = [
      one.name,
      `${one.processor.toFixed(1)} s (${least}–${most})`,
      `${one.processorPerMillion.toFixed(0)} s`,
      `${one.processorRatio.toFixed(2)} ×`,
      Math.round(one.rate).toLocaleString("en"),
      one.ratio.toFixed(2),
      `${one.megabytes.toFixed(0)} MB`,
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
  const again = figures.find(({ name }) => name === "first: floor again");
  console.log(
    `\nA/A: the floor to itself ${again.processorRatio.toFixed(2)} × of the processor, ${again.ratio.toFixed(2)} of the rate`,
  );
  if (process.env.JSON_FILE !== undefined) {
    writeFileSync(
      process.env.JSON_FILE,
      `${JSON.stringify({ rows: ROWS, rounds: ROUNDS, figures }, null, 2)}\n`,
    );
  }
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function range(values) {
  return [Math.min(...values), Math.max(...values)];
}
