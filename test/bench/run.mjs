// Every benchmark of this folder, one after the other: `npm run bench`. Figures are ratios within one run.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const wanted = process.argv.slice(2);

/** Minutes long, and only where they are named. */
const LONG = ["guard", "million", "bombs"];
const ALL = [
  "engine",
  "expression",
  "apply",
  "postgres-source",
  "http-source",
  "csv-source",
  "state",
  "redaction",
  "start",
  "validate",
  "watch",
  ...LONG,
];

for (const name of ALL) {
  if (wanted.length > 0 ? !wanted.includes(name) : LONG.includes(name)) continue;
  console.log(`\n== ${name}`);
  // `guard` is named first, and what it compares behind it.
  const args = name === "guard" ? wanted.slice(wanted.indexOf(name) + 1) : [];
  const { status } = spawnSync(process.execPath, [join(here, `${name}.mjs`), ...args], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
