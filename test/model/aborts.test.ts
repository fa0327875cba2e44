import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

test("every abort in the sources names its reason: without one it throws an AbortError, which looks like a bug", () => {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.tsx?$/.test(file),
  );
  // In a browser there is no Stop, and nothing but a fetch that nobody waits for.
  const ours = files.filter((file) => !/page.browser/.test(file));
  const bare = ours.filter((file) => /\babort\(\s*\)/.test(readFileSync(join("src", file), "utf8")));
  expect(files.length).toBeGreaterThan(500);
  expect(bare.map((file) => file.replaceAll("\\", "/"))).toEqual([]);
});
