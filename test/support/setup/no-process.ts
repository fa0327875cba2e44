import childProcess from "node:child_process";
import { syncBuiltinESMExports } from "node:module";
import { failOnForbidden, forbidden, replaceOnce } from "./forbidden.ts";

failOnForbidden();

/** `spawn`, `exec`, `execFile` and `fork` all end here. */
replaceOnce(childProcess.ChildProcess.prototype as unknown as Spawning, "spawn", () => refuse);
replaceOnce(childProcess, "spawnSync", () => refuse);
replaceOnce(childProcess, "execFileSync", () => refuse);
replaceOnce(childProcess, "execSync", () => refuse);
syncBuiltinESMExports();

interface Spawning {
  spawn: () => never;
}

function refuse(): never {
  throw forbidden("This test starts a process: give its file a name that ends in .process.test.ts.");
}
