import { constants } from "node:fs";
import { copyFile, mkdir, realpath, rm, rmdir } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { textYaml } from "../../model/flow-yaml.ts";
import type { ObjectType } from "../../model/object-type.ts";
import type { Project } from "../../model/project.ts";
import type { Row } from "../../model/row.ts";
import { Stop } from "../../model/stop.ts";
import { csvKind } from "../../sources/csv/csv-kind.ts";
import { openSource } from "../../sources/index.ts";
import type { Context } from "../context.ts";
import { sourceContext } from "../source/source-context.ts";
import { profileColumns } from "./column-profile.ts";
import { type CsvForm, csvForm } from "./csv-form.ts";
import { definitionText } from "./definition-text.ts";
import { proposeDefinition } from "./propose-definition.ts";
import { type DefinitionFile, testedDefinition } from "./tested-definition.ts";

/** Rows looked at: enough to know what a column holds. */
const ROWS = 1000;

export interface ImportedCsv extends DefinitionFile {
  /** Where the file was copied to, relative to the project folder; undefined where it was in it. */
  readonly copied: string | undefined;
}

/**
 * A first definition for a CSV file. A file outside the project is copied into `data/`, because definitions read
 * nothing that lies elsewhere. Throws a Stop for a file that the source would not read.
 */
export async function importCsv(
  context: Context,
  project: Project,
  path: string,
  objectType: ObjectType,
): Promise<ImportedCsv> {
  const form = await csvForm(path);
  const { inside, copied } = await intoProject(context.projectDir, path);
  try {
    return { ...(await describe(context, project, inside, form, objectType)), copied };
  } catch (error) {
    if (copied !== undefined) await takeBack(context.projectDir, copied);
    throw error;
  }
}

async function describe(
  context: Context,
  project: Project,
  path: string,
  form: CsvForm,
  objectType: ObjectType,
): Promise<DefinitionFile> {
  const settings = {
    path,
    ...(form.delimiter === "," ? {} : { delimiter: form.delimiter }),
    ...(form.encoding === "utf-8" ? {} : { encoding: form.encoding }),
  };
  const source = await openSource({ kind: csvKind.kind, settings }, sourceContext(context, project));
  const { signal } = new AbortController();
  const rows: Row[] = [];
  for await (const some of source.read({ signal })) {
    rows.push(...some.slice(0, ROWS - rows.length));
    if (rows.length >= ROWS) break;
  }
  const names = (await source.columns?.(signal))?.map(({ name }) => name) ?? [];
  const draft = proposeDefinition({
    objectType,
    columns: profileColumns(
      names,
      rows.map(({ data }) => data),
    ),
    source: [
      `  ${csvKind.kind}:`,
      ...Object.entries(settings).map(([key, value]) => `    ${key}: ${textYaml(value)}`),
    ],
  });
  return testedDefinition(`syncs/${draft.name}.yaml`, definitionText(draft), rows);
}

/** A name that stands in a definition as it is: no glob, no variable, not standard input. */
const PLAIN_PATH = /^(?!-$)[\w .+@-]+(?:\/[\w .+@-]+)*$/;

async function intoProject(
  dir: string,
  path: string,
): Promise<{ readonly inside: string; readonly copied: string | undefined }> {
  await mkdir(dir, { recursive: true });
  const inside = relative(await realpath(dir), await realpath(path)).replaceAll(sep, "/");
  if (!inside.startsWith("..") && PLAIN_PATH.test(inside)) return { inside, copied: undefined };
  const copied = `data/${basename(path)
    .replace(/[^\w.-]+/g, "-")
    .replace(/^-+/, "")}`;
  try {
    await mkdir(dirname(join(dir, copied)), { recursive: true });
    await copyFile(path, join(dir, copied), constants.COPYFILE_EXCL);
  } catch (cause) {
    throw new Stop("file-unwritable", `The CSV file could not be copied to ${copied} in the project.`, {
      fix: "Put it there yourself, or rename or delete what stands there, and give --from-csv its new path.",
      cause,
    });
  }
  return { inside: copied, copied };
}

/** The copy, and the folders that were made for it: those that are not empty stay. */
async function takeBack(dir: string, copied: string): Promise<void> {
  await rm(join(dir, copied), { force: true });
  for (const folder of [dirname(join(dir, copied)), dir]) await rmdir(folder).catch(() => undefined);
}
