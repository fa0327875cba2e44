import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import type { SampleRows, SampleSource } from "../../model/source-kind.ts";

/** A database with one table of texts. */
export async function sample(rows: SampleRows): Promise<SampleSource> {
  const path = `data/${rows.name}.db`;
  const lines = [
    "  sqlite:",
    `    path: ${path}`,
    `    query: SELECT ${rows.columns.join(", ")} FROM ${quoted(rows.name)}`,
  ];
  return { lines, files: new Map([[path, await databaseOf(rows)]]) };
}

async function databaseOf({ name, columns, rows }: SampleRows): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "planhat-sync-"));
  try {
    const file = join(folder, "sample.db");
    const database = new DatabaseSync(file);
    // By `exec` alone: a prepared statement keeps the file open after it is closed.
    const values = rows.map((row) => `(${row.map(text).join(", ")})`).join(", ");
    database.exec(`CREATE TABLE ${quoted(name)} (${columns.map((column) => `${quoted(column)} TEXT`).join(", ")});
      INSERT INTO ${quoted(name)} VALUES ${values};`);
    database.close();
    return await readFile(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function quoted(name: string): string {
  return /^[a-z_]\w*$/i.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
