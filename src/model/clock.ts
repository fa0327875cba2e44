/** Time as an argument: the engine and every policy get it, so that no test waits. */
export interface Clock {
  /** Milliseconds since the epoch; may jump. For timestamps. */
  now(): number;
  /** Milliseconds on a clock that only goes forward. For durations and rate limits. */
  monotonic(): number;
  /** Ends early, without an error, when `signal` fires. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}
