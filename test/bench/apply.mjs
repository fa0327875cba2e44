// 100,000 rows of a CSV into a local Planhat: time beside a script as one would write it by hand, and peak memory.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { startSandbox } from "../../scripts/local-planhat.mjs";
import { runMeasured, writeCompanies } from "./companies.mjs";

const ROWS = 100_000;
const APPLY = ["apply", "--auto-approve", "--quiet", "--format", "json"];
const here = dirname(fileURLToPath(import.meta.url));
const dir = mkdtempSync(join(tmpdir(), "planhat-sync-bench-"));

try {
  await writeCompanies(dir, { rows: ROWS, callsPerMinute: 100_000 });
  const script = await measure(join(here, "hand-written.mjs"), [join(dir, "companies.csv")]);
  const apply = await measure(undefined, APPLY);
  const again = await measure(undefined, APPLY, apply.sandbox);
  apply.sandbox.stop();
  script.sandbox.stop();
  const { summary, calls } = JSON.parse(again.stdout).syncs[0];
  console.log(`rows                       ${ROWS}`);
  console.log(`script by hand             ${script.seconds.toFixed(1)} s, ${script.megabytes} MB`);
  console.log(
    `apply                      ${apply.seconds.toFixed(1)} s, ${apply.megabytes} MB, ratio to the script ${(apply.seconds / script.seconds).toFixed(2)}`,
  );
  console.log(
    `apply again                ${again.seconds.toFixed(1)} s, ${again.megabytes} MB, ${summary.unchanged} unchanged, ${calls.write} write calls`,
  );
} finally {
  rmSync(dir, { recursive: true, force: true });
}

/** Each gets an empty Planhat of its own unless one is given. */
async function measure(file, args, sandbox) {
  const planhat = sandbox ?? (await startSandbox("--calls-per-minute", "100000"));
  return { ...(await runMeasured(args, { dir, sandbox: planhat, file })), sandbox: planhat };
}
