import { Command } from "commander";
import { load } from "../../app/context.ts";
import { interruptible } from "../../app/run/interruption.ts";
import { doctorJson } from "../../report/doctor/doctor-json.ts";
import { doctorText } from "../../report/doctor/doctor-text.ts";
import type { RegisterCommand, Run } from "../command.ts";
import { EXIT, exitCode } from "../exit-code.ts";

export const doctorCommand: RegisterCommand = (wire) =>
  new Command("doctor")
    .description(
      "check settings, token, permissions, sources and state, and say how to mend each; writes nothing",
    )
    .addHelpText("after", "\nExamples:\n  $ planhat-sync doctor\n  $ planhat-sync doctor --format json")
    .action(wire(doctor));

const doctor: Run = async (context) => {
  const { output } = context;
  const project = await load(context);
  const { allChecks } = await import("../../app/runtime.ts");
  return interruptible(context, async ({ signal }) => {
    const checks = await allChecks(context, project, signal);
    const text = { colour: output.colour, width: output.width };
    const json = context.options.format === "json";
    output.show(checks, (clean) => (json ? doctorJson(clean) : doctorText(clean, text)));
    const failed = checks.filter(({ status }) => status === "failed").map(({ name }) => name);
    return exitCode([
      failed.includes("definitions") ? EXIT.definition : EXIT.done,
      failed.length > 0 ? EXIT.environment : EXIT.done,
    ]);
  });
};
