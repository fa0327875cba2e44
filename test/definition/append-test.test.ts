import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { appendTest } from "../../src/definition/append-test.ts";
import { readYaml } from "../../src/definition/yaml/yaml-document.ts";
import type { JsonObject } from "../../src/model/json.ts";

const TEST = { name: "new", row: { id: "1" }, expect: { externalId: "1" } };
const HEAD = "version: 1 # one\nname:   x\n";

describe("appendTest", () => {
  test.each([
    [
      "without tests",
      HEAD,
      `${HEAD}tests:\n  - name: new\n    row: { id: "1" }\n    expect: { externalId: "1" }\n`,
    ],
    [
      "without a line break at its end",
      "a: 1",
      'a: 1\ntests:\n  - name: new\n    row: { id: "1" }\n    expect: { externalId: "1" }\n',
    ],
    [
      "with tests in the middle, a comment behind, and keys after them",
      `tests:\n  - name: old\n    row: {  }   # why\n\n# more\n${HEAD}`,
      `tests:\n  - name: old\n    row: {  }   # why\n  - name: new\n    row: { id: "1" }\n    expect: { externalId: "1" }\n\n# more\n${HEAD}`,
    ],
    [
      "with a list that is not indented",
      "tests:\n- name: |\n    old\n",
      'tests:\n- name: |\n    old\n- name: new\n  row: { id: "1" }\n  expect: { externalId: "1" }\n',
    ],
    [
      "with an empty list",
      "tests: [] # none\na: 1\n",
      'tests: # none\n  - name: new\n    row: { id: "1" }\n    expect: { externalId: "1" }\na: 1\n',
    ],
    [
      "with an empty key",
      "tests: # none\na: 1\n",
      'tests: # none\n  - name: new\n    row: { id: "1" }\n    expect: { externalId: "1" }\na: 1\n',
    ],
    [
      "with a list in brackets",
      "tests: [ { name: old } , ] # x\n",
      'tests: [ { name: old }, { name: new, row: { id: "1" }, expect: { externalId: "1" } } , ] # x\n',
    ],
    [
      "with Windows line ends",
      "a: 1\r\n",
      'a: 1\r\ntests:\r\n  - name: new\r\n    row: { id: "1" }\r\n    expect: { externalId: "1" }\r\n',
    ],
  ])("edits a definition %s, and nothing else of it", (_, before, after) => {
    expect(appendTest(before, TEST)).toBe(after);
  });

  test("breaks a long row into lines", () => {
    const row = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`column_${index}`, "a value"]));
    expect(appendTest("a: 1\n", { name: "n", row, expectError: "required-field" })).toContain(
      "    row:\n      column_0: a value\n      column_1: a value\n",
    );
  });

  test.each(["{ a: 1 }\n", "- a\n", "a: [\n", ""])(
    "leaves %j alone, which it cannot edit for certain",
    (text) => {
      expect(appendTest(text, TEST)).toBeUndefined();
    },
  );

  test("any row reads back as it was", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 12 });
    const key = text.filter((name) => !["__proto__", "constructor", "prototype"].includes(name));
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 2 },
        text,
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        tie("list"),
        tie("map"),
      ),
      list: fc.array(tie("any"), { maxLength: 3 }),
      map: fc.dictionary(key, tie("any"), { maxKeys: 3 }),
    }));
    fc.assert(
      fc.property(fc.dictionary(key, value.any, { maxKeys: 12 }), text, (row, name) => {
        const edited = appendTest(HEAD, { name, row: row as JsonObject, expectError: "x" });
        const read = readYaml("", edited ?? "").value as { tests: { row: unknown; name: string }[] };
        expect(JSON.stringify(read.tests[0])).toBe(JSON.stringify({ name, row, expectError: "x" }));
      }),
    );
  });
});
