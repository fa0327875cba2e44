import type { StopKind } from "../model/stop.ts";

/** What the README lists: scripts and CI depend on each of them. */
export const EXIT = {
  done: 0,
  failure: 1,
  changes: 2,
  definition: 3,
  environment: 4,
  guard: 5,
  rejected: 6,
  stale: 7,
  interrupted: 130,
  terminated: 143,
} as const;

/** Where several codes fit, the first of these is returned; a signal's own code goes before all of them. */
const PRECEDENCE: readonly number[] = [130, 143, 3, 4, 5, 7, 1, 6, 2, 0];

export function exitCode(codes: readonly number[]): number {
  return PRECEDENCE.find((code) => codes.includes(code)) ?? EXIT.done;
}

export function codeOfStop(kind: StopKind): number {
  switch (kind) {
    case "usage":
    case "definition":
      return EXIT.definition;
    case "environment":
      return EXIT.environment;
    case "guard":
      return EXIT.guard;
    case "stale":
      return EXIT.stale;
    case "failure":
      return EXIT.failure;
    case "interrupted":
      return EXIT.interrupted;
    default:
      return kind satisfies never;
  }
}
