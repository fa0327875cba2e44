import { expect, test } from "vitest";
import { jsonFault } from "../../src/model/json-fault.ts";

function faultOf(text: string): ReturnType<typeof jsonFault> {
  try {
    JSON.parse(text);
  } catch (error) {
    return jsonFault(error);
  }
  return expect.unreachable("the text is JSON");
}

test.each([
  ['{"a": 1', true],
  ['{"a": "b', true],
  ["", true],
  ['{"a": 1]', false],
  ["nul", true],
])("%j ends too early: %j", (text, isCut) => {
  const { offset, isCut: told } = faultOf(text);
  expect(told || offset === text.length).toBe(isCut);
});

test("the place is the platform's, where it tells one", () => {
  expect(faultOf('{"a" 1}').offset ?? 5).toBe(5);
  expect(faultOf('["a", "b" "c"]').offset).toBe(10);
});

test("what is no error of the parser tells nothing", () => {
  expect(jsonFault(new Error("at position 3"))).toEqual({ offset: undefined, isCut: false });
});
