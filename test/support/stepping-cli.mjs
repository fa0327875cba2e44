// The command, told where to end: at step number STEP_AT (from 1) it gets STEP_SIGNAL, or an error is thrown (THROW) in
// its way, or (CRASH) where nobody waits for it. Each step is a line of stderr. The build bundles it as it does the
// command, into build/stepping, because tests start it a hundred times.
import { once } from "node:events";
import { main } from "../../src/cli/main.ts";

const { STEP_AT = "0", STEP_SIGNAL = "SIGKILL" } = process.env;
let steps = 0;

process.exitCode = await main(process.argv.slice(2), {
  env: process.env,
  cwd: () => process.cwd(),
  pid: process.pid,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  on: (signal, listener) => process.on(signal, listener),
  off: (signal, listener) => process.off(signal, listener),
  exit: (code) => process.exit(code),
  onCheckpoint: async (step) => {
    steps += 1;
    process.stderr.write(`step ${step}\n`);
    if (steps !== Number(STEP_AT)) return;
    const bug = new Error(`a bug, and ${process.env.PLANHAT_API_TOKEN}`);
    if (STEP_SIGNAL === "THROW") throw bug;
    if (STEP_SIGNAL === "CRASH") {
      setImmediate(() => {
        throw bug;
      });
      return;
    }
    if (STEP_SIGNAL !== "SIGKILL") {
      const received = once(process, STEP_SIGNAL);
      // Waiting for a signal alone does not keep a process alive.
      const alive = setInterval(() => undefined, 1000);
      process.kill(process.pid, STEP_SIGNAL);
      await received;
      clearInterval(alive);
      return;
    }
    process.kill(process.pid, STEP_SIGNAL);
    await new Promise(() => undefined);
  },
});
