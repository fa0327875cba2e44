import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import type { Row } from "../../../src/model/row.ts";
import type { ReadOptions, Source, SourceContext } from "../../../src/model/source.ts";
import { Stop } from "../../../src/model/stop.ts";
import { sqliteSource } from "../../../src/sources/sqlite/sqlite-source.ts";
import { contextOf, folderWith } from "../csv-folder.ts";

/** 2026-06-01T00:00:00Z. */
export const NOW = Date.UTC(2026, 5, 1);

export interface TestDatabase {
  readonly dir: string;
  readonly file: string;
  readonly warnings: string[];
  source(settings: Readonly<Record<string, unknown>>): Source;
}

/** A project with the database `crm.db`, made by these statements. */
export async function databaseOf(
  sql: string,
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<TestDatabase> {
  const dir = await folderWith(files);
  const file = join(dir, "crm.db");
  write(file, sql);
  const warnings: string[] = [];
  const base = contextOf(dir);
  const clock = { ...base.clock, now: () => NOW };
  const context: SourceContext = { ...base, clock, warn: (message) => warnings.push(message) };
  return {
    dir,
    file,
    warnings,
    source: (settings) => sqliteSource({ path: "crm.db", ...settings }, context),
  };
}

/** Runs statements in a connection of its own. */
export function write(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  try {
    database.exec(sql);
  } finally {
    database.close();
  }
}

export async function rowsOf(source: Source, options: Partial<ReadOptions> = {}): Promise<readonly Row[]> {
  const all: Row[] = [];
  const { signal } = new AbortController();
  for await (const rows of source.read({ signal, ...options })) all.push(...rows);
  return all;
}

export async function dataOf(
  source: Source,
  options: Partial<ReadOptions> = {},
): Promise<readonly Row["data"][]> {
  return (await rowsOf(source, options)).map(({ data }) => ({ ...data }));
}

/** The Stop that reading ends with. */
export async function stopOf(source: Source, options: Partial<ReadOptions> = {}): Promise<Stop> {
  const error = await rowsOf(source, options).catch((thrown: unknown) => thrown);
  if (error instanceof Stop) return error;
  throw new Error("The read did not end with a Stop.", { cause: error });
}
