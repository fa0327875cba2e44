import { Worker } from "node:worker_threads";
import { expect, onTestFinished, test } from "vitest";
import { callsLeave, createClient } from "../../../src/planhat/api/client.ts";

const WRITE = { method: "PUT", path: "/companies", body: JSON.stringify(["x".repeat(1_000_000)]) } as const;
const NEVER = new AbortController().signal;

/** A server in a thread of its own: it counts what arrived whole, also while this thread does nothing. */
const SERVER = `
const { createServer } = require("node:http");
const { parentPort, workerData } = require("node:worker_threads");
const arrived = new Int32Array(workerData);
const server = createServer((request, response) => {
  request.resume().on("end", () => {
    Atomics.add(arrived, 0, 1);
    Atomics.notify(arrived, 0);
    response.end("{}");
  });
});
server.listen(0, "127.0.0.1", () => parentPort.postMessage(server.address().port));
`;

async function countingServer() {
  const arrived = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(SERVER, { eval: true, workerData: arrived.buffer });
  onTestFinished(async () => void (await worker.terminate()));
  const port = await new Promise<number>((done) => worker.once("message", done));
  return { origin: `http://127.0.0.1:${port}`, arrived };
}

test("a call is on its way before the processor is kept busy, also on a connection that lay idle", async () => {
  const { origin, arrived } = await countingServer();
  const client = createClient({ origin, userAgent: "test", proxy: false });
  onTestFinished(() => client.close());
  await client.send(WRITE, NEVER);
  expect(Atomics.load(arrived, 0)).toBe(1);

  const second = client.send(WRITE, NEVER);
  await callsLeave();
  // This thread stands still until the server has it: without the wait, that would be for ever.
  expect(Atomics.wait(arrived, 0, 1, 10_000)).not.toBe("timed-out");
  await second;
});
