// 2,000 saves of every kind into a running `watch --ui`: no run overlaps another, every hundred saves the result is that
// of the last one, and in the end handles and memory are what they were. Linux only: it looks into /proc.
// `node test/soak/watch.mjs [saves]`, after `npm run build`.
import { spawn } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const SAVES = Number(process.argv[2] ?? 2000);
const EVERY = 100;
const SYNCS = 20;
/** One a definition and one a file of rows, and one for each of the two folders. */
const MOST_WATCHES = 2 * SYNCS + 2;
/** Of what a day of watching may add: 1 MB an hour, with a save every 43 seconds. */
const MOST_MB_PER_1000 = 12;
/** What is left of memory is what lives: a heap that nobody needs to sweep yet says nothing of a leak. */
const SWEPT = ["--expose-gc", "--import", "data:text/javascript,setInterval(gc,250).unref()"];
const bin = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "dist", "bin.js");
const dir = mkdtempSync(join(tmpdir(), "planhat-sync-soak-"));
const problems = [];

try {
  writeProject();
  const started = performance.now();
  const watching = await startWatch();
  const measures = [];
  const ways = waysToSave();
  for (let save = 1; save <= SAVES; save += 1) {
    ways[save % ways.length](save);
    // Some saves follow at once, some while the run before is on, some after it.
    await pause(save % 2 === 0 ? 40 : save % 3 === 0 ? 12 : 0);
    if (save % EVERY !== 0) continue;
    await watching.settled(save);
    measures.push({ save, ...measure(watching.pid) });
  }
  const half = measures.slice(Math.floor(measures.length / 2));
  const [first, last] = [measures[0], measures.at(-1)];
  const slope = slopeOf(half.map(({ save, megabytes }) => [save / 1000, megabytes]));
  console.log(
    `saves                      ${SAVES} in ${((performance.now() - started) / 1000).toFixed(0)} s`,
  );
  console.log(`runs                       ${watching.runs.length}, overlapping ${overlaps(watching.runs)}`);
  console.log(`open files                 ${first.files} → ${last.files}`);
  console.log(`watched files              ${first.watches} → ${last.watches} (at most ${MOST_WATCHES})`);
  console.log(
    `memory                     ${first.megabytes.toFixed(0)} → ${last.megabytes.toFixed(0)} MB, ${slope.toFixed(1)} MB per 1,000 saves in the second half`,
  );
  if (overlaps(watching.runs) > 0) problems.push("runs overlap");
  if (last.files > first.files) problems.push("files are left open");
  // A file that was just replaced has none for a moment.
  if (last.watches > MOST_WATCHES) problems.push("watches are left");
  if (slope > MOST_MB_PER_1000) problems.push("memory grows");
  const code = await watching.end();
  if (code !== 130) problems.push(`it ended with ${code}`);
} finally {
  rmSync(dir, { recursive: true, force: true });
}
for (const problem of problems) console.error(`not as it should be: ${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;

function writeProject() {
  mkdirSync(join(dir, "syncs"));
  for (let sync = 0; sync < SYNCS; sync += 1) {
    writeFileSync(pathOf(sync), definition(sync, 0));
    writeFileSync(join(dir, `s${sync}.csv`), rowsOf(0));
  }
}

function pathOf(sync) {
  return join(dir, "syncs", `s${sync}.yaml`);
}

function definition(sync, save) {
  return `version: 1
source: { csv: { path: s${sync}.csv } }
target: { object: Company }
mode: insert
key: externalId
fields:
  externalId: id
  name: name & " ${save}"
tests:
  - { name: says which save, row: { id: a, name: A }, expect: { externalId: a, name: A ${save} } }
`;
}

function rowsOf(save) {
  return `id,name\n${Array.from({ length: 30 }, (_, row) => `c${row},Company ${row} of ${save}`).join("\n")}\n`;
}

/** As editors and other programs save. */
function waysToSave() {
  return [
    (save) => writeFileSync(pathOf(save % SYNCS), definition(save % SYNCS, save)),
    (save) => {
      const path = pathOf(save % SYNCS);
      writeFileSync(`${path}.tmp`, definition(save % SYNCS, save));
      renameSync(`${path}.tmp`, path);
    },
    (save) => writeFileSync(pathOf(save % SYNCS), `${definition(save % SYNCS, save)}  - [broken\n`),
    (save) => writeFileSync(join(dir, `s${save % SYNCS}.csv`), rowsOf(save)),
    (save) => {
      const path = pathOf(save % SYNCS);
      unlinkSync(path);
      writeFileSync(path, definition(save % SYNCS, save));
    },
    (save) => {
      for (let time = 0; time < 5; time += 1)
        writeFileSync(pathOf(save % SYNCS), definition(save % SYNCS, save - time));
      writeFileSync(pathOf(save % SYNCS), definition(save % SYNCS, save));
    },
    (save) => {
      // Half of a save, and then the whole.
      writeFileSync(pathOf(save % SYNCS), definition(save % SYNCS, save).slice(0, 60));
      writeFileSync(pathOf(save % SYNCS), definition(save % SYNCS, save));
    },
  ];
}

async function startWatch() {
  const env = { PATH: process.env.PATH, PLANHAT_API_TOKEN: "sandbox-token" };
  const child = spawn(process.execPath, [...SWEPT, bin, "watch", "--ui"], {
    cwd: dir,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout.resume();
  const ended = new Promise((done) => child.once("close", done));
  process.once("exit", () => child.kill("SIGKILL"));
  const url = await new Promise((found) => {
    let text = "";
    child.stderr.setEncoding("utf8").on("data", (more) => {
      text += more;
      const [, address] = /The page: (\S+)\n/.exec(text) ?? [];
      if (address !== undefined) found(address);
    });
  });
  const runs = [];
  follow(`${url}events`, (overview) => runs.push(overview));
  return {
    pid: child.pid,
    runs,
    /** The last save has its result: what is shown of its file is what stands in it. */
    settled: async (save) => {
      const path = join("syncs", `s${save % SYNCS}.yaml`);
      const wanted = readFileSync(join(dir, path), "utf8").trimEnd();
      for (let tries = 0; tries < 400; tries += 1) {
        const { lines } = await (await fetch(`${url}file?id=${path}`)).json();
        const shown = lines.map(({ parts }) => parts.map(({ text }) => text).join("")).join("\n");
        if (shown.trimEnd() === wanted) return;
        await pause(25);
      }
      problems.push(`the result after save ${save} is not that of the last save`);
    },
    end: () => {
      child.kill("SIGINT");
      return ended;
    },
  };
}

async function follow(url, onValue) {
  const { body } = await fetch(url);
  let text = "";
  try {
    for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const messages = text.split("\n\n");
      text = messages.pop();
      for (const message of messages) {
        if (message.startsWith("data: ")) onValue(JSON.parse(message.slice(6)));
      }
    }
  } catch {
    // The server has ended.
  }
}

/** By the clock of the machine, which is as exact as a millisecond. */
function overlaps(runs) {
  let count = 0;
  for (const [index, { run, time, milliseconds }] of runs.entries()) {
    const before = runs[index - 1];
    if (before !== undefined && run > before.run && time - milliseconds < before.time - 1.5) count += 1;
    if (before !== undefined && run < before.run) count += 1;
  }
  return count;
}

function measure(pid) {
  const files = readdirSync(`/proc/${pid}/fd`);
  const watches = files.reduce((count, name) => {
    try {
      return (
        count + (readFileSync(`/proc/${pid}/fdinfo/${name}`, "utf8").match(/^inotify wd/gm)?.length ?? 0)
      );
    } catch {
      // Closed meanwhile.
      return count;
    }
  }, 0);
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return { files: files.length, watches, megabytes: Number(kilobytes) / 1024 };
}

/** Of a straight line through the points, by least squares. */
function slopeOf(points) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = mean(points.map(([at]) => at));
  const y = mean(points.map(([, value]) => value));
  const below = points.reduce((sum, [at]) => sum + (at - x) ** 2, 0);
  return below === 0 ? 0 : points.reduce((sum, [at, value]) => sum + (at - x) * (value - y), 0) / below;
}
