import { parseEnv } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readEnvFile } from "../../src/definition/files/env-file.ts";
import { runs } from "../support/effort.ts";

const read = (text: string) => readEnvFile(".env", text);

/** `line severity`, one a remark. */
function said(text: string): readonly string[] {
  return read(text).diagnostics.map(({ line, severity }) => `${line} ${severity}`);
}

describe("a .env", () => {
  test.each([
    ["A=abc", "abc"],
    ["A=abc # comment", "abc"],
    ["A=abc\t# comment", "abc"],
    ["A=  spaced out  ", "spaced out"],
    ["export A=abc", "abc"],
    ["  A = abc", "abc"],
    ["A=", ""],
    ["A= # comment", ""],
    ["A=# comment", ""],
    ['A="abc#def"', "abc#def"],
    ["A='abc # def' # comment", "abc # def"],
    ['A=`it\'s "quoted"`', 'it\'s "quoted"'],
    ['A="two\\nlines"', "two\nlines"],
    ["A='not\\ntwo'", "not\\ntwo"],
    ['A="first\nB=c#d\nlast"', "first\nB=c#d\nlast"],
    ["A=abc\r\nB=d\r\n", "abc"],
    ["# comment\n\n  # another\nA=abc", "abc"],
    ["A=postgres://u:p@h/d?sslmode=require", "postgres://u:p@h/d?sslmode=require"],
    ["A=it's", "it's"],
  ])("%j sets A, and nothing is said", (text, value) => {
    expect(read(text).variables["A"]).toBe(value);
    expect(said(text)).toEqual([]);
  });

  test.each([
    ["abcdefgh#0123456789", "abcdefgh#0123456789"],
    ["p#ss", "p#ss"],
    ["#", ""],
    ["a#", "a#"],
    ["postgres://u:p#w@h/d", "postgres://u:p#w@h/d"],
    ["a#b #c", "a#b"],
    ["##", ""],
    ["a##b", "a##b"],
  ])("keeps a # within the value %j, as docker compose does", (written, value) => {
    expect(read(`A=${written}`).variables["A"]).toBe(value);
    expect(said(`B=1\nA=${written}`)).toEqual(value.includes("#") ? ["2 warning"] : []);
  });

  test.each([
    ["an open quote", 'A="secret-1', ["1 error"], undefined],
    ["an open quote, and lines behind it", "A='secret-1\nB=2\n", ["1 error"], undefined],
    ["something behind a quote", 'B=1\nA="secret-1"x', ["2 error"], "secret-1"],
    ["two quoted parts", "A='secret-1'\"secret-2\"", ["1 error"], "secret-1"],
    ["no equals sign", "A=secret-1\nsecret-2", ["2 warning"], "secret-1"],
    ["a name with a blank", "MY A=secret-1", ["1 warning"], undefined],
    ["a name that begins with a digit", "1A=secret-1", ["1 warning"], undefined],
    ["one variable twice", "A=secret-1\n\nA=secret-2", ["3 warning"], "secret-2"],
  ])("says where it does not mean what it seems to: %s", (_what, text, remarks, value) => {
    const { variables, diagnostics } = read(text);
    expect(variables["A"]).toBe(value);
    expect(said(text)).toEqual(remarks);
    expect(JSON.stringify(diagnostics)).not.toContain("secret-");
  });

  test("names the line of each remark, through values of several lines", () => {
    expect(said('A="1\n2\n3"\nB=x#y\n\nC="z')).toEqual(["4 warning", "6 error"]);
  });

  test("sets what Node sets, wherever no remark is made", () => {
    const name = fc.constantFrom("A", "B_2", "export C", " D.e ");
    const value = fc.oneof(
      fc.stringMatching(/^[ a-z0-9:/@.?=&$%{}-]{0,12}$/),
      fc.stringMatching(/^[ a-z#\n]{0,8}$/).map((text) => `'${text}'`),
      fc.stringMatching(/^[ a-z#\n]{0,8}$/).map((text) => `"${text}"`),
    );
    const comment = fc.constantFrom("", " # a comment", ' # it\'s "one"');
    const lines = fc.array(
      fc.tuple(name, value, comment).map(([left, right, end]) => `${left}=${right}${end}`),
    );
    fc.assert(
      fc.property(lines, fc.constantFrom("\n", "\n\n", "\n# x=y\n"), (some, between) => {
        const text = some.join(between);
        const { variables, diagnostics } = read(text);
        fc.pre(diagnostics.length === 0);
        expect({ ...variables }).toEqual(parseEnv(text));
      }),
      { numRuns: runs(1000) },
    );
  });
});
