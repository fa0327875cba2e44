import { describe, expect, test } from "vitest";
import { Interruption } from "../../src/cli/interruption.ts";
import type { Clock } from "../../src/model/clock.ts";

/** Signals and time by hand. */
function surroundings() {
  const listeners = new Map<string, (error: unknown) => void>();
  const exits: number[] = [];
  const said: string[] = [];
  let time = 0;
  let sleepers: { readonly until: number; readonly wake: () => void }[] = [];
  const clock: Clock = {
    now: () => time,
    monotonic: () => time,
    sleep: (milliseconds, signal) =>
      new Promise((wake) => {
        sleepers.push({ until: time + milliseconds, wake });
        signal?.addEventListener("abort", () => wake(), { once: true });
      }),
  };
  const io = {
    env: {},
    cwd: () => "/",
    pid: 1,
    stdin: process.stdin,
    stdout: { write: () => true, on: () => undefined },
    stderr: { write: () => true, on: () => undefined },
    on: (signal: string, listener: (error: unknown) => void) => listeners.set(signal, listener),
    off: (signal: string) => listeners.delete(signal),
    exit: (code: number) => void exits.push(code),
  };
  return {
    interruption: new Interruption(io, clock, (text) => said.push(text)),
    exits,
    said,
    listeners,
    kill: (signal: string) => listeners.get(signal)?.(undefined),
    pass: async (milliseconds: number) => {
      time += milliseconds;
      const due = sleepers.filter(({ until }) => until <= time);
      sleepers = sleepers.filter(({ until }) => until > time);
      for (const { wake } of due) wake();
      await new Promise(setImmediate);
    },
  };
}

describe("[P1] a signal", () => {
  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ])("%s ends what comes next, not what is in flight", (signal, code) => {
    const { interruption, kill, exits, said } = surroundings();
    kill(signal);
    expect(interruption.code).toBe(code);
    expect(interruption.signal.aborted).toBe(true);
    expect(interruption.abandoned.aborted).toBe(false);
    expect(exits).toEqual([]);
    expect(said).toEqual(["Interrupted: finishing what is in flight. Interrupt again to leave at once."]);
  });

  test("that comes twice within a second counts as one; later it leaves at once", async () => {
    const { kill, pass, exits } = surroundings();
    kill("SIGTERM");
    await pass(999);
    kill("SIGTERM");
    expect(exits).toEqual([]);
    await pass(1);
    kill("SIGINT");
    expect(exits).toEqual([130]);
  });

  test("is obeyed within ten seconds: after eight what has no answer is abandoned, then the process ends", async () => {
    const { interruption, kill, pass, exits } = surroundings();
    kill("SIGINT");
    await pass(7999);
    expect(interruption.abandoned.aborted).toBe(false);
    await pass(1);
    expect(interruption.abandoned.aborted).toBe(true);
    expect(exits).toEqual([]);
    await pass(1500);
    expect(exits).toEqual([130]);
  });

  test("hurries nobody once the work has ended", async () => {
    const { interruption, kill, pass, exits, listeners } = surroundings();
    kill("SIGINT");
    interruption.dispose();
    await pass(60_000);
    expect(interruption.abandoned.aborted).toBe(false);
    expect(exits).toEqual([]);
    expect(listeners.size).toBe(0);
  });
});
