// Runs a program as it is shipped, and what its process took.
import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const HOOK = join(dirname(fileURLToPath(import.meta.url)), "floor", "measure.mjs");

/** Seconds by the clock, seconds of processor, megabytes at most, and what it printed. Rejects where it fails. */
export async function measured(args, { dir, sandbox, nodeOptions = [] }) {
  const file = join(dir, "measured.json");
  rmSync(file, { force: true });
  const env = {
    ...process.env,
    PLANHAT_API_URL: sandbox.url,
    PLANHAT_API_TOKEN: "sandbox-token",
    MEASURE_FILE: file,
  };
  const started = performance.now();
  const child = spawn(process.execPath, ["--import", pathToFileURL(HOOK).href, ...nodeOptions, ...args], {
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
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}${stdout}`);
  return { seconds, stdout, ...JSON.parse(readFileSync(file, "utf8")) };
}

async function textOf(stream) {
  let text = "";
  for await (const chunk of stream.setEncoding("utf8")) text += chunk;
  return text;
}
