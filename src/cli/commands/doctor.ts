import { Command } from "commander";
import type { RegisterCommand, Run } from "../command.ts";
import { print } from "../command-context.ts";
import { EXIT, exitCode } from "../exit-code.ts";

export const doctorCommand: RegisterCommand = (wire) =>
  new Command("doctor")
    .description(
      "check settings, token, permissions, sources and state, and say how to fix each; writes nothing",
    )
    .addHelpText("after", "\nExamples:\n  $ planhat-sync doctor\n  $ planhat-sync doctor --format json")
    .action(wire(doctor));

const doctor: Run = async (context) => {
  const { load } = await import("../../app/load.ts");
  const project = await load(context);
  const { allChecks } = await import("../../app/runtime.ts");
  const { interruptible } = await import("../interruption.ts");
  return interruptible(context, async ({ signal }) => {
    const checks = await allChecks(context, project, signal);
    await print(context, "doctor", context.output.clean(checks));
    const failed = checks.filter(({ status }) => status === "failed").map(({ name }) => name);
    return exitCode([
      failed.includes("definitions") ? EXIT.definition : EXIT.done,
      failed.length > 0 ? EXIT.environment : EXIT.done,
    ]);
  });
};
