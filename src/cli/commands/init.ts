import { relative, resolve } from "node:path";
import { Command, Option } from "commander";
import type { InitializedProject, NewProject } from "../../app/scaffold/init-project.ts";
import { PROPOSED_KIND, SOURCE_CHOICES } from "../../app/scaffold/source-choices.ts";
import type { Target } from "../../app/scaffold/target.ts";
import { given } from "../../model/given.ts";
import { Stop } from "../../model/stop.ts";
import type { RegisterCommand, Run } from "../command.ts";
import { type CommandContext, print } from "../command-context.ts";
import { EXIT } from "../exit-code.ts";
import { FLAG, oneOf, optional, readOptions, TEXT } from "../options/read-options.ts";

const TARGETS: readonly Target[] = ["sandbox", "tenant"];

interface InitOptions {
  readonly object?: string;
  readonly source?: string;
  readonly target?: Target;
  readonly fromCsv?: string;
  readonly fromPlanhat?: string;
  readonly environments?: boolean;
  readonly yes?: boolean;
}

export const initCommand: RegisterCommand = (wire) =>
  new Command("init")
    .description("make a project: settings, a first sync that runs as it stands, a CI workflow")
    .argument("[dir]", "its folder", ".")
    .option("--object <object>", "what the first sync is about, such as Company")
    .addOption(
      new Option("--source <kind>", "where its rows come from").choices(
        SOURCE_CHOICES.map(({ kind }) => kind),
      ),
    )
    .addOption(
      new Option("--target <target>", "a Planhat on this machine, or your company's").choices(TARGETS),
    )
    .option("--from-csv <file>", "propose the definition from a CSV file: fields, key, tests")
    .option("--from-planhat <object>", "propose it from the records of your Planhat, which are only read")
    .option("--environments", "a staging and a protected production, in place of one Planhat")
    .option("--yes", "do not ask; take the defaults: Company, csv, sandbox")
    .addHelpText(
      "after",
      [
        "\nExamples:",
        "  $ planhat-sync init crm && cd crm && planhat-sync apply --auto-approve",
        "  $ planhat-sync init crm --object Enduser --source postgres --target tenant",
        "  $ planhat-sync init crm --from-csv accounts.csv --object Company",
        "  $ planhat-sync init crm --from-planhat Company",
        "  $ planhat-sync init crm --environments",
      ].join("\n"),
    )
    .action(wire(init));

const init: Run = async (outer, [folder], written) => {
  const options = readOptions<InitOptions>(written, {
    object: optional(TEXT),
    source: optional(TEXT),
    target: optional(oneOf(...TARGETS)),
    fromCsv: optional(TEXT),
    fromPlanhat: optional(TEXT),
    environments: FLAG,
    yes: FLAG,
  });
  const { fromCsv, fromPlanhat } = options;
  const context = { ...outer, projectDir: resolve(outer.io.cwd(), folder as string) };
  refuseTogether(options);
  const { askProject } = await import("../ask-project.ts");
  const { initProject } = await import("../../app/scaffold/init-project.ts");
  const answers = await askProject(
    context,
    {
      object: fromPlanhat ?? options.object,
      source: fromCsv === undefined && fromPlanhat === undefined ? options.source : PROPOSED_KIND,
      target: options.target ?? (fromPlanhat === undefined ? undefined : "tenant"),
    },
    { ask: options.yes !== true },
  );
  const project = {
    ...answers,
    hasEnvironments: options.environments === true,
    ...given({ from: proposedFrom(context, options) }),
  };
  const made = await initProject(context, project);
  await print(context, "init", summary(context, project, made));
  for (const warning of made.warnings) context.output.remark(`warning: ${warning}`);
  return EXIT.done;
};

function proposedFrom({ io }: CommandContext, { fromCsv, fromPlanhat }: InitOptions): NewProject["from"] {
  if (fromCsv !== undefined) return { kind: "file", file: resolve(io.cwd(), fromCsv) };
  return fromPlanhat === undefined ? undefined : { kind: "planhat" };
}

function refuseTogether({ fromCsv, fromPlanhat, source, object }: InitOptions): void {
  const from =
    fromCsv !== undefined ? "--from-csv" : fromPlanhat !== undefined ? "--from-planhat" : undefined;
  const other =
    fromCsv !== undefined && fromPlanhat !== undefined
      ? "--from-planhat"
      : from !== undefined && source !== undefined && source !== PROPOSED_KIND
        ? `--source ${source}`
        : fromPlanhat !== undefined && object !== undefined && object !== fromPlanhat
          ? "--object"
          : undefined;
  if (from === undefined || other === undefined) return;
  throw new Stop("options-conflict", `${from} and ${other} cannot be used together.`, {
    fix: "Leave out one of them.",
  });
}

function summary(
  { io, projectDir }: CommandContext,
  { source, target, hasEnvironments }: NewProject,
  { written, kept }: InitializedProject,
): string {
  const cd = relative(io.cwd(), projectDir);
  return [
    ...written.map((path) => `  wrote  ${path}`),
    ...kept.map((path) => `  kept   ${path}  (it was there)`),
    "",
    "Next:",
    ...(cd === "" ? [] : [`  cd ${cd}`]),
    ...(SOURCE_CHOICES.find(({ kind }) => kind === source)?.next ?? []),
    ...(target === "tenant" ? ["  # put the token of a Private App into .env"] : []),
    ...(hasEnvironments ? ["  # .env chooses staging; --env production chooses the other"] : []),
    "  planhat-sync validate && planhat-sync test",
    "  planhat-sync plan              # what would change; writes nothing",
    target === "sandbox"
      ? `  planhat-sync apply             # writes to a Planhat of your own, kept in .planhat-sync/sandbox${hasEnvironments ? "-staging" : ""}`
      : "  planhat-sync apply",
  ].join("\n");
}
