import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { afterAll } from "vitest";
import type { Source, SourceContext } from "../../src/model/source.ts";
import { csvSource } from "../../src/sources/csv/csv-source.ts";

/** A new project folder with these files, gone after the tests. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "csv-"));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

export function csvIn(
  projectDir: string,
  settings: Readonly<Record<string, unknown>>,
  stdin: NodeJS.ReadableStream = Readable.from([]),
): Source {
  return csvSource(settings, contextOf(projectDir, stdin));
}

export function contextOf(
  projectDir: string,
  stdin: NodeJS.ReadableStream = Readable.from([]),
): SourceContext {
  const unused = (): never => {
    throw new Error("not used here");
  };
  return {
    projectDir,
    stdin,
    connections: {},
    clock: { now: unused, monotonic: unused, sleep: unused },
    random: unused,
    compileExpression: unused,
    warn: unused,
    redact: unused,
  };
}

/** A source over one file with this content. */
export async function csvOf(
  content: string | Uint8Array,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<Source> {
  return csvIn(await folderWith({ "data.csv": content }), { path: "data.csv", ...settings });
}

/** A table as CSV, with every value quoted that needs it. */
export function writeCsv(rows: readonly (readonly string[])[], delimiter = ",", lineEnd = "\n"): string {
  return rows.map((row) => row.map((value) => quote(value, delimiter)).join(delimiter) + lineEnd).join("");
}

/** A lone empty value is quoted, or its line would be blank. */
function quote(value: string, delimiter: string): string {
  const needed = value === "" || /["\r\n]/.test(value) || value.includes(delimiter);
  return needed ? `"${value.replaceAll('"', '""')}"` : value;
}

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});
