import type { Clock } from "../model/clock.ts";
import type { StateStore } from "../model/state-store.ts";
import type { Stop } from "../model/stop.ts";
import type { StatFs } from "../state/file-system.ts";
import type { AppEvent } from "./app-event.ts";
import type { Checkpoints } from "./checkpoint.ts";
import type { Fetch } from "./planhat/fetch.ts";
import type { Redaction } from "./redaction.ts";
import { systemClock } from "./system-clock.ts";

/** Everything that the use cases get from outside. Nothing in src/app/ reads the process. */
export interface Surroundings extends Checkpoints {
  /** Absolute. */
  readonly projectDir: string;
  /** In place of `.env` in the project: its absolute path, and how it was named. */
  readonly envFile?: EnvFile | undefined;
  /** Which of the project's environments is meant; absent: the one that PLANHAT_SYNC_ENV names. */
  readonly environment?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What a source with the path `-` reads. */
  readonly stdin: NodeJS.ReadableStream;
  readonly machine: Machine;
  readonly redaction: Redaction;
  /** Told of everything worth showing that is not a result. */
  readonly tell: (event: AppEvent) => void;
  /** Also tells of each call to Planhat and of columns that no expression reads. */
  readonly verbose?: boolean | undefined;
  /** Absent: the system's. */
  readonly clock?: Clock | undefined;
  /** 0 ≤ x < 1; absent: Math.random. */
  readonly random?: (() => number) | undefined;
  /** Absent: the system's. */
  readonly statfs?: StatFs | undefined;
  /** In place of what the project's settings name. */
  readonly ports?: Ports | undefined;
}

export interface EnvFile {
  readonly path: string;
  readonly name: string;
}

/** The process and what it runs on. */
export interface Machine {
  readonly pid: number;
  readonly platform: NodeJS.Platform;
  readonly nodeVersion: string;
}

export interface Ports {
  /** Makes the HTTP calls to Planhat. */
  readonly fetch?: Fetch | undefined;
  /** Opens the state; what it answers is closed after each use. */
  readonly openState?: ((options: StatePortOptions) => Promise<StateStore>) | undefined;
}

export interface StatePortOptions {
  /** What the state is kept apart by: another Planhat has accepted nothing of this. */
  readonly target: string;
  readonly readOnly: boolean;
}

/** What a use case works with. */
export interface Context extends Surroundings {
  readonly clock: Clock;
  readonly random: () => number;
  readonly verbose: boolean;
  readonly ports: Ports;
  /** By sync: why its source could not be asked for its columns. Whoever is to read it fails of that, once. */
  readonly failedSources: Map<string, Stop>;
  /** What was told already and is not told again. */
  readonly told: Set<string>;
}

export function makeContext(surroundings: Surroundings): Context {
  return {
    ...surroundings,
    clock: surroundings.clock ?? systemClock,
    random: surroundings.random ?? Math.random,
    verbose: surroundings.verbose ?? false,
    ports: surroundings.ports ?? {},
    failedSources: new Map(),
    told: new Set(),
  };
}
