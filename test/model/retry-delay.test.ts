import { describe, expect, test } from "vitest";
import { retryAfter, retryDelay } from "../../src/model/retry-delay.ts";

describe("the delay before the next attempt", () => {
  test.each([
    { attempt: 1, random: 0, tooMany: false, delay: 0 },
    { attempt: 1, random: 0.999, tooMany: false, delay: 999 },
    { attempt: 3, random: 0.5, tooMany: false, delay: 2000 },
    { attempt: 9, random: 0.5, tooMany: false, delay: 15_000 },
    { attempt: 1, random: 0.5, tooMany: true, delay: 4000 },
    { attempt: 9, random: 0.5, tooMany: true, delay: 30_000 },
  ])("attempt $attempt at random $random (429: $tooMany) waits $delay ms", ({ delay, ...hints }) => {
    expect(retryDelay(hints)).toBe(delay);
  });

  test("is never shorter than the server asked for", () => {
    expect(retryDelay({ attempt: 1, random: 0, retryAfter: 30_000, tooMany: true })).toBe(30_000);
    expect(retryDelay({ attempt: 5, random: 0.99, retryAfter: 30_000, tooMany: true })).toBe(31_000);
  });
});

test("[A2] a Retry-After of 0 is no advice after a 429, whose quota is by the minute", () => {
  expect(retryDelay({ attempt: 3, random: 0.5, retryAfter: 0, tooMany: true })).toBe(16_000);
  expect(retryDelay({ attempt: 3, random: 0.5, retryAfter: 0, tooMany: false })).toBe(1000);
});

describe("[A2] Retry-After", () => {
  const now = Date.parse("Tue, 24 Nov 2026 10:00:00 GMT");
  test.each([
    ["30", 30_000],
    ["0", 0],
    ["86400", 86_400_000],
    ["Tue, 24 Nov 2026 10:00:20 GMT", 20_000],
    ["Tue, 24 Nov 2026 09:00:00 GMT", 0],
    ["-5", undefined],
    ["abc", undefined],
    ["1.5", undefined],
    ["Tue, 24 Nov 2026 10:00:20 GMT, 30", undefined],
    ["", undefined],
  ])("%j means %s ms", (value, expected) => {
    expect(retryAfter({ "retry-after": value }, now)).toBe(expected);
  });

  test("a date is measured against the server's own clock", () => {
    const headers = {
      "retry-after": "Tue, 24 Nov 2026 12:00:20 GMT",
      date: "Tue, 24 Nov 2026 12:00:00 GMT",
    };
    expect(retryAfter(headers, now)).toBe(20_000);
  });

  test("is absent where the header is", () => {
    expect(retryAfter({}, now)).toBeUndefined();
  });
});
