/** How many calls may be made in a minute. What is granted is counted; how long to wait is answered, never waited. */
export interface CallLimit {
  /** 0: the call is granted and counted. Otherwise: milliseconds to wait before asking again; nothing is counted. */
  take(now: number): number;
  /** Nobody is granted a call before `until`: the server said that it is too much for it. */
  pause(until: number): void;
  /** Calls that would be granted at once. */
  left(now: number): number;
}

/** The calls that every process on this machine has made with one token. It never throws: it only makes calls wait. */
export interface CallLedger {
  /**
   * 0: fewer than `calls` were made in the last minute, and this one is counted now, or nothing can be known of the
   * others. Otherwise: milliseconds to wait before asking again, never more than the minute.
   */
  take(calls: number): number;
  /** Nobody is granted a call for so many milliseconds, a minute at most. */
  pause(milliseconds: number): void;
  /** May be called twice. */
  close(): void;
}
