import type { Queries } from "./queries.ts";

export interface CallRequest {
  readonly caller: string;
  /** So many calls may be made in `window` milliseconds. */
  readonly calls: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly window: number;
}

/** 0 where the call is granted, and counted; otherwise milliseconds to wait. Its cost does not grow with the calls. */
export function takeCall(queries: Queries, { caller, calls, now, window }: CallRequest): number {
  const paused = pausedFor(queries, caller, now);
  if (paused > 0) return paused;
  const newest = queries.get(
    "SELECT number, time FROM calls WHERE caller = ? ORDER BY number DESC LIMIT 1",
    caller,
  );
  const last = numberOf(newest?.["number"]);
  // The clock was set back: calls of the future count as made now, so that they are over in a minute.
  if (numberOf(newest?.["time"]) > now) clampCalls(queries, now);
  const before = queries.get(
    "SELECT time FROM calls WHERE caller = ? AND number = ?",
    caller,
    last - calls + 1,
  );
  const age = before === undefined ? window : now - numberOf(before["time"]);
  if (age < window) return window - age;
  queries.run("INSERT INTO calls VALUES (?, ?, ?)", caller, last + 1, now);
  // Two for each that comes: what is too old gets less, and no call has to take away thousands.
  queries.run(
    `DELETE FROM calls WHERE caller = ?1 AND time <= ?2
       AND number < (SELECT min(number) FROM calls WHERE caller = ?1) + 2`,
    caller,
    now - window,
  );
  return 0;
}

/** A pause that is longer already stays. */
export function pauseCaller(queries: Queries, caller: string, now: number, milliseconds: number): void {
  if (milliseconds <= pausedFor(queries, caller, now)) return;
  queries.run("INSERT OR REPLACE INTO pauses VALUES (?, ?, ?)", caller, now, now + milliseconds);
}

/** Of every caller: tokens change, and a local Planhat has another port each time. */
export function dropOldCalls(queries: Queries, now: number, window: number): void {
  clampCalls(queries, now);
  queries.run("DELETE FROM calls WHERE time <= ?", now - window);
  queries.run("DELETE FROM pauses WHERE until <= ? OR since > ?", now, now);
}

/** A pause that begins in the future is of a clock that was set back since, and would last too long. */
function pausedFor(queries: Queries, caller: string, now: number): number {
  const pause = queries.get(
    "SELECT until FROM pauses WHERE caller = ? AND since <= ? AND until > ?",
    caller,
    now,
    now,
  );
  return pause === undefined ? 0 : numberOf(pause["until"]) - now;
}

function clampCalls(queries: Queries, now: number): void {
  queries.run("UPDATE calls SET time = ? WHERE time > ?", now, now);
}

function numberOf(value: unknown): number {
  return typeof value === "number" ? value : 0;
}
