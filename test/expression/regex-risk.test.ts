import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RegexTree } from "../../src/expression/regex/parse-regex.ts";
import { parseRegex } from "../../src/expression/regex/parse-regex.ts";
import { isUnsafeRegex, regexCost } from "../../src/expression/regex/regex-risk.ts";
import { MAX_TEXT } from "../../src/expression/runtime/run.ts";
import { runs } from "../support/effort.ts";

describe("[D14, T10] a regular expression is unsafe", () => {
  test.each([
    "(a+)+",
    "(a*)*",
    "(a|a)*b",
    "(a|ab|b)*c",
    "(a?b?)+$",
    "([a-z]+)*@",
    "(\\w+\\s?)*$",
    "(x+x+)+y",
    "(.*)*",
    "(?:a{1,30}){1,30}$",
    "(a?){30}a{30}",
    "^(([a-z])+.)+[A-Z]([a-z])+$",
    "(?=(a+)+b)x",
    "(?<name>\\d+)+$",
    "([a-z]|[A-Z])*$".replace("[A-Z]", "[a-f]"),
    "(\\u0061|a)+$",
    "((?:ab)+c?)+d",
    // Without any loop, but with a choice at each of many places.
    `${"a?".repeat(24)}b`,
    `${"(?:a|ab)(?:b|c)?".repeat(12)}d`,
    "(\\w|\\d)(\\w|\\d)(\\w|\\d)(\\w|\\d)(\\w|\\d)(\\w|\\d)(\\w|\\d)(\\w|\\d)(\\w|\\d)(\\w|\\d)!",
  ])("where a repeated part matches one text in several ways: %s", (source) => {
    expect(isUnsafeRegex(new RegExp(source, "g"))).toBe(true);
  });

  test("or not, however deep its brackets nest", () => {
    for (const depth of [100, 1000, 5000]) {
      const regex = new RegExp(`${"(".repeat(depth)}a${")".repeat(depth)}`, "g");
      expect([true, false]).toContain(isUnsafeRegex(regex));
      expect(regexCost(regex).maxText).toBeGreaterThanOrEqual(0);
    }
  });

  test("depending on its flags", () => {
    expect(isUnsafeRegex(/([a-z]|[A-Z])*$/g)).toBe(false);
    expect(isUnsafeRegex(/([a-z]|[A-Z])*$/gi)).toBe(true);
  });

  test.each([
    "\\s+",
    "^\\s+|\\s+$",
    "\\d{4}-\\d{2}-\\d{2}",
    "[^a-z0-9]+",
    "^(\\d+,)*\\d+$",
    "^(.*?),(.*)$",
    "^[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+$",
    "^(https?://)?([^/]+)(/.*)?$",
    "([\"']).*?\\1",
    '(?:[^"\\\\]|\\\\.)*',
    "^\\+?[0-9 ()-]{6,20}$",
    "(GmbH|AG|Ltd\\.?|Inc\\.?)$",
    "([A-Z]{2})(\\d{9})",
    "^(?:ab|cd)+$",
    "[\\]]+x{",
    "a{,3}",
    "^(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}$",
  ])("but not where it is one that people write: %s", (source) => {
    expect(isUnsafeRegex(new RegExp(source, "g"))).toBe(false);
  });
});

test("a look-around is tried at each place that the pattern around it comes to", () => {
  const alone = regexCost(/\w+c/g).maxText;
  expect(regexCost(/\w+(?=.*b)c/g).maxText).toBeLessThan(alone / 10);
  // Beside each other they add up, inside of each other they multiply.
  expect(regexCost(/^(?=.*a)(?=.*b).{8,}$/g).maxText).toBe(20_000);
  expect(regexCost(/^(?=.*a(?=.*b)).{8,}$/g).maxText).toBeLessThan(2000);
});

describe("the longest text that is searched", () => {
  test.each<[RegExp, number]>([
    [/\s+/g, MAX_TEXT],
    [/^(\d+,)*\d+$/g, MAX_TEXT],
    [/abc/g, MAX_TEXT],
    [/\s+$/g, 20_000],
    [/^(.*?),(.*)$/g, 20_000],
    [/^\s*(.*?)\s*$/g, 1062],
  ])("for %s is %i", (regex, length) => {
    expect(regexCost(regex).maxText).toBe(length);
  });
});

test("a safe pattern takes few steps on any text, where a matcher tries every way", () => {
  const { part } = fc.letrec<{ part: string }>((tie) => ({
    part: fc.oneof(
      { depthSize: "small" },
      { weight: 3, arbitrary: fc.constantFrom("a", "b", "[ab]", ".") },
      {
        weight: 2,
        arbitrary: fc
          .tuple(tie("part"), fc.constantFrom("*", "+", "?", "{2}"))
          .map(([p, q]) => `(?:${p})${q}`),
      },
      { weight: 2, arbitrary: fc.tuple(tie("part"), tie("part")).map(([p, q]) => p + q) },
      { weight: 1, arbitrary: fc.tuple(tie("part"), tie("part")).map(([p, q]) => `(?:${p}|${q})`) },
    ),
  }));
  const word = fc
    .array(fc.constantFrom("a", "b"), { minLength: 1, maxLength: 3 })
    .map((letters) => letters.join(""));
  let judged = 0;
  fc.assert(
    fc.property(part, word, (source, repeated) => {
      const regex = new RegExp(`^(?:${source})$`, "g");
      // Safe, and of a degree of at most 3.
      fc.pre(!isUnsafeRegex(regex) && regexCost(regex).maxText > 1000);
      judged += 1;
      const text = `${repeated.repeat(Math.ceil(40 / repeated.length))}!`;
      expect(stepsToFail(regex.source, text)).toBeLessThan(MANY);
    }),
    { numRuns: runs(500) },
  );
  expect(judged).toBeGreaterThan(100);
  expect(stepsToFail("^(?:(?:a|a)*)$", `${"a".repeat(40)}!`)).toBe(MANY);
});

/** Far above what three nested loops over the text take, far below what doubling at every letter takes. */
const MANY = 1_000_000;

/** Steps of a backtracking matcher that looks for the whole text and does not find it; at most MANY. */
function stepsToFail(source: string, text: string): number {
  let steps = 0;
  const { tree } = parseRegex(source);
  match(tree, 0, (end) => end === text.length);
  return Math.min(steps, MANY);

  function match(node: RegexTree, at: number, then: (at: number) => boolean): boolean {
    steps += 1;
    if (steps >= MANY) return true;
    switch (node.kind) {
      case "assertion":
        return then(at);
      case "set":
        return at < text.length && new RegExp(`^${node.source}$`).test(text[at] ?? "") && then(at + 1);
      case "choice":
        return node.options.some((option) => match(option, at, then));
      case "sequence":
        return sequence(node.items, at, then);
      case "repeat":
        return repeat(node, 0, at, then);
      default:
        return node satisfies never;
    }
  }

  function sequence(items: readonly RegexTree[], at: number, then: (at: number) => boolean): boolean {
    const [first, ...rest] = items;
    return first === undefined ? then(at) : match(first, at, (next) => sequence(rest, next, then));
  }

  function repeat(
    node: RegexTree & { kind: "repeat" },
    count: number,
    at: number,
    then: (at: number) => boolean,
  ): boolean {
    const more =
      count < node.max &&
      match(node.item, at, (next) => (next > at || count < node.min) && repeat(node, count + 1, next, then));
    return more || (count >= node.min && then(at));
  }
}
