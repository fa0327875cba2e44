/** Milliseconds after the first failure, and the most. */
const FIRST = 2000;
const MOST = 60_000;

/**
 * How long a source that failed is left alone: a save must not wait for a database that is down, time and again.
 * `failures` in a row, at least 1 → milliseconds.
 */
export function patience(failures: number): number {
  return Math.min(MOST, FIRST * 2 ** Math.min(failures - 1, 10));
}
