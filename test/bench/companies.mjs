// The project that the benchmarks of apply write, and the measured command.
import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const CLI = join(dirname(fileURLToPath(import.meta.url)), "measured-cli.mjs");

export async function writeCompanies(dir, { rows, callsPerMinute }) {
  mkdirSync(join(dir, "syncs"));
  writeFileSync(
    join(dir, "planhat-sync.yaml"),
    `version: 1\nlimits: { callsPerMinute: ${callsPerMinute} }\n`,
  );
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
  custom.Seats: $number(seats)
  custom.Tier: 'tier = "ent" ? "Enterprise" : "Growth"'
`,
  );
  const out = createWriteStream(join(dir, "companies.csv"));
  out.write("id,name,phase,city,domain,mrr,seats,tier\n");
  let lines = [];
  for (let row = 0; row < rows; row += 1) {
    lines.push(
      `acc-${row}, Company ${row} Ltd,Adoption,Stockholm,c${row}.example,${row % 9999}.5,${row % 83},${row % 7 === 0 ? "ent" : "smb"}\n`,
    );
    if (lines.length === 10_000 || row === rows - 1) {
      out.write(lines.join(""));
      lines = [];
    }
  }
  await new Promise((done) => out.end(done));
}

/** Runs the command, or `file`, against `sandbox`. Seconds by the clock, seconds of processor, megabytes at most. */
export async function runMeasured(args, { dir, sandbox, file = CLI }) {
  const env = { ...process.env, PLANHAT_API_URL: sandbox.url, PLANHAT_API_TOKEN: "sandbox-token" };
  const started = performance.now();
  const child = spawn(process.execPath, [file, ...args], {
    cwd: dir,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr, status] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    new Promise((done) => child.on("close", done)),
  ]);
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  return {
    seconds,
    megabytes: Number(/peak (\d+) MB/.exec(stderr)?.[1]),
    processor: Number(/processor ([\d.]+) s/.exec(stderr)?.[1]),
    stdout,
    stderr,
  };
}

async function textOf(stream) {
  let text = "";
  for await (const chunk of stream.setEncoding("utf8")) text += chunk;
  return text;
}
