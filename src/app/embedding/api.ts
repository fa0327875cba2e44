import type { Clock } from "../../model/clock.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { BaselineKind, PlanView } from "../../model/plan-view.ts";
import type { ProgressEvent } from "../../model/progress.ts";
import type { RunReport } from "../../model/run-report.ts";
import type { LeaseHolder, StateStore } from "../../model/state-store.ts";
import type { TestResult } from "../../model/test-result.ts";
import type { Fetch } from "../planhat/fetch.ts";

/** Everything is optional: a project opened without options does what the command does in its folder. */
export interface OpenOptions {
  /** Variables that the settings and the definitions may name. Default: `process.env`. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** In place of `.env` in the project's folder; relative to the working directory. */
  readonly envFile?: string;
  /** Which of the project's environments is meant. Default: the one that PLANHAT_SYNC_ENV names. */
  readonly environment?: string;
  /** Told of progress and warnings as they come. What it throws ends the run as a bug. */
  readonly onEvent?: (event: ProjectEvent) => void;
  /** Ends what runs when it fires: what is in flight finishes, and the state is saved. */
  readonly signal?: AbortSignal;
  /** Default: the system's. */
  readonly clock?: Clock;
  /** 0 ≤ x < 1, for the spread of retries. Default: Math.random. */
  readonly random?: () => number;
  /** Makes the HTTP calls to Planhat. Default: a client of its own, which honours HTTPS_PROXY. */
  readonly fetch?: Fetch;
  /** Opens the state in place of the one that the settings name. It is closed after each use. */
  readonly openState?: (options: OpenStateOptions) => Promise<StateStore>;
}

export interface OpenStateOptions {
  /** Names the Planhat that is written to: another one has accepted nothing of this. */
  readonly target: string;
  readonly readOnly: boolean;
}

/** Texts hold no secrets of the project. */
export type ProjectEvent =
  /** What a run found in the definitions. With an error among them it ends. */
  | { readonly kind: "diagnostics"; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: "warning"; readonly text: string }
  /** Another apply holds the state, and its end is waited for. */
  | { readonly kind: "waiting"; readonly holder: LeaseHolder }
  | { readonly kind: "progress"; readonly progress: ProgressEvent };

/**
 * A project, as another program uses it. The files are read anew by each call. What the command would print as an error
 * is thrown as a Stop, and nothing that is returned holds a secret of the project.
 */
export interface ProjectHandle {
  /** Finds the mistakes in the definitions, without network. */
  validate(options?: ValidateOptions): Promise<ValidateResult>;
  /** Runs the tests of the definitions, without network. */
  test(options?: TestOptions): Promise<TestRun>;
  /** Decides what an apply would change, and keeps it for `apply`. Writes nothing to Planhat. */
  plan(options?: PlanOptions): Promise<ProjectPlan>;
  /**
   * Writes a plan, or the file of one: of its changes, those whose records are still as it found them. Throws a Stop
   * where it belongs to other definitions or was applied already, and where a guard forbids it. However it ends once it
   * writes, it is in the report.
   */
  apply(plan: ProjectPlan | string, options?: ApplyOptions): Promise<RunReport>;
}

export interface SyncSelection {
  /** Names of syncs; all where there are none. */
  readonly syncs?: readonly string[];
}

export interface ValidateOptions extends SyncSelection {
  /** Takes warnings for errors. */
  readonly strict?: boolean;
}

export interface ValidateResult {
  /** Whether there is no error. */
  readonly ok: boolean;
  /** Names of the syncs that are right. */
  readonly syncs: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface TestOptions extends SyncSelection {
  /** Only the tests whose name contains it, in any case. */
  readonly filter?: string;
}

export interface TestRun {
  readonly ok: boolean;
  readonly results: readonly TestResult[];
}

export interface PlanOptions extends SyncSelection {
  /** Default: `live`, what Planhat holds now. */
  readonly baseline?: BaselineKind;
  /** Changes and rejects listed of each sync; their counts are whole. Default: 100. */
  readonly limit?: number;
  /** Reads whole sources, also those that read only what is new. */
  readonly full?: boolean;
  /** Keeps the plan in this file, relative to the working directory. Default: a temporary one. */
  readonly out?: string;
}

export interface ProjectPlan {
  /** What would change, by sync. */
  readonly view: PlanView;
  /** Why the guards of a definition forbid to apply it. */
  readonly violations: readonly string[];
  /** Whether there is anything to write. */
  readonly hasChanges: boolean;
  /** Absolute; its content is the records' values. */
  readonly file: string;
  /** Deletes the file, where it is a temporary one. */
  dispose(): Promise<void>;
}

export interface ApplyOptions {
  /** Applies although a guard of a definition forbids it. */
  readonly overrideGuards?: boolean;
  /** Milliseconds to wait for another apply to end. Default: 0. */
  readonly lockTimeout?: number;
  /** Changes and rejects listed of each sync. Default: 100. */
  readonly limit?: number;
}
