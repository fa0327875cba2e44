import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { Command, Option } from "commander";
import { type Context, load } from "../../app/context.ts";
import { askProject, type ProjectAnswers } from "../../app/scaffold/ask-project.ts";
import { importCsv } from "../../app/scaffold/import-csv.ts";
import { importPlanhat } from "../../app/scaffold/import-planhat.ts";
import { type ProgramSource, programSource } from "../../app/scaffold/program-source.ts";
import { sampleFiles } from "../../app/scaffold/sample-files.ts";
import { SOURCE_KINDS, type SourceKind } from "../../app/scaffold/sample-source.ts";
import { projectFiles, type Target } from "../../app/scaffold/scaffold.ts";
import type { DefinitionFile } from "../../app/scaffold/tested-definition.ts";
import { personalColumns } from "../../app/source/personal-data.ts";
import { OBJECT_TYPES } from "../../model/generated/objects.ts";
import { nearest } from "../../model/nearest.ts";
import type { ObjectType } from "../../model/object-type.ts";
import { Stop } from "../../model/stop.ts";
import type { RegisterCommand, Run } from "../command.ts";
import { EXIT } from "../exit-code.ts";
import { PACKAGE_DIR } from "../version.ts";

interface InitOptions {
  readonly object?: string;
  readonly source?: SourceKind;
  readonly target?: Target;
  readonly fromCsv?: string;
  readonly fromPlanhat?: string;
  readonly yes?: boolean;
}

export const initCommand: RegisterCommand = (wire) =>
  new Command("init")
    .description("make a project: settings, a first sync that runs as it stands, a CI workflow")
    .argument("[dir]", "its folder", ".")
    .option("--object <object>", "what the first sync is about, such as Company")
    .addOption(new Option("--source <kind>", "where its rows come from").choices(SOURCE_KINDS))
    .addOption(
      new Option("--target <target>", "a Planhat on this machine, or your company's").choices([
        "sandbox",
        "tenant",
      ]),
    )
    .option("--from-csv <file>", "propose the definition from a CSV file: fields, key, tests")
    .option("--from-planhat <object>", "propose it from the records of your Planhat, which are only read")
    .option("--yes", "do not ask; take the defaults: Company, csv, sandbox")
    .addHelpText(
      "after",
      [
        "\nExamples:",
        "  $ planhat-sync init crm && cd crm && planhat-sync apply --auto-approve",
        "  $ planhat-sync init crm --object Enduser --source postgres --target tenant",
        "  $ planhat-sync init crm --from-csv accounts.csv --object Company",
        "  $ planhat-sync init crm --from-planhat Company",
      ].join("\n"),
    )
    .action(wire(init));

const init: Run = async (outer, [folder], given) => {
  const options = given as InitOptions;
  const context = { ...outer, projectDir: resolve(outer.io.cwd(), folder as string) };
  refuseTogether(options);
  const answers = await askProject(
    context,
    {
      object: options.fromPlanhat ?? options.object,
      source: options.fromCsv === undefined && options.fromPlanhat === undefined ? options.source : "csv",
      target: options.target ?? (options.fromPlanhat === undefined ? undefined : "tenant"),
    },
    { ask: options.yes !== true },
  );
  const made = await firstSync(context, options, answers, objectTypeOf(answers.object));
  const program = await programSource(PACKAGE_DIR, context.projectDir);
  const all = new Map([...made.files, ...projectFiles(answers.source, answers.target, program)]);
  const written: string[] = [];
  const kept: string[] = [];
  for (const [path, text] of all) {
    (await writeNew(join(context.projectDir, path), text)) ? written.push(path) : kept.push(path);
  }
  context.output.result(summary(context, { written: [...made.written, ...written], kept, answers }));
  const warnings = [...made.warnings, ...installWarning(program, written)];
  for (const warning of warnings) context.output.remark(`warning: ${warning}`);
  return EXIT.done;
};

/** Where the workflows that were just written do not know where planhat-sync comes from. */
function installWarning({ kind }: ProgramSource, written: readonly string[]): readonly string[] {
  if (kind !== "unknown" || !written.some((path) => path.startsWith(".github/workflows/"))) return [];
  return [
    'The workflows in .github/workflows/ fail until you write into their step "Install planhat-sync" where it is installed from. It is not on npm yet, and this copy does not tell where it came from.',
  ];
}

interface FirstSync {
  readonly files: ReadonlyMap<string, string>;
  /** Files that stand there already, because they had to be read. */
  readonly written: readonly string[];
  readonly warnings: readonly string[];
}

async function firstSync(
  context: Context,
  { fromCsv, fromPlanhat }: InitOptions,
  { source, target }: ProjectAnswers,
  objectType: ObjectType,
): Promise<FirstSync> {
  if (fromCsv !== undefined) {
    await refuseExisting(context, objectType);
    const project = await load(context);
    const made = await importCsv(context, project, resolve(context.io.cwd(), fromCsv), objectType);
    const { copied } = made;
    return {
      files: new Map([[made.file, made.text]]),
      written: copied === undefined ? [] : [copied],
      warnings: warningsOf(made),
    };
  }
  if (fromPlanhat !== undefined) {
    await refuseExisting(context, objectType);
    // They go into files.
    const records = (await recordsOf(context, objectType)).map(
      (record) => context.output.clean({ record }).record,
    );
    const made = await importPlanhat(objectType, records);
    const files = new Map([
      [made.file, made.text],
      [made.csv.file, made.csv.text],
    ]);
    return { files, written: [], warnings: warningsOf(made) };
  }
  return { files: await sampleFiles(objectType, source, target), written: [], warnings: [] };
}

/** Records to learn from: a page, which is one call. */
const LOOKED_AT = 100;

async function recordsOf(context: Context, objectType: ObjectType) {
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
  const { connect } = await import("../../app/runtime.ts");
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

function refuseTogether({ fromCsv, fromPlanhat, source, object }: InitOptions): void {
  const from =
    fromCsv !== undefined ? "--from-csv" : fromPlanhat !== undefined ? "--from-planhat" : undefined;
  const other =
    fromCsv !== undefined && fromPlanhat !== undefined
      ? "--from-planhat"
      : from !== undefined && source !== undefined && source !== "csv"
        ? `--source ${source}`
        : fromPlanhat !== undefined && object !== undefined && object !== fromPlanhat
          ? "--object"
          : undefined;
  if (from === undefined || other === undefined) return;
  throw new Stop("options-conflict", `${from} and ${other} cannot be used together.`, {
    fix: "Leave out one of them.",
  });
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
  const { access } = await import("node:fs/promises");
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
async function writeNew(path: string, text: string): Promise<boolean> {
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

function summary(
  { io, projectDir }: Context,
  {
    written,
    kept,
    answers,
  }: { written: readonly string[]; kept: readonly string[]; answers: ProjectAnswers },
): string {
  const cd = relative(io.cwd(), projectDir);
  return [
    ...written.map((path) => `  wrote  ${path}`),
    ...kept.map((path) => `  kept   ${path}  (it was there)`),
    "",
    "Next:",
    ...(cd === "" ? [] : [`  cd ${cd}`]),
    ...NEXT[answers.source],
    ...(answers.target === "tenant" ? ["  # put the token of a Private App into .env"] : []),
    "  planhat-sync validate && planhat-sync test",
    "  planhat-sync plan              # what would change; writes nothing",
    answers.target === "sandbox"
      ? "  planhat-sync apply             # writes to a Planhat of your own, kept in .planhat-sync/sandbox"
      : "  planhat-sync apply",
  ].join("\n");
}

const NEXT: Readonly<Record<SourceKind, readonly string[]>> = {
  csv: [],
  postgres: ["  # put the address of your database into .env"],
  http: ["  node sample-api.mjs &          # stands in for your API"],
};
