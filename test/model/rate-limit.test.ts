import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RateLimit } from "../../src/model/rate-limit.ts";

describe("the rate limit", () => {
  test("grants the whole minute's calls at once, then makes the next one wait for the first to leave the window", () => {
    const limit = new RateLimit(3);
    expect([limit.take(0), limit.take(10), limit.take(20)]).toEqual([0, 0, 0]);
    expect(limit.take(30)).toBe(60_470);
    expect(limit.take(60_500)).toBe(0);
    expect(limit.take(60_501)).toBe(9);
  });

  test("[A4] never grants more than the limit in any 60 seconds, whatever the times of asking", () => {
    const asks = fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), asks, (perMinute, gaps) => {
        const limit = new RateLimit(perMinute);
        const granted: number[] = [];
        let now = 0;
        for (const gap of gaps) {
          now += gap;
          if (limit.take(now) === 0) granted.push(now);
        }
        for (const [index, time] of granted.entries()) {
          const later = granted[index + perMinute];
          if (later !== undefined) expect(later - time).toBeGreaterThan(60_000);
        }
      }),
    );
  });

  test("grants a call after exactly the wait it asked for", () => {
    const limit = new RateLimit(1);
    limit.take(0);
    expect(limit.take(limit.take(1) + 1)).toBe(0);
  });

  test("grants nothing during a pause, to nobody", () => {
    const limit = new RateLimit(10);
    limit.pause(5000);
    limit.pause(1000);
    expect(limit.take(2000)).toBe(3000);
    expect(limit.left(2000)).toBe(0);
    expect(limit.take(5000)).toBe(0);
    expect(limit.left(5000)).toBe(9);
  });
});
