import { PassThrough } from "node:stream";
import type { Checkpoint } from "../../src/app/checkpoint.ts";
import { main } from "../../src/cli/main.ts";

/** `watch` in this process, told of each of its steps; ends by a signal that only it gets. */
export function watchHere(
  options: readonly string[],
  { dir, env }: { readonly dir: string; readonly env: Readonly<Record<string, string>> },
  onCheckpoint: (step: Checkpoint) => Promise<void> = async () => undefined,
) {
  const printed = { stdout: "", stderr: "" };
  const signals = new Map<string, () => void>();
  const sink = (name: "stdout" | "stderr") => ({
    write: (text: string) => {
      printed[name] += text;
      return true;
    },
    on: () => undefined,
  });
  const code = main(["watch", ...options], {
    env,
    cwd: () => dir,
    pid: process.pid,
    stdin: new PassThrough(),
    stdout: sink("stdout"),
    stderr: sink("stderr"),
    on: (signal: string, listener: (error: unknown) => void) =>
      signals.set(signal, () => listener(undefined)),
    off: () => undefined,
    exit: () => undefined,
    onCheckpoint,
  });
  return { printed, code, interrupt: () => signals.get("SIGINT")?.() };
}
