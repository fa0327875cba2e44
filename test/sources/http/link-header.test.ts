import { expect, test } from "vitest";
import { nextLink } from "../../../src/sources/http/pagination/link-header.ts";

test.each([
  ['<https://x/?p=2>; rel="next"', "https://x/?p=2"],
  ["<?p=2>;rel=next", "?p=2"],
  ['<a>; rel="prev", <b>; rel="next", <c>; rel="last"', "b"],
  ['<a?x=1,2;3>; title="a, b; rel=next"; rel="prev first", <b>; REL="Next last"', "b"],
  ['<a>; title="says \\"next\\""; rel="last"', undefined],
  ['<a>; rel="nextish"', undefined],
  ["<a>", undefined],
  ["<a", undefined],
  ["", undefined],
  [undefined, undefined],
])("the next page in the Link header %j is %j", (header, target) => {
  expect(nextLink(header)).toBe(target);
});

test("a Link header made to take long does not", () => {
  expect(nextLink(`${"<a>;".repeat(4000)} rel`)).toBeUndefined();
  expect(nextLink(`<a>${'; x="'.repeat(4000)}`)).toBeUndefined();
});
