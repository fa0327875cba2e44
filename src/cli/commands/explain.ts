import { Command } from "commander";
import { LOAD_RULES } from "../../definition/load-rules.ts";
import { RULES } from "../../lint/rules/index.ts";
import { nearest } from "../../model/nearest.ts";
import type { RuleDoc } from "../../model/rule.ts";
import { RUN_RULES } from "../../model/run-rules.ts";
import { Stop } from "../../model/stop.ts";
import { ruleListText, ruleText } from "../../report/diagnostics/rule-text.ts";
import { rulesJson } from "../../report/diagnostics/rules-json.ts";
import type { RegisterCommand, Run } from "../command.ts";
import { EXIT } from "../exit-code.ts";

/** Every rule id that any output names. */
export const ALL_RULES: readonly RuleDoc[] = [
  ...RULES,
  ...LOAD_RULES,
  ...RUN_RULES.map((rule): RuleDoc => ({ family: "run", ...rule })),
].sort((a, b) => (a.id < b.id ? -1 : 1));

export const explainCommand: RegisterCommand = (wire) =>
  new Command("explain")
    .description("say what a rule means, with a bad and a good example; without a rule, list them")
    .argument("[rule]", "id of a rule, such as unknown-field")
    .addHelpText("after", "\nExamples:\n  $ planhat-sync explain\n  $ planhat-sync explain unknown-field")
    .action(wire(explain));

const explain: Run = async ({ output, options }, [id]) => {
  const text = { colour: output.colour, width: output.width };
  const isJson = options.format === "json";
  if (id === undefined) {
    output.result(isJson ? rulesJson(ALL_RULES) : ruleListText(ALL_RULES, text));
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
  output.result(isJson ? rulesJson([rule]) : ruleText(rule, text));
  return EXIT.done;
};
