import { exampleOf, type LoadRule, loadRules } from "../../model/load-rule.ts";

/** What checking the shape of a definition reports. */
export const SCHEMA_RULES: readonly LoadRule[] = loadRules([
  {
    id: "schema",
    severity: "error",
    description:
      "The file does not have the shape of a definition: a key is unknown, missing, or has a value of another type. Nothing is guessed: a misspelt key would otherwise be passed over in silence.",
    bad: exampleOf("  externalId: account_id", { mode: "upsrt" }),
    good: exampleOf("  externalId: account_id"),
  },
  {
    id: "version-unsupported",
    severity: "error",
    description:
      "The file was written for a later version of the format, and this planhat-sync cannot know what it means.",
    bad: exampleOf("  externalId: account_id", { version: "2" }),
    good: exampleOf("  externalId: account_id"),
  },
]);
