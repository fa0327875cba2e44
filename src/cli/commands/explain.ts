import { Command } from "commander";
import { nearest } from "../../model/nearest.ts";
import { Stop } from "../../model/stop.ts";
import type { RegisterCommand, Run } from "../command.ts";
import { print } from "../command-context.ts";
import { EXIT } from "../exit-code.ts";

export const explainCommand: RegisterCommand = (wire) =>
  new Command("explain")
    .description("say what a rule means, with a bad and a good example; without a rule, list them")
    .argument("[rule]", "id of a rule, such as unknown-field")
    .addHelpText("after", "\nExamples:\n  $ planhat-sync explain\n  $ planhat-sync explain unknown-field")
    .action(wire(explain));

const explain: Run = async (context, [id]) => {
  const { ALL_RULES } = await import("../../app/rules.ts");
  if (id === undefined) {
    await print(context, "explain", { rules: ALL_RULES, one: false });
    return EXIT.done;
  }
  const rule = ALL_RULES.find((one) => one.id === id);
  if (rule === undefined) {
    const guess = nearest(
      id as string,
      ALL_RULES.map((one) => one.id),
    );
    throw new Stop("name-unknown", "There is no rule with that id.", {
      fix: guess === undefined ? "planhat-sync explain lists them." : `Did you mean ${guess}?`,
    });
  }
  await print(context, "explain", { rules: [rule], one: true });
  return EXIT.done;
};
