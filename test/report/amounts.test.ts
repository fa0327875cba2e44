import { expect, test } from "vitest";
import { amount, duration, plural, roughDuration, timestamp } from "../../src/report/text/amounts.ts";

test("numbers have thousands separators", () => {
  expect([0, 999, 1000, 1234567].map(amount)).toEqual(["0", "999", "1,000", "1,234,567"]);
});

test("one of a thing is named in the singular", () => {
  expect([plural(0, "row"), plural(1, "row"), plural(2000, "row")]).toEqual([
    "0 rows",
    "1 row",
    "2,000 rows",
  ]);
  expect(plural(2, "apply", "applies")).toBe("2 applies");
});

test.each([
  [0, "0.0 s"],
  [1.234, "1.2 s"],
  [59.94, "59.9 s"],
  [59.96, "1 min"],
  [119.6, "2 min"],
  [125, "2 min 5 s"],
  [3600, "1 h"],
  [3780, "1 h 3 min"],
])("%d seconds were measured as %s", (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});

test.each([
  [0.01, "1 s"],
  [1.2, "2 s"],
  [59.5, "1 min"],
  [90.2, "1 min 31 s"],
])("%d seconds are estimated as %s", (seconds, text) => {
  expect(roughDuration(seconds)).toBe(text);
});

test("times are told in UTC, to the second", () => {
  expect(timestamp(Date.UTC(2026, 2, 1, 9, 30, 5, 999))).toBe("2026-03-01 09:30:05Z");
});
