import type { Run } from "../runtime/run.ts";

/** A builtin, given its arguments checked and completed. */
export type Implementation = (args: readonly unknown[], run: Run) => unknown;
