import { access, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { OBJECT_TYPES } from "../../model/generated/objects.ts";
import type { JsonObject } from "../../model/json.ts";
import { nearest } from "../../model/nearest.ts";
import type { ObjectType } from "../../model/object-type.ts";
import { Stop } from "../../model/stop.ts";
import { sourceKind } from "../../sources/index.ts";
import type { Context } from "../context.ts";
import { load } from "../load.ts";
import { personalColumns } from "../source/personal-data.ts";
import { PACKAGE_DIR } from "../version.ts";
import { importCsv } from "./import-csv.ts";
import { importPlanhat } from "./import-planhat.ts";
import { type ProgramSource, programSource } from "./program-source.ts";
import { sampleFiles } from "./sample-files.ts";
import { projectFiles } from "./scaffold.ts";
import type { Target } from "./target.ts";
import type { DefinitionFile } from "./tested-definition.ts";

export interface NewProject {
  /** What the first sync is about, such as `Company`. */
  readonly object: string;
  /** A kind of source. */
  readonly source: string;
  readonly target: Target;
  /** A staging and a production, in place of one Planhat. */
  readonly hasEnvironments: boolean;
  /** What the first definition is proposed from: a CSV file (absolute), or the records of Planhat; else it is a sample. */
  readonly from?: { readonly kind: "file"; readonly file: string } | { readonly kind: "planhat" } | undefined;
}

/** Paths are relative to the project's folder. */
export interface InitializedProject {
  readonly written: readonly string[];
  /** What was there already, and stays. */
  readonly kept: readonly string[];
  readonly warnings: readonly string[];
}

/** Makes a project in the context's folder: settings, a first sync, a CI workflow. Overwrites nothing. */
export async function initProject(context: Context, project: NewProject): Promise<InitializedProject> {
  const made = await firstSync(context, project, objectTypeOf(project.object));
  const program = await programSource(PACKAGE_DIR, context.projectDir);
  const all = new Map<string, string | Uint8Array>([
    ...made.files,
    ...projectFiles(sourceKind(project.source).scaffold, project, program),
  ]);
  const written: string[] = [];
  const kept: string[] = [];
  for (const [path, text] of all) {
    (await writeNew(join(context.projectDir, path), text)) ? written.push(path) : kept.push(path);
  }
  return {
    written: [...made.written, ...written],
    kept,
    warnings: [...made.warnings, ...installWarning(program, written)],
  };
}

/** Where the workflows that were just written do not know where planhat-sync comes from. */
function installWarning({ kind }: ProgramSource, written: readonly string[]): readonly string[] {
  if (kind !== "unknown" || !written.some((path) => path.startsWith(".github/workflows/"))) return [];
  return [
    'The workflows in .github/workflows/ fail until you write into their step "Install planhat-sync" where it is installed from. It is not on npm yet, and this copy does not tell where it came from.',
  ];
}

interface FirstSync {
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** Files that stand there already, because they had to be read. */
  readonly written: readonly string[];
  readonly warnings: readonly string[];
}

async function firstSync(
  context: Context,
  { from, source, target }: NewProject,
  objectType: ObjectType,
): Promise<FirstSync> {
  if (from === undefined) {
    return {
      files: await sampleFiles(objectType, sourceKind(source).scaffold, target),
      written: [],
      warnings: [],
    };
  }
  await refuseExisting(context, objectType);
  if (from.kind === "file") {
    const made = await importCsv(context, await load(context), from.file, objectType);
    const { copied } = made;
    return {
      files: new Map([[made.file, made.text]]),
      written: copied === undefined ? [] : [copied],
      warnings: warningsOf(made),
    };
  }
  // They go into files.
  const records = (await recordsOf(context, objectType)).map(
    (record) => context.redaction.clean({ record }).record,
  );
  const made = await importPlanhat(objectType, records);
  const files = new Map([
    [made.file, made.text],
    [made.data.file, made.data.text],
  ]);
  return { files, written: [], warnings: warningsOf(made) };
}

/** Records to learn from: a page, which is one call. */
const LOOKED_AT = 100;

async function recordsOf(context: Context, objectType: ObjectType): Promise<readonly JsonObject[]> {
  if (objectType.list.maxLimit === 0) {
    throw new Stop(
      "nothing-to-learn",
      `Planhat does not give ${objectType.plural} back, so there is nothing to learn from.`,
      {
        fix: `Start from a sample instead: planhat-sync init --object ${objectType.name}.`,
      },
    );
  }
  const project = await load(context);
  const { connect } = await import("../runtime.ts");
  const connection = connect(context, project, () => undefined);
  try {
    return await connection.sample(objectType, LOOKED_AT, new AbortController().signal);
  } finally {
    await connection.close();
  }
}

function warningsOf({ file, tested }: DefinitionFile): readonly string[] {
  const columns = [...new Set(tested.flatMap(personalColumns))];
  if (columns.length === 0) return [];
  return [
    `The tests in ${file} hold real values that seem to be personal (${columns.join(", ")}): put made-up ones in their place before it goes into git.`,
  ];
}

function objectTypeOf(name: string): ObjectType {
  const found = OBJECT_TYPES.find((type) => type.name === name);
  if (found !== undefined) return found;
  const names = OBJECT_TYPES.map((type) => type.name);
  const guess = nearest(name, names);
  throw new Stop("name-unknown", "Planhat has no object of that name.", {
    fix: guess === undefined ? `The objects are: ${names.join(", ")}.` : `Did you mean ${guess}?`,
  });
}

/** Before anything is read: a proposal that would not be written helps nobody. */
async function refuseExisting({ projectDir }: Context, { plural }: ObjectType): Promise<void> {
  const file = `syncs/${plural.replaceAll(" ", "-")}.yaml`;
  const isThere = await access(join(projectDir, file)).then(
    () => true,
    () => false,
  );
  if (!isThere) return;
  throw new Stop("would-overwrite", `${file} already exists, and init overwrites nothing.`, {
    fix: "Rename or delete it, or name another folder: planhat-sync init DIR …",
  });
}

/** Whether it was written: a file that is there is the user's. */
async function writeNew(path: string, text: string | Uint8Array): Promise<boolean> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw new Stop("file-unwritable", "A file of the new project could not be written.", {
      fix: `Check the folder ${dirname(path)}: it must be a folder that you may write to.`,
      cause: error,
    });
  }
}
