// Compares a block of pairs with jsonata, and tells at each moment which pair it is at: jsonata may never come back.
import { performance } from "node:perf_hooks";
import { parentPort, workerData } from "node:worker_threads";
import fc from "fast-check";
import { compileExpression } from "../../build/expression/compile-expression.js";
import { expressionText, row } from "./expression-arbitrary.mjs";
import { jsonataResult, judge } from "./oracle.mjs";

const OURS = 1;
const THEIRS = 2;
/** Milliseconds beyond which an evaluation is measured again. */
const DOUBTFUL = 500;
const RUN_START = Date.UTC(2024, 1, 29, 12, 30, 15, 123);
const PAIRS = fc.tuple(expressionText(), row());
/** [0] the index of the pair in its block, [1] whose turn it is. */
const progress = new Int32Array(workerData.progress);

parentPort.on("message", async ({ seed, size, from, skipped }) => {
  const pairs = fc.sample(PAIRS, { seed, numRuns: size });
  for (let index = from; index < size; index += 1) {
    Atomics.store(progress, 1, OURS);
    Atomics.store(progress, 0, index);
    const [text, data] = pairs[index];
    const outcome = await compare(text, data, skipped.includes(index));
    parentPort.postMessage({
      index,
      text,
      data: outcome.problem === undefined ? undefined : data,
      ...outcome,
    });
  }
  Atomics.store(progress, 1, 0);
  parentPort.postMessage({ done: true });
});

async function compare(text, data, skipsTheirs) {
  const compiled = compileExpression(text);
  if (!compiled.ok) return { outcome: "not compiled" };
  const before = JSON.stringify(data);
  freeze(data);
  const evaluate = () => {
    const started = performance.now();
    const result = resultOf(() => compiled.expression.evaluate(data, { runStart: RUN_START }));
    return { result, milliseconds: performance.now() - started };
  };
  let { result: ours, milliseconds } = evaluate();
  // A thread that the system let wait says nothing of the expression, which takes the same time again.
  for (let again = 0; milliseconds > DOUBTFUL && again < 3; again += 1) {
    milliseconds = Math.min(milliseconds, evaluate().milliseconds);
  }
  const changed = JSON.stringify(data) !== before;
  if (changed) return { outcome: "changed", milliseconds, problem: "the row was changed" };
  if (skipsTheirs) return { outcome: "jsonata never ended", milliseconds, kind: ours.kind };
  Atomics.store(progress, 1, THEIRS);
  const theirs = await jsonataResult(text, data);
  const outcome = judge(text, ours, theirs) ?? (await secondOpinion(text, data, ours));
  const problem = outcome === undefined ? `${shown(ours)} instead of ${shown(theirs)}` : undefined;
  return { outcome: outcome ?? "different", milliseconds, kind: ours.kind, problem };
}

async function secondOpinion(text, data, ours) {
  const mended = judge(text, ours, await jsonataResult(text, data, true));
  return mended === undefined ? undefined : "jsonata added to an empty list";
}

function resultOf(evaluate) {
  try {
    return { kind: "value", value: evaluate() };
  } catch (error) {
    return { kind: "error", code: error.name === "EvaluationError" ? error.code : String(error) };
  }
}

/** Whoever writes into a frozen row fails at once. */
function freeze(value) {
  if (typeof value !== "object" || value === null) return;
  Object.freeze(value);
  for (const part of Object.values(value)) freeze(part);
}

function shown({ kind, value, code }) {
  return kind === "error" ? code : (JSON.stringify(value) ?? "nothing").slice(0, 300);
}
