import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { syncSchema } from "../../src/model/generated/sync.ts";
import { openSource, SOURCE_KINDS } from "../../src/sources/index.ts";
import { contextOf } from "./csv-folder.ts";

const folder = fileURLToPath(new URL("../../src/sources", import.meta.url));

test("every source has one folder, one schema and one name in the list", () => {
  const folders = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(`${folder}/${entry.name}/${entry.name}-source.ts`))
    .map(({ name }) => name);
  const { properties } = syncSchema as { properties: { source: { properties: object } } };
  expect(SOURCE_KINDS.map(({ kind }) => kind).toSorted()).toEqual(folders.toSorted());
  expect(Object.keys(properties.source.properties).toSorted()).toEqual(folders.toSorted());
});

test.each(["ftp", "constructor"])("the kind %s, which the schema does not know, is a bug", async (kind) => {
  await expect(openSource({ kind, settings: {} }, contextOf("."))).rejects.toThrow(/bug: no source/);
});
