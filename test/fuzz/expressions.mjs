// A million generated pairs of expression and row: what our compiler gives is what jsonata gives, but for the documented
// differences; no row is changed; no evaluation takes longer than its deadline.
// `node test/fuzz/expressions.mjs [pairs] [seed]`, after `npm run build`.
import { availableParallelism } from "node:os";
import { performance } from "node:perf_hooks";
import { Worker } from "node:worker_threads";

const PAIRS = Number(process.argv[2] ?? 1_000_000);
const SEED = Number(process.argv[3] ?? Math.floor(Math.random() * 2 ** 31));
const BLOCK = 1000;
/** Milliseconds that one evaluation may take: a signal waits for it. */
const DEADLINE = 2000;
/** Milliseconds after which a pair is given up, ours as a fault, jsonata's as one of its own. */
const GIVEN_UP = { 1: 10_000, 2: 1000 };
/** Says so by itself, so that dates without a zone mean the same to both. */
process.env.TZ = "UTC";

const started = performance.now();
const blocks = Array.from({ length: Math.ceil(PAIRS / BLOCK) }, (_, index) => ({
  seed: (SEED + index) | 0,
  size: Math.min(BLOCK, PAIRS - index * BLOCK),
}));
const counts = new Map();
const examples = new Map();
const problems = [];
const slowest = { milliseconds: 0, text: "", seed: 0 };
let pairs = 0;
let values = 0;

const workers = Math.max(1, Math.min(2, availableParallelism(), blocks.length));
await Promise.all(Array.from({ length: workers }, fuzzWorker));
report();

/** One thread after another: a thread is ended where jsonata does not come back from a pair. */
async function fuzzWorker() {
  let worker = startThread();
  for (let block = blocks.shift(); block !== undefined; block = blocks.shift()) {
    const skipped = [];
    let from = 0;
    while (from < block.size) {
      const { next, gaveUp } = await worker.run({ ...block, from, skipped });
      if (gaveUp !== undefined) {
        await worker.end();
        worker = startThread();
      }
      if (gaveUp === "theirs") skipped.push(next);
      if (gaveUp === "ours") note({ outcome: "never ended", problem: "no end" }, block.seed, next);
      from = gaveUp === "ours" ? next + 1 : next;
    }
  }
  await worker.end();
}

function startThread() {
  const progress = new SharedArrayBuffer(8);
  const at = new Int32Array(progress);
  const thread = new Worker(new URL("./expressions-worker.mjs", import.meta.url), {
    workerData: { progress },
    resourceLimits: { maxOldGenerationSizeMb: 1500 },
  });
  // Told to whoever waits for a block: an error without a listener would end the process.
  thread.on("error", () => undefined);
  return { run: (work) => runBlock(thread, at, work), end: () => thread.terminate() };
}

/** Answers the first pair without a result, and whose turn it was when it was given up. */
function runBlock(thread, at, work) {
  let next = work.from;
  let last = { index: -1, turn: 0, since: performance.now() };
  Atomics.store(at, 1, 0);
  return new Promise((resolve) => {
    const finish = (gaveUp) => {
      clearInterval(watch);
      thread.off("message", onMessage);
      thread.off("error", onError);
      resolve({ next, gaveUp });
    };
    const onMessage = (message) => {
      if (message.done) return finish(undefined);
      note(message, work.seed, message.index);
      next = message.index + 1;
    };
    // Jsonata may use up the memory of the thread.
    const onError = () => finish(Atomics.load(at, 1) === 2 ? "theirs" : "ours");
    const watch = setInterval(() => {
      const [index, turn] = [Atomics.load(at, 0), Atomics.load(at, 1)];
      if (index !== last.index || turn !== last.turn) last = { index, turn, since: performance.now() };
      else if (turn !== 0 && performance.now() - last.since > GIVEN_UP[turn]) {
        finish(turn === 1 ? "ours" : "theirs");
      }
    }, 100);
    thread.on("message", onMessage);
    thread.on("error", onError);
    thread.postMessage(work);
  });
}

function note({ outcome, milliseconds = 0, kind, problem, text, data }, seed, index) {
  pairs += 1;
  if (kind === "value") values += 1;
  counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  if (!examples.has(outcome)) examples.set(outcome, `${text} (seed ${seed}, pair ${index})`);
  if (milliseconds > slowest.milliseconds) Object.assign(slowest, { milliseconds, text, seed });
  const late = milliseconds > DEADLINE ? `${Math.round(milliseconds)} ms` : undefined;
  if (problem !== undefined || late !== undefined) {
    problems.push({ seed, index, problem: problem ?? late, text, data });
  }
  if (pairs % 100_000 === 0) console.log(`${pairs.toLocaleString("en")} pairs, ${seconds()} s`);
}

function report() {
  const ordered = [...counts].sort(([, a], [, b]) => b - a);
  for (const [outcome, count] of ordered) {
    console.log(`${count.toLocaleString("en").padStart(9)}  ${outcome}, such as ${examples.get(outcome)}`);
  }
  console.log(`${values.toLocaleString("en").padStart(9)}  of them with a value or none, the others fail`);
  console.log(`slowest    ${slowest.milliseconds.toFixed(1)} ms: ${slowest.text} (seed ${slowest.seed})`);
  for (const problem of problems.slice(0, 20)) console.log(JSON.stringify(problem));
  const verdict = problems.length === 0 ? "no fault" : `${problems.length} faults`;
  console.log(`${pairs.toLocaleString("en")} pairs from seed ${SEED} in ${seconds()} s: ${verdict}`);
  process.exitCode = problems.length === 0 && pairs === PAIRS ? 0 : 1;
}

function seconds() {
  return ((performance.now() - started) / 1000).toFixed(1);
}
