import { resolve } from "node:path";
import type { OpenOptions, ProjectHandle } from "./app/embedding/api.ts";
import { embeddedProject } from "./app/embedding/embedded-project.ts";
import { embeddedContext } from "./app/embedding/surroundings.ts";

/** The public API: a project for another program. See docs/embedding.md. */
export type {
  ApplyOptions,
  OpenOptions,
  OpenStateOptions,
  PlanOptions,
  ProjectEvent,
  ProjectHandle,
  ProjectPlan,
  SyncSelection,
  TestOptions,
  TestRun,
  ValidateOptions,
  ValidateResult,
} from "./app/embedding/api.ts";
export type { Fetch, FetchAnswer, FetchInit } from "./app/planhat/fetch.ts";
export type { Clock } from "./model/clock.ts";
export type { Diagnostic } from "./model/diagnostic.ts";
export type { BaselineKind, PlanView, SyncPlanView } from "./model/plan-view.ts";
export type { ProgressEvent } from "./model/progress.ts";
export type { RunReport } from "./model/run-report.ts";
export type { StateStore } from "./model/state-store.ts";
export { Stop } from "./model/stop.ts";
export type { TestResult } from "./model/test-result.ts";

/** Opens the project in a folder. Reads nothing yet: each call reads the files anew. */
export function openProject(dir: string, options: OpenOptions = {}): ProjectHandle {
  const { envFile: name, env = process.env, onEvent, signal } = options;
  const outside = {
    projectDir: resolve(dir),
    envFile: name === undefined ? undefined : { name, path: resolve(name) },
    env,
    stdin: process.stdin,
    machine: { pid: process.pid, platform: process.platform, nodeVersion: process.versions.node },
  };
  return embeddedProject({
    context: () => embeddedContext(outside, options),
    cwd: () => process.cwd(),
    signal,
    tell: (event) => onEvent?.(event),
  });
}
