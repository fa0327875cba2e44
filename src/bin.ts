#!/usr/bin/env node
import { EXIT } from "./cli/exit-code.ts";
import { loadFailure } from "./cli/load-failure.ts";

// Not imported above: Node would tell in its own words what fails then, with an exit code that means something else.
const program = await import("./cli/main.ts").catch((error: unknown) => {
  process.stderr.write(loadFailure(error));
  process.exitCode = EXIT.environment;
});
if (program !== undefined) process.exitCode = await program.main(process.argv.slice(2), process);
