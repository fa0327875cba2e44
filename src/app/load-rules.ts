import { ENVIRONMENT_RULES } from "../definition/files/environment-rules.ts";
import { FILE_RULES } from "../definition/files/file-rules.ts";
import { VARIABLE_RULES } from "../definition/files/variable-rules.ts";
import { SCHEMA_RULES } from "../definition/schema/schema-rules.ts";
import { SOURCE_RULES } from "../definition/source-rules.ts";
import { ROW_RULES } from "../definition/transform/row-rules.ts";
import { YAML_RULES } from "../definition/yaml/yaml-rules.ts";
import { LINT_RULES } from "../lint/lint-rules.ts";
import type { LoadRule } from "../model/load-rule.ts";

/** What loading a project and mapping its rows reports besides the linter's rules, each from the room that reports it. */
export const LOAD_RULES: readonly LoadRule[] = [
  ...YAML_RULES,
  ...SCHEMA_RULES,
  ...FILE_RULES,
  ...VARIABLE_RULES,
  ...ENVIRONMENT_RULES,
  ...ROW_RULES,
  ...SOURCE_RULES,
  ...LINT_RULES,
];
