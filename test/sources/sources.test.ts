import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { openSource, SOURCES } from "../../src/sources/index.ts";
import { contextOf } from "./csv-folder.ts";

test("every source has one file and one name in the list", () => {
  const files = readdirSync(new URL("../../src/sources", import.meta.url))
    .filter((file) => file.endsWith(".ts") && file !== "index.ts")
    .map((file) => file.replace(".ts", ""));
  expect(Object.keys(SOURCES).toSorted()).toEqual(files.toSorted());
});

test.each(["ftp", "constructor"])("the kind %s, which the schema does not know, is a bug", (kind) => {
  expect(() => openSource({ kind, settings: {} }, contextOf("."))).toThrow(/bug: no source/);
});
