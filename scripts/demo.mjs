// The demo: a Planhat of your own, a plan, an apply, what arrived, what did not, and a second apply with nothing to do.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const cli = join(root, "dist", "bin.js");
const scratch = mkdtempSync(join(tmpdir(), "planhat-sync-demo-"));
const bold = (text) => (process.stdout.isTTY && !process.env.NO_COLOR ? `\u001b[1m${text}\u001b[22m` : text);
const started = performance.now();

const sandbox = await startSandbox();
// The demo's state is thrown away with it, so that every demo begins at the beginning.
const env = {
  ...process.env,
  PLANHAT_API_URL: sandbox.url,
  PLANHAT_API_TOKEN: "sandbox-token",
  PLANHAT_SYNC_STATE: join(scratch, "state.db"),
};
try {
  say("1. Are the definitions in syncs/ right?");
  await run(["validate"], 0);
  await run(["test"], 0);

  say("2. What would change in Planhat? (the first three of each)");
  await run(["plan", "--limit", "3"], 6);

  say("3. Write it.");
  await run(["apply", "--auto-approve", "--quiet"], 6);

  say("4. What arrived?");
  await show("/companies?limit=2&sort=_id&select=externalId,name,phase,city,tags,custom");
  await show("/endusers?limit=2&sort=_id&select=externalId,companyId,email,firstName,lastName");

  say("5. What did not get in, and why?");
  await run(["rejects"], 0);

  say("6. Apply once more: nothing is left to do, so nothing is sent.");
  const { stdout } = await run(["apply", "--auto-approve", "--format", "json"], 6, true);
  const { syncs } = JSON.parse(stdout);
  for (const { name, summary, calls } of syncs) {
    console.log(`  ${name}: ${summary.unchanged} unchanged, ${summary.created + summary.updated} written, ${calls.write} write calls`);
  }
  const writes = syncs.reduce((sum, { calls }) => sum + calls.write, 0);
  console.log(`\nDone in ${((performance.now() - started) / 1000).toFixed(1)} s. The syncs are in syncs/, the data in syncs/data/.`);
  if (writes > 0) throw new Error(`The second apply made ${writes} write calls.`);
} finally {
  sandbox.process.kill("SIGTERM");
  rmSync(scratch, { recursive: true, force: true });
}

function say(text) {
  console.log(`\n${bold(text)}\n`);
}

function run(args, expected, quiet = false) {
  console.log(`$ planhat-sync ${args.join(" ")}`);
  const child = spawn(process.execPath, [cli, "--project", root, ...args], {
    env,
    stdio: ["ignore", quiet ? "pipe" : "inherit", "inherit"],
  });
  let stdout = "";
  child.stdout?.on("data", (chunk) => {
    stdout += chunk;
  });
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => {
      if (code === expected) done({ stdout });
      else fail(new Error(`planhat-sync ${args.join(" ")} ended with ${code} where ${expected} was expected`));
    });
  });
}

async function show(path) {
  const response = await fetch(sandbox.url + path, { headers: { authorization: "Bearer sandbox-token" } });
  console.log(`GET ${path}`);
  for (const record of await response.json()) console.log(`  ${JSON.stringify(record)}`);
}

function startSandbox() {
  const child = spawn(process.execPath, [cli, "sandbox", "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((done, fail) => {
    let text = "";
    child.on("error", fail);
    child.on("exit", (code) => fail(new Error(`the sandbox ended with ${code} before it listened`)));
    child.stdout.setEncoding("utf8").on("data", (chunk) => {
      text += chunk;
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0];
      if (url !== undefined) done({ url, process: child });
    });
  });
}
