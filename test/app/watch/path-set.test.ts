import { expect, test } from "vitest";
import { ANYWHERE, PathSet } from "../../../src/app/watch/path-set.ts";

test.each([
  ["data/a.csv", "data/a.csv", true],
  ["./data/../data/a.csv", "data/a.csv", true],
  ["data/a.csv", "data/b.csv", false],
  // The folder of a file that comes or goes takes it along.
  ["data/new/a.csv", "data", true],
  ["data/*.csv", "data/b.csv", true],
  ["data/*.csv", "data/deeper/b.csv", false],
  ["data/*/a.csv", "data/deeper/a.csv", true],
  ["data/**/*.csv", "data/so/much/deeper/b.csv", true],
  ["data/{a,b}/c.csv", "data/a/c.csv", true],
  ["*.csv", "a.csv", true],
  ["*.csv", "data/a.csv", false],
  ["data (old)/a.csv", "data (old)/a.csv", true],
])("%s names %s: %s", (pattern, file, names) => {
  expect(new PathSet([pattern]).names(file)).toBe(names);
});

test.each([
  ["data/new/a.csv", "data/new", true],
  ["data/new/a.csv", "other", false],
  ["data/*.csv", "data", true],
  ["data/*.csv", "data/deeper", false],
  ["**/*.csv", "any/folder", true],
])("to find %s, %s has to be looked into: %s", (pattern, folder, holds) => {
  expect(new PathSet([pattern]).mayHold(folder)).toBe(holds);
});

test("a change of which nobody knows where it was concerns everything", () => {
  expect(new PathSet([]).names(ANYWHERE)).toBe(true);
});
