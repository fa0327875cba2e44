import type { Checkpoint } from "../app/checkpoint.ts";
import type { Surroundings } from "../app/context.ts";
import type { Clock } from "../model/clock.ts";

/** A terminal that is closed sends SIGHUP. */
type Signal = "SIGINT" | "SIGTERM" | "SIGHUP";
/** Something was thrown where no promise is waited for, as in a timer. */
type Crash = "uncaughtException";

/** The surroundings of one invocation: `process`, or a test's stand-in. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  cwd(): string;
  readonly pid: number;
  readonly stdin: NodeJS.ReadableStream & {
    readonly isTTY?: boolean;
    setRawMode?(isRaw: boolean): unknown;
  };
  readonly stdout: Sink;
  readonly stderr: Sink;
  on(signal: Signal, listener: () => void): unknown;
  on(crash: Crash, listener: (error: unknown) => void): unknown;
  off(signal: Signal, listener: () => void): unknown;
  off(crash: Crash, listener: (error: unknown) => void): unknown;
  /** Leaves at once: for a second signal, and for a bug that no promise brings to the end of the command. */
  exit(code: number): void;
  /** Absent: the system's. */
  readonly clock?: Clock;
  /** 0 ≤ x < 1; absent: Math.random. */
  readonly random?: () => number;
  /** Absent: the system's. */
  readonly statfs?: NonNullable<Surroundings["statfs"]>;
  /** Called at each checkpoint of an apply, which waits for it. Absent but in tests. */
  readonly onCheckpoint?: (step: Checkpoint) => Promise<void>;
}

export interface Sink {
  write(text: string): boolean;
  on(event: "error", listener: (error: Error) => void): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** Absent in tests. */
  readonly fd?: number;
}
