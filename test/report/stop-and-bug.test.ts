import { describe, expect, test } from "vitest";
import { Stop } from "../../src/model/stop.ts";
import { bugText } from "../../src/report/text/bug-text.ts";
import { stopText } from "../../src/report/text/stop-text.ts";
import { PLAIN } from "./sample-plan.ts";

test("a stop shows its message and what to do, and no stack", () => {
  const stop = new Stop("guard", "The plan changes too many records.\nIt is refused.", {
    fix: "Look at it.",
  });
  expect(stopText(stop.reason, PLAIN)).toBe(
    "error: The plan changes too many records. It is refused.\nhint: Look at it.\n",
  );
  expect(stopText(stop.reason, { colour: true })).toContain("\u001b[31merror:\u001b[39m The plan");
  expect(stopText(new Stop("failure", "It failed.").reason, PLAIN)).toBe("error: It failed.\n");
});

describe("bugText", () => {
  const head = `bug: planhat-sync met an error that it should have foreseen.
The fault is not in your project. Please report it with the lines below and the output of \`planhat-sync doctor\`.

`;

  test("shows the stack of the error and of its causes", () => {
    const cause = Object.assign(new Error("inner"), { stack: "Error: inner\n    at b.ts:2:2" });
    const error = Object.assign(new TypeError("outer", { cause }), {
      stack: "TypeError: outer\u001b\n    at a.ts:1:1",
    });
    expect(bugText(error, PLAIN)).toBe(
      `${head}  TypeError: outer\\u001b\n      at a.ts:1:1\n  caused by Error: inner\n      at b.ts:2:2\n`,
    );
  });

  test("an error that causes itself is shown once", () => {
    const error = Object.assign(new Error("loop"), { stack: "Error: loop" });
    error.cause = error;
    expect(bugText(error, PLAIN)).toBe(`${head}  Error: loop\n`);
  });

  test.each([
    [undefined, "undefined"],
    ["text", "'text'"],
    [Object.create(null), "[Object: null prototype] {}"],
  ])("%s that was thrown is shown as it is", (thrown, shown) => {
    expect(bugText(thrown, PLAIN)).toBe(`${head}  thrown: ${shown}\n`);
  });
});
