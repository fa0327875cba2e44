#!/usr/bin/env node
import { EXIT } from "./cli/exit-code.ts";
import { loadFailure } from "./cli/load-failure.ts";

// Until a command says what a signal ends, it ends the process: as process 1 of a container nothing else would.
for (const [signal, code] of [
  ["SIGINT", EXIT.interrupted],
  ["SIGTERM", EXIT.terminated],
  ["SIGHUP", EXIT.terminated],
] as const) {
  process.on(signal, () => {
    if (process.listenerCount(signal) === 1) process.exit(code);
  });
}
const argv = process.argv.slice(2);
// Not imported above: Node would tell in its own words what fails then, with an exit code that means something else.
const failed = (error: unknown): undefined => {
  process.stderr.write(loadFailure(error));
  process.exitCode = EXIT.environment;
};
if (argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V")) {
  // Scripts ask for it again and again: answered without loading the rest.
  const asked = await import("./app/version.ts").catch(failed);
  if (asked !== undefined) process.stdout.write(`${asked.VERSION}\n`);
} else {
  const program = await import("./cli/main.ts").catch(failed);
  if (program !== undefined) process.exitCode = await program.main(argv, process);
}
