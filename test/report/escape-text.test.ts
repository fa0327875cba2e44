import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jsonText } from "../../src/report/json-text.ts";
import { escapeMessage, escapeText } from "../../src/report/text/escape-text.ts";
import { FORBIDDEN } from "./forbidden.ts";

describe("escapeText", () => {
  test.each([
    ["plain text", "plain text"],
    ['Zoë 東京 👩‍👩‍👧 \\ "', 'Zoë 東京 👩‍👩‍👧 \\ "'],
    ["a\nb\r\tc", "a\\nb\\r\\tc"],
    ["\u001b[31mred", "\\u001b[31mred"],
    ["\u009b31m", "\\u009b31m"],
    ["\u0000\u007f", "\\u0000\\u007f"],
    ["user\u202egnp.exe", "user\\u202egnp.exe"],
    ["a\u200bb\ufeff\u00ad", "a\\u200bb\\ufeff\\u00ad"],
    ["a\u2028b\u2029", "a\\u2028b\\u2029"],
    ["\ud800x\udc00", "\\ud800x\\udc00"],
    ["tag \u{e0041}", "tag \\u{e0041}"],
    ["::add-mask::x", "\\u003a:add-mask::x"],
    ["  ::stop-commands::x", "  \\u003a:stop-commands::x"],
    ["a::b", "a::b"],
    ["x ##[error]y", "x \\u0023#[error]y"],
    ["###[command]z", "#\\u0023#[command]z"],
    ["##vso[task.setvariable]z", "\\u0023#vso[task.setvariable]z"],
    ["## title", "## title"],
  ])("%j is written %j", (text, escaped) => {
    expect(escapeText(text)).toBe(escaped);
  });

  test("leaves nothing that a terminal or a CI runner acts on", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const escaped = escapeText(text);
        expect(escaped).not.toMatch(FORBIDDEN);
        expect(escaped).not.toContain("\n");
        expect(escaped.trimStart().startsWith("::")).toBe(false);
      }),
    );
  });

  test("escapes once: what is escaped stays as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(escapeText(escapeText(text))).toBe(escapeText(text));
      }),
    );
  });
});

test("a message of several lines becomes one line", () => {
  expect(escapeMessage("  It is wrong.\r\n\n   Mend it.\u001b\n")).toBe("It is wrong. Mend it.\\u001b");
});

describe("jsonText", () => {
  test("writes what a terminal acts on as escapes that give the same value", () => {
    expect(jsonText({ a: "\u009b\u202e\u007f ##[x] é" })).toBe(
      '{\n  "a": "\\u009b\\u202e\\u007f \\u0023#[x] é"\n}\n',
    );
  });

  test("gives back any value, without a character that a terminal acts on", () => {
    const text = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(fc.dictionary(text, fc.array(text), { noNullPrototype: true }), (value) => {
        const json = jsonText(value);
        expect(JSON.parse(json)).toStrictEqual(value);
        expect(json).not.toMatch(FORBIDDEN);
      }),
    );
  });
});
