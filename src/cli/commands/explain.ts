import { Command } from "commander";
import { RULES } from "../../definition/rules/index.ts";
import { nearest } from "../../model/nearest.ts";
import { Stop } from "../../model/stop.ts";
import { ruleListText, ruleText } from "../../report/rule-text.ts";
import type { RegisterCommand, Run } from "../command.ts";
import { EXIT } from "../exit-code.ts";

export const explainCommand: RegisterCommand = (wire) =>
  new Command("explain")
    .description("say what a rule means, with a bad and a good example; without a rule, list them")
    .argument("[rule]", "id of a rule, such as unknown-field")
    .action(wire(explain));

const explain: Run = async ({ output }, [id]) => {
  const text = { colour: output.colour };
  if (id === undefined) {
    output.result(ruleListText(RULES, text));
    return EXIT.done;
  }
  const rule = RULES.find((one) => one.id === id);
  if (rule === undefined) {
    const guess = nearest(
      id as string,
      RULES.map((one) => one.id),
    );
    throw new Stop("usage", "There is no rule with that id.", {
      hint: guess === undefined ? "planhat-sync explain lists them." : `Did you mean ${guess}?`,
    });
  }
  output.result(ruleText(rule, text));
  return EXIT.done;
};
