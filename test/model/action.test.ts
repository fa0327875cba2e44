import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const SRC = new URL("../../src/", import.meta.url);

test("whoever asks for the action of a change says what each action means", () => {
  const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  expect(files.length).toBeGreaterThan(500);
  const silent = files.filter((file) => /\baction [!=]== "/.test(readFileSync(new URL(file, SRC), "utf8")));
  // byAction(), or a switch that ends in `satisfies never`: another action does not compile until each has a meaning for it.
  expect(silent).toEqual([]);
});
