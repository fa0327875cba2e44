// A local Planhat and the built command as child processes: what the demo, the examples and the benchmarks share.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const cli = resolve(dirname(fileURLToPath(import.meta.url)), "..", "dist", "bin.js");
const TOKEN = "sandbox-token";

/** Answers once it listens: its `url`, and `stop()`. */
export function startSandbox(...args) {
  const child = spawn(process.execPath, [cli, "sandbox", "--port", "0", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((done, fail) => {
    let text = "";
    child.on("error", fail);
    child.on("exit", (code) => fail(new Error(`the sandbox ended with ${code} before it listened`)));
    child.stdout.setEncoding("utf8").on("data", (chunk) => {
      text += chunk;
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0];
      if (url !== undefined) done({ url, stop: () => child.kill("SIGTERM") });
    });
  });
}

/**
 * Runs `work` with a local Planhat and a state of its own, both gone afterwards, so that every run begins at the
 * beginning. `sandboxArgs` go to that Planhat: `--seed`, for example. `planhat.run(args)` runs the command in `project`; `planhat.get(path)` reads from that Planhat.
 */
export async function withLocalPlanhat(project, work, extraEnv = {}, sandboxArgs = []) {
  // Within the project, as a state should be: elsewhere the linter would warn of it.
  const folder = join(project, ".planhat-sync");
  mkdirSync(folder, { recursive: true });
  const scratch = mkdtempSync(join(folder, "run-"));
  const sandbox = await startSandbox(...sandboxArgs);
  const env = {
    ...process.env,
    PLANHAT_API_URL: sandbox.url,
    PLANHAT_API_TOKEN: TOKEN,
    PLANHAT_ANALYTICS_URL: sandbox.url,
    PLANHAT_TENANT_UUID: "sandbox-tenant",
    PLANHAT_SYNC_STATE: `.planhat-sync/${basename(scratch)}/state.db`,
    ...extraEnv,
  };
  try {
    await work({
      run: (args, options) => run(["--project", project, ...args], args, env, options),
      get: async (path) => {
        const response = await fetch(sandbox.url + path, { headers: { authorization: `Bearer ${TOKEN}` } });
        return response.json();
      },
    });
  } finally {
    sandbox.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Rejects when the exit code is not the expected one. `quiet` keeps stdout for the answer. */
function run(args, shown, env, { expect = 0, quiet = false } = {}) {
  console.log(`$ planhat-sync ${shown.join(" ")}`);
  const child = spawn(process.execPath, [cli, ...args], {
    env,
    stdio: ["ignore", quiet ? "pipe" : "inherit", "inherit"],
  });
  let stdout = "";
  child.stdout?.setEncoding("utf8").on("data", (chunk) => {
    stdout += chunk;
  });
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => {
      if (code === expect) done(stdout);
      else fail(new Error(`planhat-sync ${shown.join(" ")} ended with ${code} where ${expect} was expected`));
    });
  });
}
