import type { Clock } from "../../src/model/clock.ts";

/** A clock that only its sleeps move, for a program and the Planhat that it talks to: nobody waits. */
export function virtualClock(): Clock & { readonly slept: readonly number[] } {
  // As real ones do, the two clocks begin at different times.
  const epoch = Date.UTC(2026, 10, 24, 10);
  const slept: number[] = [];
  let time = 1000;
  return {
    slept,
    now: () => epoch + time,
    monotonic: () => time,
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
      const until = time + milliseconds;
      // Several may sleep at once: time does not pass twice for them.
      await new Promise(setImmediate);
      time = Math.max(time, until);
    },
  };
}
