// The whole apply of 1,000,000 companies against a Planhat with Planhat's limits: 200 calls in any 60 seconds, 5,000
// items a call. `of what the limit allows` is the time that the calls take at 200 a minute, divided by the time of the
// whole command: its start, reading, planning, and the printing of the report included.
// ROWS=100000 node test/bench/million.mjs for a smaller one.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSandbox } from "../../scripts/local-planhat.mjs";
import { runMeasured, writeCompanies } from "./companies.mjs";

const ROWS = Number(process.env.ROWS ?? 1_000_000);
const CALLS_PER_MINUTE = 200;
const dir = mkdtempSync(join(tmpdir(), "planhat-sync-bench-"));

try {
  await writeCompanies(dir, { rows: ROWS, callsPerMinute: CALLS_PER_MINUTE });
  const sandbox = await startSandbox();
  const apply = await runMeasured(["apply", "--auto-approve", "--format", "json"], { dir, sandbox });
  sandbox.stop();
  const [{ summary, calls }] = JSON.parse(apply.stdout).syncs;
  const allowed = ((calls.read + calls.write) / CALLS_PER_MINUTE) * 60;
  console.log(apply.stderr.trimEnd());
  console.log(`rows                       ${ROWS}, ${summary.created} created`);
  console.log(
    `calls                      ${calls.read} read, ${calls.write} write, ${calls.retried} retried`,
  );
  console.log(`apply                      ${apply.seconds.toFixed(1)} s, ${apply.megabytes} MB at most`);
  console.log(`processor                  ${apply.processor.toFixed(1)} s`);
  console.log(`of what the limit allows   ${((100 * allowed) / apply.seconds).toFixed(0)} %`);
} finally {
  rmSync(dir, { recursive: true, force: true });
}
