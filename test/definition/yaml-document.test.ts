import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readYaml } from "../../src/definition/yaml/yaml-document.ts";
import { runs } from "../support/effort.ts";
import { places } from "./load-text.ts";

const read = (text: string) => readYaml("syncs/crm.yaml", text);

describe("[D8, C15] numbers are exact or refused", () => {
  test.each([
    ["12", 12],
    ["-3", -3],
    ["0", 0],
    ["1.1", 1.1],
    ["0.1", 0.1],
    ["-0.5", -0.5],
    ["2.5e-7", 2.5e-7],
    ["1e+21", 1e21],
    ['"1.10"', "1.10"],
    ["'0x1F'", "0x1F"],
    ["1.1.0", "1.1.0"],
    ["0b11", "0b11"],
    ["1e", "1e"],
    ["9007199254740991", 9007199254740991],
    ['"01234"', "01234"],
    ["NO", "NO"],
    ["yes", "yes"],
    ["12:30", "12:30"],
    ["1_000", "1_000"],
    ["2024-02-31", "2024-02-31"],
    ["~", null],
    ["true", true],
    ["!!str 01234", "01234"],
  ])("%s is read as %j", (written, value) => {
    expect(read(`a: ${written}`)).toMatchObject({ value: { a: value }, diagnostics: [] });
  });

  test.each([
    "01234",
    "-007",
    "9007199254740993",
    "12345678901234567890",
    "0.12345678901234567890",
    "1e400",
    ".nan",
    "-.inf",
  ])("%s is kept as text and reported", (written) => {
    const { value, diagnostics } = read(`a: ${written}`);
    expect(value).toEqual({ a: written });
    expect(diagnostics).toMatchObject([
      {
        rule: "yaml-number",
        line: 1,
        column: 4,
        reason: { fix: expect.stringMatching(/^put it in quotes/) },
      },
    ]);
  });

  test.each([
    ["1.10", 1.1],
    ["0x1F", 31],
    ["1e3", 1000],
    ["0o17", 15],
    ["1.0", 1],
    ["19.90", 19.9],
    ["2.", 2],
    [".5", 0.5],
    ["+5", 5],
    ["-0", 0],
    ["0.0", 0],
    ["1E3", 1000],
    ["1.5e3", 1500],
    ["-1.10", -1.1],
    ["0xDEADBEEF", 0xdeadbeef],
    ["100e-2", 1],
  ])("%s is reported, though it is %d", (written, value) => {
    const found = read(`a: ${written}`);
    expect(found.value).toEqual({ a: value });
    expect(found.diagnostics).toMatchObject([
      { rule: "yaml-number", reason: { fix: expect.stringMatching(/^put it in quotes/) } },
    ]);
  });

  test("whatever decimal is written, it is kept digit by digit or reported", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 19n }),
        fc.nat(18),
        fc.boolean(),
        (digits, scale, minus) => {
          const padded = `${digits}`.padStart(scale + 1, "0");
          const whole = padded.slice(0, padded.length - scale);
          const written = `${minus ? "-" : ""}${whole}${scale === 0 ? "" : `.${padded.slice(-scale)}`}`;
          const { value, diagnostics } = read(`a: ${written}`);
          if (diagnostics.length > 0) return;
          const kept = (value as { readonly a: number }).a;
          // What is sent is the shortest text of the number; only tiny ones are written with an exponent.
          const sent = Math.abs(kept) < 1e-6 ? kept.toFixed(scale) : JSON.stringify(kept);
          expect(normal(sent)).toBe(normal(written));
        },
      ),
      { numRuns: runs(1000) },
    );
  });
});

/** `-012.50` → `12.5`: no sign, no zeros that mean nothing. */
function normal(decimal: string): string {
  const unsigned = decimal.replace(/^-/, "");
  return unsigned.includes(".") ? unsigned.replace(/\.?0+$/, "") : unsigned;
}

describe("[D4, D6, D7] what YAML offers beyond JSON is refused where it stands", () => {
  test.each([
    ["a: &x 1", ["1:4 yaml-feature"]],
    ["a: &x 1\nb: *x", ["1:4 yaml-feature", "2:4 yaml-feature"]],
    ["a: { <<: { b: 1 } }", ["1:6 yaml-feature"]],
    ["a: !foo 1", ["1:4 yaml-feature"]],
    ["a: !!binary aGk=", ["1:4 yaml-feature"]],
    ["a: !!js/function 'x'", ["1:4 yaml-feature"]],
    ["a: !!set { b }", ["1:4 yaml-feature"]],
    ["a:\n  - !foo\n    b: 1", ["2:5 yaml-feature"]],
    ["1: a", ["1:1 yaml-key"]],
    ["? { b: 1 }\n: a", ["1:3 yaml-key"]],
    ["true: a", ["1:1 yaml-key"]],
    ["a: 1\n*x : 2", ["2:1 yaml-feature"]],
  ])("%j", (text, said) => {
    const { diagnostics } = read(text);
    expect(places(diagnostics).filter((place) => !place.endsWith("yaml-syntax"))).toEqual(said);
    expect(diagnostics.every(({ severity }) => severity === "error")).toBe(true);
  });

  test.each(["__proto__", "constructor", "prototype"])("the key %s, at any depth", (key) => {
    const { value, diagnostics } = read(`a:\n  - { ${key}: { x: 1 }, b: 2 }\n"${key}": { x: 1 }`);
    expect(places(diagnostics)).toEqual(["2:7 yaml-key", "3:1 yaml-key"]);
    expect(value).toEqual({ a: [{ b: 2 }] });
    expect(Object.prototype).not.toHaveProperty("x");
  });

  test.each(["__proto__", "constructor", "prototype"])("a custom field of the name %s", (name) => {
    const { value, diagnostics } = read(`fields:\n  "custom.${name}": x\n  custom.${name}s: y`);
    expect(places(diagnostics)).toEqual(["2:3 yaml-key"]);
    expect(value).toEqual({ fields: { [`custom.${name}s`]: "y" } });
  });

  test("a quoted << is a key like any other", () => {
    expect(read('"<<": 1').diagnostics).toEqual([]);
  });

  test("nine levels of nine aliases are an error, and nothing is expanded", () => {
    const levels = Array.from({ length: 9 }, (_, level) => {
      const before = level === 0 ? "x" : `*l${level - 1}`;
      return `l${level}: &l${level} [${Array(9).fill(before).join(", ")}]`;
    });
    const { value, diagnostics } = read(levels.join("\n"));
    expect(value).toBeUndefined();
    expect(new Set(diagnostics.map(({ rule }) => rule))).toEqual(new Set(["yaml-feature"]));
  });
});

describe("[D5] limits are checked before they can hurt", () => {
  test.each(["[", "{a: ", "- ", "? ", "[{a: "])("a hundred thousand %j in a row", (opening) => {
    const { value, diagnostics } = read(opening.repeat(100_000));
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { rule: "yaml-syntax", reason: { what: expect.stringContaining("100 levels") } },
    ]);
  });

  test("six levels are fine", () => {
    expect(read("a: { b: [{ c: { d: [1] } }] }").diagnostics).toEqual([]);
  });

  test("a file of more than 1 MiB is not parsed", () => {
    const comment = `# ${"é".repeat(512 * 1024)}\na: 1`;
    expect(read(comment).diagnostics).toMatchObject([{ rule: "file-too-large", line: 1, column: 1 }]);
    expect(read(`${"# x\n".repeat(20_000)}a: 1`).diagnostics).toEqual([]);
  });

  test("one text of more than 128 KiB is not read", () => {
    const { diagnostics } = read(`a: 1\nb: "${"x\n  ".repeat(50_000)}"`);
    expect(places(diagnostics)).toEqual(["2:4 file-too-large"]);
  });
});

describe("[D9] encodings", () => {
  test.each([
    ["CRLF", "a: 1\r\nb:\r\n  c: x\r\n", { a: 1, b: { c: "x" } }],
    ["NEL and the line separator inside a text", 'a: "x\u0085y\u2028z"', { a: "x\u0085y\u2028z" }],
    ["emoji", "a: 👩‍💻", { a: "👩‍💻" }],
  ])("%s", (_name, text, value) => {
    expect(read(text)).toMatchObject({ value, diagnostics: [] });
  });

  test.each([
    ["a: 1\nb: x\0y", "2:5"],
    ["a: \u001b[31m", "1:4"],
    ["a: 1 # \u009b", "1:8"],
    ["\0", "1:1"],
  ])("the control character in %j is an error", (text, place) => {
    expect(places(read(text).diagnostics)).toEqual([`${place} file-encoding`]);
  });

  test("half of a surrogate pair, written as an escape, is an error", () => {
    expect(places(read('a: "\\ud83d"').diagnostics)).toEqual(["1:4 file-encoding"]);
    expect(read('a: "\\ud83d\\ude00"').value).toEqual({ a: "😀" });
  });
});

test("[D1] no text makes it throw, and every error stands inside the text", () => {
  const piece = fc.constantFrom(
    "a",
    ": ",
    "- ",
    "\n",
    "  ",
    "[",
    "]",
    "{",
    "}",
    '"',
    "'",
    "&x ",
    "*x",
    "!t ",
    "#",
    "|",
    ">",
    "?",
    "\t",
    "1",
    ",",
    "%",
    "\\",
    "---\n",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join("");
      const lines = text.split("\n");
      for (const { line, column } of read(text).diagnostics) {
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column).toBeLessThanOrEqual((lines[line - 1] ?? "").length + 1);
      }
    }),
    { numRuns: runs(500) },
  );
});
