import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { observeBranches } from "../../src/expression/observe-branches.ts";
import type { Json } from "../../src/model/json.ts";

/** What is untaken after these rows: `offset: what no test does`. */
function untaken(text: string, rows: readonly Json[]): readonly string[] {
  const observed = observeBranches(text);
  if (observed === undefined) throw new Error("It cannot be observed.");
  for (const row of rows) observed.evaluate(row, { runStart: 0 });
  const left = observed.branches.filter((branch) => !observed.taken.has(branch));
  return left.map(({ offset, untaken }) => `${text.slice(offset, offset + 6)}| ${untaken}`);
}

describe("observeBranches", () => {
  test.each<[string, readonly Json[], readonly string[]]>([
    [
      't = 1 ? "one" : "more"',
      [],
      ['"one" | makes the condition before `?` true', '"more"| makes the condition before `?` false'],
    ],
    ['t = 1 ? "one" : "more"', [{ t: 1 }], ['"more"| makes the condition before `?` false']],
    ['t = 1 ? "one" : "more"', [{ t: 1 }, {}], []],
    ["t = 1 ? x", [{ t: 1 }], ["? x| makes the condition before `?` false"]],
    ["a ?? bbbbbb", [{ a: 1 }], ["bbbbbb| needs the fallback behind `??`"]],
    ["a ?? bbbbbb", [{}], ["?? bbb| gives the left side of `??` a value"]],
    ["a ?: bbbbbb", [{ a: "" }], ["?: bbb| makes the left side of `?:` true"]],
    ["a and bbbbb", [{ a: true }], ["and bb| makes the left side of `and` false"]],
    ["a or bbbbbb", [{ a: true }], ["bbbbbb| makes the left side of `or` false"]],
    ["x.(k ? vvvvvv : w)", [{ x: [{ k: true }, { k: false }] }], []],
    [
      "(a ? 1 : 0) ?? 7777777",
      [{ a: true }],
      ["0) ?? | makes the condition before `?` false", "777777| needs the fallback behind `??`"],
    ],
  ])("%s over %j", (text, rows, left) => {
    expect(untaken(text, rows)).toEqual(left);
  });

  test.each([
    ['a ? "b:c" : elseee', "elseee"],
    ["a ? `x:y` : elseee", "elseee"],
    ["a ? b ? c : d : elseee", "elseee"],
    ["a ? /* : */ b : elseee", "elseee"],
    ["a ? { 'k': v } : elseee", "elseee"],
    ["a ? $match(b, /[:\\/]/) : elseee", "elseee"],
    ["a ? b / c : elseee", "elseee"],
    ["a ? b ?: c : elseee", "elseee"],
    ["a ? ($x := 1; $x) : elseee", "elseee"],
    ["a\n  ? b\n  :\n    elseee", "elseee"],
  ])("finds the else of %j", (text, start) => {
    const offsets = observeBranches(text)?.branches.map(({ offset }) => text.slice(offset, offset + 6));
    expect(offsets?.at(-1)).toBe(start);
  });

  test("an evaluation that fails has taken the branches up to there", () => {
    expect(untaken("a ? $number(b) : cccccc", [{ a: true, b: "no" }])).toHaveLength(1);
  });

  test("along a path that climbs too, but not in what cannot be compiled", () => {
    expect(untaken("a.b.(c ? %.d : 1)", [{ a: { b: { c: true }, d: 1 } }])).toHaveLength(1);
    expect(observeBranches("a ?")).toBeUndefined();
    expect(observeBranches("$eval(a) ? 1 : 2")).toBeUndefined();
  });

  test("every evaluation goes one way and only one through a conditional", () => {
    const condition = fc.constantFrom("a", "b", "a and b", "a or b", "a ?? b", "a ?: b", "a = b");
    const value = fc.constantFrom(undefined, null, 0, 1, "", "x", true, false);
    fc.assert(
      fc.property(condition, value, value, (text, a, b) => {
        const observed = observeBranches(`(${text}) ? 1 : 2`);
        observed?.evaluate(JSON.parse(JSON.stringify({ a, b })), { runStart: 0 });
        const outer = observed?.branches.slice(-2) ?? [];
        expect(outer.filter((branch) => observed?.taken.has(branch))).toHaveLength(1);
      }),
    );
  });
});
