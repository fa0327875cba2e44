import { describe, expect, test } from "vitest";
import { readLink } from "../../../src/sources/http/pagination/link-header.ts";

test.each([
  ['<https://x/?p=2>; rel="next"', "https://x/?p=2"],
  ["<?p=2>;rel=next", "?p=2"],
  ["</a?p=2>; rel='next', </a?p=9>; rel='last'", "/a?p=2"],
  ["<a>; rel = 'prev next'", "a"],
  ['<a>; rel="prev", <b>; rel="next", <c>; rel="last"', "b"],
  ['<a?x=1,2;3>; title="a, b; rel=next"; rel="prev first", <b>; REL="Next last"', "b"],
  ["<a>; title*=UTF-8''next%20page; rel=next; ", "a"],
  ['<a>; rel="next https://example.com/rels/more"', "a"],
  [', <a>; rel="preload"; crossorigin, <b>; rel="next",', "b"],
  ['<a>; rel="next"; results="true"', "a"],
  ['<a>; rel="next", <b>; rel="next"', "a"],
])("the next page in the Link header %j is %j", (header, target) => {
  expect(readLink(header)).toEqual({ kind: "next", target });
});

test.each([
  ['<a>; title="says \\"next\\""; rel="last"'],
  ['<a>; rel="nextish"'],
  ['<a>; rel="prev"; results="true", <b>; rel="next"; results="false"; cursor="0:100:0"'],
  ["<b>; rel=next; results=FALSE"],
  ["<b>; rel='next'; results='false'"],
  ['</style.css>; rel=preload; as="style"'],
  [""],
  [" , "],
  [undefined],
])("the Link header %j names no next page", (header) => {
  expect(readLink(header)).toEqual({ kind: "none" });
});

describe("a Link header that does not follow the grammar is not taken for one without a next page:", () => {
  test.each([
    ["<a"],
    ["<a>"],
    ["a; rel=next"],
    ["https://x/?p=2"],
    ["<a>; rel=\u201cnext\u201d"],
    ["<a>; rel=\u00e2\u0080\u009cnext\u00e2\u0080\u009d"],
    ['<a>; rel="next'],
    ["<a>; rel='next"],
    ["<a> rel=next"],
    ["<a>; rel=next <b>; rel=prev"],
    ["<a>; next"],
    ['<a>; rel=""'],
    ['<a>; rel="prev", b>; rel="next"'],
    ['{"next":"/a?p=2"}'],
  ])("%j", (header) => {
    expect(readLink(header)).toEqual({ kind: "unreadable" });
  });
});

test("a Link header made to take long does not", () => {
  for (const header of [
    `${"<a>;".repeat(4000)} rel`,
    `<a>${'; x="'.repeat(4000)}`,
    `<a>${"; x='".repeat(4000)}`,
    `${",".repeat(16_000)}x`,
    `<a>${";".repeat(16_000)}x=<`,
    `<a>;${" ".repeat(16_000)}=`,
  ]) {
    expect(readLink(header)).toEqual({ kind: "unreadable" });
  }
});
