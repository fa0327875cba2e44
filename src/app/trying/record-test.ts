import { randomBytes } from "node:crypto";
import { chmod, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { appendTest, type WrittenTest } from "../../definition/append-test.ts";
import { TEST_NOW } from "../../engine/run-test.ts";
import type { CompiledSync, Transformed } from "../../model/compiled-sync.ts";
import { isJsonObject, type Json, type JsonObject } from "../../model/json.ts";
import type { Project } from "../../model/project.ts";
import { nestCustom } from "../../model/record-body.ts";
import { Stop } from "../../model/stop.ts";
import type { Context } from "../context.ts";
import { sampleRows } from "../source/sample-rows.ts";

export interface Recorded {
  readonly test: WrittenTest;
  readonly file: string;
}

/**
 * Writes a test into a sync's definition, from the row of its source that has this key: the columns that its
 * expressions read, and the record or the rejection that comes of them. Throws a Stop and leaves the file as it was
 * where the test's name is taken, a value is a secret, or the file cannot be edited for certain.
 */
export async function recordTest(
  context: Context,
  project: Project,
  sync: CompiledSync,
  { key, name = `as of ${key}` }: { readonly key: string; readonly name?: string | undefined },
): Promise<Recorded> {
  if (sync.tests.some((test) => test.name === name)) {
    throw new Stop("would-overwrite", `${sync.file} has a test of that name already.`, {
      fix: "Give the new one another with --name NAME, or delete the old one from the file.",
    });
  }
  const [found] = await sampleRows(context, project, sync, { limit: 1, key, now: TEST_NOW });
  if (found === undefined) throw new Error("A row was found and is not there.");
  const test = writtenTest(sync, name, found.row.data, found.result);
  refuseSecrets(context, test);
  const text = appendTest(project.texts.get(sync.file) ?? "", test);
  if (text === undefined) {
    throw new Stop(
      "test-not-added",
      `${sync.file} is formatted in a way that does not let a test be added safely.`,
      {
        fix: `Add it under tests: yourself: ${JSON.stringify(test)}`,
      },
    );
  }
  await replaceFile(join(project.dir, sync.file), text);
  return { test, file: sync.file };
}

/** A test that passes: the row, and what the definition makes of it now. */
export function writtenTest(
  sync: CompiledSync,
  name: string,
  data: JsonObject,
  result: Transformed,
): WrittenTest {
  const row = usedColumns(sync, data);
  return result.kind === "record"
    ? { name, row, expect: nestCustom(result.record.fields) }
    : { name, row, expectError: result.rejection.rule };
}

/** What the expressions do not read has no place in git. */
function usedColumns(sync: CompiledSync, data: JsonObject): JsonObject {
  const used = new Set<string>();
  for (const { value } of sync.fields) {
    if (value.kind === "constant") continue;
    const { columns } = value.expression;
    if (columns === undefined) return { ...data };
    for (const column of columns) used.add(column);
  }
  return Object.fromEntries(Object.entries(data).filter(([column]) => used.has(column)));
}

function refuseSecrets({ redaction }: Context, test: WrittenTest): void {
  const isSecret = (value: Json): boolean => {
    if (Array.isArray(value)) return value.some(isSecret);
    if (isJsonObject(value)) return Object.entries(value).flat().some(isSecret);
    return redaction.redact(String(value)) !== String(value);
  };
  if (!isSecret(test as unknown as Json)) return;
  throw new Stop(
    "row-holds-secret",
    "The row holds a secret of this project, and a definition goes into git.",
    {
      fix: "Choose another row, or write the test by hand with a made-up value.",
    },
  );
}

/** By a file beside it, so that a full disk never leaves half a definition. */
async function replaceFile(path: string, text: string): Promise<void> {
  const temporary = `${path}.${randomBytes(4).toString("hex")}.tmp`;
  try {
    const { mode } = await stat(path);
    await writeFile(temporary, text, { flag: "wx" });
    await chmod(temporary, mode);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new Stop("file-unwritable", "The definition could not be written, and is as it was.", {
      fix: `Check that you may write to ${path} and that the disk has room.`,
      cause: error,
    });
  }
}
