// Every benchmark of this folder, one after the other: `npm run bench`. Figures are ratios within one run.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const wanted = process.argv.slice(2);

/** Minutes long, and only where they are named. */
const LONG = ["million", "bombs"];
const ALL = [
  "engine",
  "expression",
  "apply",
  "postgres-source",
  "http-source",
  "csv-source",
  "state",
  "redaction",
  "validate",
  "watch",
  ...LONG,
];

for (const name of ALL) {
  if (wanted.length > 0 ? !wanted.includes(name) : LONG.includes(name)) continue;
  console.log(`\n== ${name}`);
  const { status } = spawnSync(process.execPath, [join(here, `${name}.mjs`)], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
