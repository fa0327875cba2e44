import fc from "fast-check";
import { expect, test } from "vitest";
import { LineBeginning } from "../../../src/sources/formats/line-beginning.ts";
import { runs } from "../../support/effort.ts";

const line = fc.constantFrom("a", "", " ", '"b"', '"c\nd"', '"e""\n"', "é,😀");

test("the first lines with something on them are found, wherever the text is cut", () => {
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 8 }),
      fc.constantFrom("\n", "\r\n"),
      fc.integer({ min: 1, max: 4 }),
      fc.nat(60),
      (lines, end, wanted, cut) => {
        const bytes = Buffer.from(lines.map((one) => one + end).join(""));
        const found = new LineBeginning(wanted, true);
        for (const piece of [bytes.subarray(0, cut), bytes.subarray(cut)]) if (found.take(piece)) break;
        const filled = lines.flatMap((one, index) => (one.trim() === "" ? [] : [index]));
        const last = filled[wanted - 1];
        const expected =
          last === undefined
            ? undefined
            : Buffer.byteLength(
                lines
                  .slice(0, last)
                  .map((one) => one + end)
                  .join("") + (lines[last] ?? ""),
              );
        expect(found.end).toBe(expected);
      },
    ),
    { numRuns: runs(1000) },
  );
});

test("without quotes each line end counts", () => {
  const found = new LineBeginning(2, false);
  expect(found.take(Buffer.from('{"a":"\n"}\n'))).toBe(true);
  expect(found.end).toBe(9);
});
