import type { RegisterCommand } from "../command.ts";
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

/** Every command, in the order of the help: as one meets them when writing a sync. */
export const COMMANDS: readonly RegisterCommand[] = [
  initCommand,
  validateCommand,
  testCommand,
  previewCommand,
  watchCommand,
  planCommand,
  applyCommand,
  showCommand,
  rejectsCommand,
  runsCommand,
  stateCommand,
  introspectCommand,
  doctorCommand,
  explainCommand,
  schemaCommand,
  sandboxCommand,
  completionCommand,
];
