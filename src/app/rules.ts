import { createLinter } from "../lint/linter.ts";
import type { Rule } from "../lint/rule.ts";
import { RULES } from "../lint/rules/index.ts";
import type { Linter } from "../model/linter.ts";
import type { RuleDoc } from "../model/rule.ts";
import { RUN_RULES } from "../model/run-rules.ts";
import { LOAD_RULES } from "./load-rules.ts";

/** Every rule id that any output names. */
export const ALL_RULES: readonly RuleDoc[] = [
  ...RULES,
  ...LOAD_RULES,
  ...RUN_RULES.map((rule): RuleDoc => ({ family: "run", ...rule })),
].sort((a, b) => (a.id < b.id ? -1 : 1));

/** The linter that checks a project with these rules. Comments and settings may name every rule there is. */
export function projectLinter(rules: readonly Rule[] = RULES): Linter {
  return createLinter({ rules, known: [...RULES, ...LOAD_RULES] });
}
