// Starts a PostgreSQL and a local Planhat, applies the sync twice, shows what arrived, and ends both.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { startCluster } from "../../test/support/embedded-postgres.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const cli = join(here, "..", "..", "dist", "bin.js");
const scratch = mkdtempSync(join(tmpdir(), "planhat-sync-example-"));
let sandbox;
const cluster = await startCluster();
try {
  await fill(cluster.superuserUrl);
  sandbox = await startSandbox();
  const env = {
    ...process.env,
    WAREHOUSE_URL: `postgres://planhat_sync:example-password@127.0.0.1:${cluster.port}/postgres`,
    PLANHAT_API_URL: sandbox.url,
    PLANHAT_API_TOKEN: "sandbox-token",
    // The state is thrown away with the databases, so that every run begins at the beginning.
    PLANHAT_SYNC_STATE: join(scratch, "state.db"),
  };
  await run(["test"], env);
  await run(["apply", "--auto-approve"], env);
  const response = await fetch(`${sandbox.url}/companies?select=externalId,name,domains,phase,custom`, {
    headers: { authorization: "Bearer sandbox-token" },
  });
  for (const company of await response.json()) console.log(JSON.stringify(company));
  await run(["apply", "--auto-approve"], env);
} finally {
  sandbox?.process.kill("SIGTERM");
  await cluster.stop();
  rmSync(scratch, { recursive: true, force: true });
}

async function fill(url) {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(readFileSync(join(here, "data.sql"), "utf8"));
  await client.end();
}

function run(args, env) {
  console.log(`$ planhat-sync ${args.join(" ")}`);
  const child = spawn(process.execPath, [cli, "--project", here, ...args], {
    env,
    stdio: ["ignore", "inherit", "inherit"],
  });
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) =>
      code === 0 ? done() : fail(new Error(`planhat-sync ${args[0]} ended with ${code}`)),
    );
  });
}

function startSandbox() {
  const child = spawn(process.execPath, [cli, "sandbox", "--port", "0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
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
