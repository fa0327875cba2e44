import { expect, test } from "vitest";
import {
  FLAG,
  NUMBER,
  oneOf,
  optional,
  readOptions,
  TEXT,
  TEXTS,
} from "../../src/cli/options/read-options.ts";

interface Options {
  readonly limit: number;
  readonly kind: "a" | "b";
  readonly keys: readonly string[];
  readonly out?: string;
  readonly dryRun?: boolean;
}

const READERS = { limit: NUMBER, kind: oneOf("a", "b"), keys: TEXTS, out: optional(TEXT), dryRun: FLAG };
const WRITTEN = { limit: 5, kind: "a", keys: ["k"] };

test("options come out as they are declared, absent ones are left out, and so is what is not declared", () => {
  expect(readOptions<Options>({ ...WRITTEN, out: undefined, other: 1 }, READERS)).toEqual(WRITTEN);
  expect(readOptions<Options>({ ...WRITTEN, out: "x", dryRun: true }, READERS)).toEqual({
    ...WRITTEN,
    out: "x",
    dryRun: true,
  });
});

test.each([
  [{ limit: "5" }, "--limit takes a number."],
  [{ limit: undefined }, "--limit takes a number."],
  [{ kind: "c" }, "--kind takes one of a, b."],
  [{ keys: ["k", 1] }, "--keys takes texts."],
  [{ out: 1 }, "--out takes a text."],
  [{ dryRun: "yes" }, "--dry-run takes no value."],
])("%j is refused with the option's name", (wrong, said) => {
  expect(() => readOptions<Options>({ ...WRITTEN, ...wrong }, READERS)).toThrow(said);
});
