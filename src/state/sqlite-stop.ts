import { Stop } from "../model/stop.ts";
import { DamagedRow } from "./rows/sealed-row.ts";

const BUSY = 5;
const LOCKED = 6;
const CORRUPT = 11;
const NOTADB = 26;

/** What SQLite threw → what the user reads; everything else is given back as it is. */
export function sqliteStop(error: unknown, path: string): unknown {
  if (error instanceof DamagedRow) return damaged(path, error);
  if (isDamage(error)) return damaged(path, error);
  const code = resultCode(error);
  const known = code === undefined ? undefined : REASONS[code];
  if (known === undefined) return error;
  const [reason, fix] = known;
  return new Stop("state-unusable", `The state file cannot be used: ${reason} (${path}).`, {
    cause: error,
    fix,
  });
}

export function isBusy(error: unknown): boolean {
  const code = resultCode(error instanceof Stop ? error.cause : error);
  return code === BUSY || code === LOCKED;
}

/** SQLite found something else than a sound database. */
export function isDamage(error: unknown): boolean {
  const code = resultCode(error);
  return code === CORRUPT || code === NOTADB;
}

/** A damaged state is never taken for an empty one: the next apply would create what is there already. */
export function damaged(path: string, cause?: unknown): Stop {
  // What SQLite found is told in its own words, what we found in ours.
  const found = cause instanceof Error ? cause.message : undefined;
  const isTheirs = resultCode(cause) !== undefined;
  const what = found === undefined || isTheirs ? "" : `: ${found}`;
  return new Stop("state-damaged", `The state file is damaged${what} (${path}).`, {
    cause,
    detail: isTheirs ? `SQLite says: ${found}.` : undefined,
    fix: RESTORE,
  });
}

export const RESTORE =
  "Restore the file and what stands beside it (-wal) from a backup. Without one, move it away and plan with " +
  "`--baseline live` before the next apply: Planhat itself then tells what is there.";

const REASONS: Readonly<Record<number, readonly [reason: string, fix: string]>> = {
  3: ["permission denied", "Give this user read and write permission, or name another place with `state:`."],
  [BUSY]: ["another process is writing to it", "Run the command again when that process has ended."],
  [LOCKED]: ["another process is writing to it", "Run the command again when that process has ended."],
  7: ["the memory is used up", "Give the process more memory."],
  8: ["it is read-only", "Give this user write permission, or name another place with `state:`."],
  10: [
    "the disk reports an error",
    "Check the disk. What was not saved is settled with Planhat by the next apply.",
  ],
  13: [
    "the disk is full",
    "Free some space and apply again. What was not saved is settled with Planhat by the next apply.",
  ],
  14: ["it cannot be opened", "Check that the folder exists and that this user may read and write in it."],
};

/** SQLite's own code, if it was SQLite that threw. */
export function resultCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("errcode" in error) || typeof error.errcode !== "number")
    return undefined;
  // The low byte; the rest is the extended code.
  return error.errcode & 0xff;
}
