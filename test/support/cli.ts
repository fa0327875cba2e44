import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import type { Checkpoint } from "../../src/app/checkpoint.ts";
import { main } from "../../src/cli/main.ts";
import type { Clock } from "../../src/model/clock.ts";
import type { StatFs } from "../../src/state/file-system.ts";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
/** The built command: `npm test` builds before it runs. */
const BIN = join(root, "dist", "bin.js");

export interface CliOptions {
  /** The project's folder; the working directory too. */
  readonly dir: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly clock?: Clock;
  /** KiB that a file of a process of its own may have: what comes closest to a full disk without a disk. */
  readonly fileLimit?: number;
  /** Files that a process of its own may have open. */
  readonly openFiles?: number;
  /** A program and its arguments that start a process of its own: strace, for example. */
  readonly through?: readonly string[];
  /** The user that a process of its own belongs to; only where this one belongs to root. */
  readonly user?: number;
  /** What the system would tell of file systems; only in this process. */
  readonly statfs?: StatFs;
  /** Told of the named steps of an apply; only in this process. */
  readonly onCheckpoint?: (step: Checkpoint) => void;
}

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command in this process, with streams of its own. */
export async function runMain(argv: readonly string[], options: CliOptions): Promise<CliResult> {
  const stdout = sink();
  const stderr = sink();
  const stdin = new PassThrough();
  stdin.end(options.stdin ?? "");
  const code = await main(argv, {
    env: options.env ?? {},
    cwd: () => options.dir,
    pid: process.pid,
    stdin,
    stdout,
    stderr,
    on: () => undefined,
    off: () => undefined,
    exit: () => undefined,
    random: () => 0.5,
    ...(options.clock === undefined ? {} : { clock: options.clock }),
    ...(options.statfs === undefined ? {} : { statfs: options.statfs }),
    ...(options.onCheckpoint === undefined
      ? {}
      : { onCheckpoint: async (step: Checkpoint) => options.onCheckpoint?.(step) }),
  });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

function sink() {
  let written = "";
  return {
    write: (text: string) => {
      written += text;
      return true;
    },
    on: () => undefined,
    text: () => written,
  };
}

/** The built command as a process of its own. */
export function startCli(argv: readonly string[], options: CliOptions): ChildProcess {
  return start(BIN, argv, options);
}

/** The same, told by STEP_AT and STEP_SIGNAL at which of its steps it gets which signal. */
export function startStepping(argv: readonly string[], options: CliOptions): ChildProcess {
  return start(join(root, "build", "stepping", "stepping-cli.js"), argv, options);
}

function start(
  file: string,
  argv: readonly string[],
  { dir, env = {}, fileLimit, openFiles, through = [], user }: CliOptions,
): ChildProcess {
  const { PATH = "" } = process.env;
  const [command, ...args] = [
    ...limited("f", fileLimit),
    ...limited("n", openFiles),
    ...through,
    process.execPath,
    file,
    ...argv,
  ] as [string, ...string[]];
  return spawn(command, args, {
    cwd: dir,
    env: { PATH, CI: "true", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    ...(user === undefined ? {} : { uid: user, gid: user }),
  });
}

function limited(resource: "f" | "n", limit: number | undefined): readonly string[] {
  return limit === undefined ? [] : ["bash", "-c", `ulimit -${resource} ${limit}; exec "$@"`, "bash"];
}

/** Until it has ended by itself. */
export function ended(child: ChildProcess): Promise<CliResult> {
  let stdout = "";
  let stderr = "";
  child.stdout?.setEncoding("utf8").on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr?.setEncoding("utf8").on("data", (chunk) => {
    stderr += chunk;
  });
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => done({ code, stdout, stderr }));
  });
}

/** Until its stderr has said so. */
export function says(child: ChildProcess, words: string): Promise<void> {
  let said = "";
  return new Promise((done) => {
    child.stderr?.setEncoding("utf8").on("data", (chunk) => {
      said += chunk;
      if (said.includes(words)) done();
    });
  });
}

export function runCli(argv: readonly string[], options: CliOptions): Promise<CliResult> {
  return ended(startCli(argv, options));
}

/** A PATH on which `planhat-sync` is the built command: for what a shell runs. The file is put into `dir`. */
export async function pathWithCommand(dir: string): Promise<string> {
  const bin = join(dir, ".bin");
  await mkdir(bin, { recursive: true });
  const script = `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`;
  await writeFile(join(bin, "planhat-sync"), script, { mode: 0o755 });
  return `${bin}:${process.env["PATH"] ?? ""}`;
}
