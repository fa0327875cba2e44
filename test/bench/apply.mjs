// 100,000 rows of a CSV into a local Planhat: time beside a script as one would write it by hand, and peak memory.
import { spawnSync } from "node:child_process";
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { startSandbox } from "../../scripts/local-planhat.mjs";

const ROWS = 100_000;
const here = dirname(fileURLToPath(import.meta.url));
const dir = mkdtempSync(join(tmpdir(), "planhat-sync-bench-"));

try {
  await writeProject();
  const script = await measure([join(here, "hand-written.mjs"), join(dir, "companies.csv")]);
  const apply = await measure([
    join(here, "measured-cli.mjs"),
    "apply",
    "--auto-approve",
    "--quiet",
    "--format",
    "json",
  ]);
  const again = await measure(
    [join(here, "measured-cli.mjs"), "apply", "--auto-approve", "--quiet", "--format", "json"],
    apply.sandbox,
  );
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

async function writeProject() {
  mkdirSync(join(dir, "syncs"));
  writeFileSync(join(dir, "planhat-sync.yaml"), "version: 1\nlimits: { callsPerMinute: 100000 }\n");
  writeFileSync(
    join(dir, "syncs", "companies.yaml"),
    `version: 1
source: { csv: { path: companies.csv } }
target: { object: Company }
mode: upsert
key: externalId
fields:
  externalId: id
  name: $trim(name)
  phase: phase
  city: city
  web: '"https://" & domain'
  custom.MRR: $number(mrr)
  custom.Tier: 'tier = "ent" ? "Enterprise" : "Growth"'
`,
  );
  const out = createWriteStream(join(dir, "companies.csv"));
  out.write("id,name,phase,city,domain,mrr,tier\n");
  for (let row = 0; row < ROWS; row += 1) {
    out.write(
      `acc-${row}, Company ${row} Ltd,Adoption,Stockholm,c${row}.example,${row % 9999}.5,${row % 7 === 0 ? "ent" : "smb"}\n`,
    );
  }
  await new Promise((done) => out.end(done));
}

/** Each gets an empty Planhat of its own unless one is given. */
async function measure(args, sandbox) {
  const planhat = sandbox ?? (await startSandbox("--calls-per-minute", "100000"));
  const env = { ...process.env, PLANHAT_API_URL: planhat.url, PLANHAT_API_TOKEN: "sandbox-token" };
  const started = performance.now();
  const child = spawnSync(process.execPath, args, { cwd: dir, env, encoding: "utf8", maxBuffer: 1 << 28 });
  const seconds = (performance.now() - started) / 1000;
  if (child.status !== 0) throw new Error(`${args.join(" ")} ended with ${child.status}: ${child.stderr}`);
  return {
    seconds,
    megabytes: Number(/peak (\d+)/.exec(child.stderr)?.[1]),
    stdout: child.stdout,
    sandbox: planhat,
  };
}
