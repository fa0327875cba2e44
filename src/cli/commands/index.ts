import type { RegisterCommand } from "../command.ts";
import type { CommandName } from "../formats/views.ts";
import { applyCommand } from "./apply.ts";
import { completionCommand } from "./completion.ts";
import { doctorCommand } from "./doctor.ts";
import { explainCommand } from "./explain.ts";
import { initCommand } from "./init.ts";
import { introspectCommand } from "./introspect.ts";
import { planCommand } from "./plan.ts";
import { previewCommand } from "./preview.ts";
import { rejectsCommand } from "./rejects.ts";
import { runsCommand } from "./runs.ts";
import { sandboxCommand } from "./sandbox.ts";
import { schemaCommand } from "./schema.ts";
import { showCommand } from "./show.ts";
import { stateCommand } from "./state.ts";
import { testCommand } from "./test.ts";
import { validateCommand } from "./validate.ts";
import { watchCommand } from "./watch.ts";

/** By name, in the order of the help: as one meets them when writing a sync. Each has its formats in formats/. */
const BY_NAME: Readonly<Record<Exclude<CommandName, `${string} ${string}`>, RegisterCommand>> = {
  init: initCommand,
  validate: validateCommand,
  test: testCommand,
  preview: previewCommand,
  watch: watchCommand,
  plan: planCommand,
  apply: applyCommand,
  show: showCommand,
  rejects: rejectsCommand,
  runs: runsCommand,
  state: stateCommand,
  introspect: introspectCommand,
  doctor: doctorCommand,
  explain: explainCommand,
  schema: schemaCommand,
  sandbox: sandboxCommand,
  completion: completionCommand,
};

export const COMMANDS: readonly RegisterCommand[] = Object.values(BY_NAME);
