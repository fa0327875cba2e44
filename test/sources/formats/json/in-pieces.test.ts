import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { JsonProblem } from "../../../../src/sources/formats/json/json-problem.ts";
import { JsonScanner } from "../../../../src/sources/formats/json/json-scanner.ts";
import { ListBeginning } from "../../../../src/sources/formats/json/list-beginning.ts";
import { parseJson, parseScanned } from "../../../../src/sources/formats/json/parse-json.ts";
import { runs } from "../../../support/effort.ts";

/** A text cut anywhere, through characters, escapes and numbers too. */
const cuts = fc.array(fc.nat(1000), { maxLength: 8 });

function pieces(bytes: Buffer, at: readonly number[]): readonly Buffer[] {
  const sorted = [0, ...at.map((one) => one % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length];
  return sorted.slice(1).map((end, index) => bytes.subarray(sorted[index], end));
}

const odd = fc.constantFrom(
  "-0",
  "9007199254740993",
  "1e400",
  "1.50",
  '"\\u00e9\\\\\\""',
  '"😀 [{:,"',
  "true",
);
const json = fc.oneof(
  fc.jsonValue().map((value) => JSON.stringify(value)),
  fc.array(odd).map((some) => `{"a":[${some.join(" , ")}],"b":{"a":${some[0] ?? "0"}}}`),
);

describe("a text in pieces", () => {
  test("gives what it gives in one, wherever it is cut", () => {
    fc.assert(
      fc.property(json, cuts, fc.constantFrom("", "\ufeff", " \n"), (text, at, before) => {
        const bytes = Buffer.from(before + text);
        const scanner = new JsonScanner({ values: 1000 });
        for (const piece of pieces(bytes, at)) scanner.take(piece);
        expect(parseScanned(bytes, scanner.end())).toEqual(parseJson(bytes));
      }),
      { numRuns: runs(2000) },
    );
  });

  test("is refused for the same reason as in one", () => {
    const bomb = fc.constantFrom(
      "[".repeat(600),
      `[${"{},".repeat(40)}0]`,
      `[${"1,".repeat(80)}1]`,
      `{"a":"${"x".repeat(90)}"}`,
    );
    fc.assert(
      fc.property(bomb, cuts, (text, at) => {
        const bytes = Buffer.from(text);
        const kinds = [[bytes], pieces(bytes, at)].map((parts) => {
          const scanner = new JsonScanner({ values: 60 });
          try {
            for (const part of parts) scanner.take(part);
            return "fine";
          } catch (error) {
            return error instanceof JsonProblem ? error.kind : "another error";
          }
        });
        expect(kinds[1]).toBe(kinds[0]);
      }),
    );
  });
});

describe("the beginning of a list", () => {
  const name = fc.constantFrom("data", "items", 'a"b', "é", "other");

  /** What the beginning finds, and how many bytes it took for that. */
  function beginning(bytes: Buffer, at: readonly number[], path: readonly string[], count: number) {
    const list = new ListBeginning(path, count);
    let taken = 0;
    for (const piece of pieces(bytes, at)) {
      taken += piece.length;
      if (list.take(piece)) break;
    }
    const { extent } = list;
    if (extent === undefined) return { items: undefined, taken };
    const text = bytes.subarray(extent.start, extent.end).toString("utf8");
    return { items: JSON.parse(`[${text}]`) as readonly unknown[], taken };
  }

  test("is the first items, wherever the list stands, and nothing behind them is needed", () => {
    const member = fc.tuple(name, fc.jsonValue({ maxDepth: 3 }));
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue({ maxDepth: 3 }), { minLength: 2, maxLength: 8 }),
        fc.array(fc.tuple(fc.array(member, { maxLength: 3 }), name), { maxLength: 3 }),
        cuts,
        fc.nat(),
        fc.constantFrom(undefined, 2),
        (items, around, at, pick, indent) => {
          const count = 1 + (pick % (items.length - 1));
          let value: unknown = items;
          const path: string[] = [];
          for (const [members, key] of around) {
            // Whatever stands in front of the list, and behind it.
            const others = members.filter(([other]) => other !== key);
            value = Object.fromEntries([...others.slice(0, 1), [key, value], ...others.slice(1)]);
            path.unshift(key);
          }
          const bytes = Buffer.from(JSON.stringify(value, undefined, indent));
          const half = beginning(bytes, at, path, count);
          expect(half.items).toEqual(JSON.parse(JSON.stringify(items.slice(0, count))));
          // Cut off behind what it took, the text gives the same.
          expect(beginning(bytes.subarray(0, half.taken), at, path, count).items).toEqual(half.items);
        },
      ),
      { numRuns: runs(1000) },
    );
  });

  test.each([
    ["a list that has no more", "[1,2]", [], 2],
    ["an empty list", "[]", [], 1],
    ["a path to a text", '{"data":"[1,2,3]"}', ["data"], 1],
    ["a path to an object", '{"data":{"items":[1,2,3]}}', ["data"], 1],
    ["a path through a list", '{"data":[{"items":[1,2,3]}]}', ["data", "items"], 1],
    ["a path that is not there", '{"other":[1,2,3]}', ["data"], 1],
    ["a list where an object should be", "[1,2,3]", ["data"], 1],
    ["a number", "5", [], 1],
    ["a name that is only a value", '{"a":"data","b":[1,2,3]}', ["data"], 1],
    ["the name deeper down", '{"a":{"data":[1,2,3]}}', ["data"], 1],
  ])("is not found in %s", (_what, text, path, count) => {
    expect(beginning(Buffer.from(text), [], path, count).items).toBeUndefined();
  });
});
