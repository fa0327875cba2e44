import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { Json } from "../../../../src/model/json.ts";
import { isChanged } from "../../../../src/sources/formats/json/exact-number.ts";
import { JsonProblem } from "../../../../src/sources/formats/json/json-problem.ts";
import { parseJson, parsePlainLines } from "../../../../src/sources/formats/json/parse-json.ts";
import { runs } from "../../../support/effort.ts";

/** What an honest reader makes of it, slowly: every number token that is not exact becomes text. */
function parse(text: string): unknown {
  return parseJson(Buffer.from(text, "utf8"));
}

/** Whole numbers beyond 2^53 become text, also those that a JavaScript number could hold: see exact-number.ts. */
function everyNumberIsKept(value: unknown): boolean {
  if (typeof value === "number") return !isChanged(JSON.stringify(value));
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).every(everyNumberIsKept);
}

describe("[S27] parseJson", () => {
  test("gives what JSON.parse gives for any value whose numbers are exact", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.nat(3), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        fc.pre(everyNumberIsKept(JSON.parse(text)));
        expect(parse(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  test("accepts and refuses the same texts as JSON.parse", () => {
    const pieces = fc.constantFrom(
      ...'{}[],:"\\ \t\n-+.eE0159',
      "true",
      "null",
      '"a"',
      '"\\u0061"',
      "é",
      "NaN",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join("");
        let expected = true;
        try {
          JSON.parse(text);
        } catch {
          expected = false;
        }
        try {
          parse(text);
          expect(expected).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(JsonProblem);
          expect((error as JsonProblem).kind === "repeated-key").toBe(expected);
        }
      }),
      { numRuns: runs(2000) },
    );
  });

  test("keeps every digit of any number, wherever it stands", () => {
    const digits = fc.stringMatching(/^-?(0|[1-9]\d{0,30})(\.\d{1,30})?([eE][+-]?\d{1,2})?$/);
    fc.assert(
      fc.property(digits, fc.string(), (written, text) => {
        const parsed = parse(`{"n":${written},"s":${JSON.stringify(text)},"l":[${written}, ${written}]}`) as {
          n: number | string;
          s: string;
          l: unknown[];
        };
        expect(parsed.s).toBe(text);
        expect(parsed.l).toEqual([parsed.n, parsed.n]);
        if (typeof parsed.n === "string") {
          expect(parsed.n).toBe(written);
          expect(sameValue(written, String(Number(written)))).toBe(false);
        } else expect(sameValue(written, String(parsed.n))).toBe(true);
      }),
    );
  });

  test("finds a key that stands twice in any object, however it is spelt", () => {
    const keys = fc.uniqueArray(fc.string({ maxLength: 4 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(keys, fc.nat(), fc.boolean(), (names, pick, escaped) => {
        const again = names[pick % names.length] ?? "";
        const spelt = escaped ? escapeAll(again) : JSON.stringify(again);
        const members = names.map((name) => `${JSON.stringify(name)}:[{"x":":{,"}]`);
        expect(() => parse(`[{${members.join()}}]`)).not.toThrow();
        expect(() => parse(`[{${members.join()},${spelt}:0}]`)).toThrow(JsonProblem);
        try {
          parse(`{"":0,"k":{${members.join()},${spelt}:0}}`);
        } catch (error) {
          expect(error).toMatchObject({ kind: "repeated-key", key: again });
        }
      }),
    );
  });

  test("tells of a fault beside a text of many megabytes", () => {
    const long = "\\n".repeat(10_000_000);
    const repeated = expect.objectContaining({ kind: "repeated-key", key: "b" });
    expect(() => parse(`{"a":"${long}","b":1,"b":2}`)).toThrow(repeated);
    const stray = expect.objectContaining({ kind: "syntax", offset: long.length + 8 });
    expect(() => parse(`{"a":"${long}",b:1}`)).toThrow(stray);
  });

  test("stands 200,000 levels without a crash, and says so", () => {
    const tooDeep = expect.objectContaining({ kind: "too-deep" });
    expect(() => parse("[".repeat(200_000) + "]".repeat(200_000))).toThrow(tooDeep);
    expect(() => parse("[".repeat(200_000))).toThrow(tooDeep);
    expect(() => parse("[".repeat(501) + "]".repeat(501))).toThrow(tooDeep);
    expect(() => parse("[".repeat(500))).toThrow(expect.objectContaining({ kind: "cut-off" }));
    expect(() => parse(`${'{"a":'.repeat(500)}1${"}".repeat(500)}`)).not.toThrow();
  });

  test("gives what JSON.parse gives, but for whole numbers beyond the safe ones", () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ noUnicodeString: false }),
        fc.constantFrom(undefined, 1),
        (value, indent) => {
          const text = JSON.stringify(value, undefined, indent);
          // JavaScript writes whole numbers below 1e21 without an exponent, as PostgreSQL does.
          const wanted: Json = JSON.parse(text, (_key, part: Json) =>
            typeof part === "number" && /^-?\d{16,}$/.test(String(part)) && !Number.isSafeInteger(part)
              ? String(part)
              : part,
          );
          expect(parse(text)).toEqual(wanted);
        },
      ),
    );
  });

  test.each<[string, Json]>([
    ['"9007199254740993"', "9007199254740993"],
    ['["\\\\", 9007199254740993, "\\"", 1e999, -1e400]', ["\\", "9007199254740993", '"', "1e999", "-1e400"]],
    ['{"9007199254740993": -0.0}', { "9007199254740993": 0 }],
    [JSON.stringify("[".repeat(2000)), "[".repeat(2000)],
    ["\ufeff[9007199254740993, 1]", ["9007199254740993", 1]],
  ])("reads %.40s", (text, value) => {
    expect(parse(text)).toEqual(value);
  });

  test.each([
    ["lists", `[${"[],".repeat(600_000)}0]`, "too-many"],
    ["objects", `[${"{},".repeat(600_000)}0]`, "too-many"],
    ["numbers", `[${"0,".repeat(1_100_000)}0]`, "too-many"],
    ["members", `{${Array.from({ length: 1_000_001 }, (_, at) => `"${at}":0`).join()}}`, "too-many"],
    [
      "names of one object",
      `{${Array.from({ length: 180_000 }, (_, at) => `"${at}":0`).join()}}`,
      "too-many",
    ],
    [
      "names of objects within each other",
      `[${`{"a":{${Array.from({ length: 60_000 }, (_, at) => `"${at}":{}`).join()}}},`.repeat(3)}0]`,
      "too-many",
    ],
    ["a text", `["${"a".repeat(33 * 1024 * 1024)}"]`, "too-long"],
    ["a number", `[${"1".repeat(33 * 1024 * 1024)}]`, "too-long"],
    ["blanks", " ".repeat(5 * 1024 * 1024), "blank"],
  ])("refuses more %s than a record can have, before they are made", (_what, text, kind) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ kind }));
  });
});

test.each([
  ["0", false],
  ["-0", true],
  ["-0.0e5", true],
  ["9007199254740993", true],
  ["9007199254740992", true],
  ["1000000000000000000000", true],
  ["1e21", false],
  ["1e400", true],
  ["-1e400", true],
  ["1e-400", true],
  ["0.1", false],
  ["0.10000000000000000000", false],
  ["0.1000000000000000055511151231257827", true],
  ["123456789012345.67", false],
  ["5e-324", false],
] as const)("whether JavaScript changes %s: %s", (written, changed) => {
  expect(isChanged(written)).toBe(changed);
});

/** Whether two decimal texts mean one number, by whole-number arithmetic. */
function sameValue(a: string, b: string): boolean {
  return scaled(a) === scaled(b);
}

function scaled(written: string): bigint {
  const [, sign, whole = "", fraction = "", power = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(written) ?? [];
  const value = BigInt(whole + fraction) * 10n ** BigInt(400 + Number(power) - fraction.length);
  return sign === "-" ? -value : value;
}

function escapeAll(text: string): string {
  const units = Array.from({ length: text.length }, (_, at) =>
    text.charCodeAt(at).toString(16).padStart(4, "0"),
  );
  return `"${units.map((unit) => `\\u${unit}`).join("")}"`;
}

describe("parsePlainLines", () => {
  const line = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value)),
    fc.constantFrom(
      "",
      "[1",
      "2]",
      '{"a":1',
      '"b":2}',
      "1,2",
      '{"a":1},{"b":2}',
      '"x',
      'y"',
      '{"a":1,"a":2}',
      "1e400",
      "-0",
    ),
  );

  test("gives what parseJson gives for every line alone, or leaves the lines to it", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), fc.constantFrom("\n", "\r\n"), (lines, end) => {
        const values = parsePlainLines(Buffer.from(lines.join(end)));
        const filled = lines.filter((text) => text !== "");
        if (values !== undefined) expect(values).toEqual(filled.map((text) => parse(text)));
      }),
      { numRuns: runs(1000) },
    );
  });

  test("takes lines that are plain", () => {
    expect(parsePlainLines(Buffer.from('{"a":1}\r\n{"b":[1,2]}\n5'))).toEqual([{ a: 1 }, { b: [1, 2] }, 5]);
    expect(parsePlainLines(Buffer.from('{"a":"x\ny"}'))).toBeUndefined();
    expect(parsePlainLines(Buffer.from('{"a":\n1}'))).toBeUndefined();
    expect(parsePlainLines(Buffer.from('{"a":1\n"b":2}\n{"c":1},{"d":2}'))).toBeUndefined();
  });
});
