import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placedFile } from "../../src/definition/yaml/source-tree.ts";
import { readYaml } from "../../src/definition/yaml/yaml-document.ts";

/** What the marked place of a part of a value says in the source. */
function marked(text: string, part: string): string | undefined {
  const { tree, value } = readYaml("a.yaml", text);
  const scalar = (value as { readonly a: string }).a;
  const offset = scalar.indexOf(part);
  const { line, column, endColumn } = placedFile(tree).place(["a"], {
    span: { offset, length: part.length },
  });
  return text.split(/\r?\n/)[line - 1]?.slice(column - 1, endColumn - 1);
}

describe("a part of a value is found in", () => {
  test.each([
    ["a plain text", "a: $trm(name)", "trm"],
    ["a plain text over two lines", "a: one\n  two\n  three", "three"],
    ["single quotes with a quote before it", "a: 'it''s $trm(x)'", "trm"],
    ["double quotes with escapes before it", 'a: "\\u00e9\\t\\"\\x41\\U0001F600 trm"', "trm"],
    ["double quotes with a folded line", 'a: "one\n\n   two trm"', "trm"],
    ["double quotes with an escaped line break", 'a: "one\\\n   two trm"', "trm"],
    ["a literal block", "a: |\n  one\n    two\n  trm(x)\n", "trm"],
    ["a literal block with blank lines", "a: |-\n\n  one\n\n\n  trm(x)", "trm"],
    ["a literal block with an indentation of its own", "a: |2\n    one\n  trm\n", "trm"],
    ["a folded block", "a: >-\n  one\n  two trm\n  three\n\n  four\n", "four"],
    ["a folded block with indented lines", "a: >\n  one\n    two\n  trm\n", "trm"],
    ["CRLF lines", "a: |\r\n  one\r\n  trm\r\n", "trm"],
    ["a list in brackets", "a: 'x trm'", "trm"],
  ])("%s", (_name, text, part) => {
    expect(marked(text, part)).toBe(part);
  });
});

test("a place behind the value's end marks what follows its last character", () => {
  const { tree } = readYaml("a.yaml", "a: '$trim('\nb: 1");
  const place = placedFile(tree).place(["a"], { span: { offset: 6, length: 1 } });
  expect(place).toEqual({ line: 1, column: 11, endColumn: 12 });
});

test("in every style, every visible character of a value is found where it was written", () => {
  const line = fc.array(fc.constantFrom("a", "b", "'", "$", " ", "(", "/", "#x", "é"), {
    minLength: 1,
    maxLength: 8,
  });
  const lines = fc.array(
    line.map((parts) => parts.join("").trim()).filter((text) => text !== ""),
    { minLength: 1, maxLength: 4 },
  );
  const styles = {
    literal: (texts: readonly string[]) => `a: |\n  ${texts.join("\n  ")}\n`,
    folded: (texts: readonly string[]) => `a: >\n  ${texts.join("\n  ")}\n`,
    blanks: (texts: readonly string[]) => `a: >\n  ${texts.join("\n\n  ")}\n`,
    single: (texts: readonly string[]) => `a: '${texts.join("\n   ").replaceAll("'", "''")}'\n`,
    double: (texts: readonly string[]) => `a: "${texts.join("\n\n  ")}"\n`,
  };
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(styles)), lines, (style, texts) => {
      const text = style(texts);
      const { tree, value } = readYaml("a.yaml", text);
      const written = text.split("\n");
      const scalar = (value as { readonly a: string }).a;
      for (const [offset, character] of [...scalar].entries()) {
        if (/\s/.test(character)) continue;
        const { line: at, column } = placedFile(tree).place(["a"], { span: { offset, length: 1 } });
        expect(written[at - 1]?.[column - 1]).toBe(character);
      }
    }),
  );
});
