import { exampleOf, type LoadRule, loadRules } from "../model/load-rule.ts";

/** What asking a source for its columns reports. */
export const SOURCE_RULES: readonly LoadRule[] = loadRules([
  {
    id: "source-file-missing",
    severity: "warning",
    description:
      "The CSV file or the .sql file that a source names is not in the project. A missing CSV is a warning, for another job may put it there before the run; a missing query is an error.",
    bad: exampleOf("  externalId: account_id", { path: "acounts.csv" }),
    good: exampleOf("  externalId: account_id"),
    family: "source",
    locked: undefined,
  },
  {
    id: "source-unreadable",
    severity: "warning",
    description:
      "The CSV file of a source is there and cannot be read: its header is separated by another delimiter than the definition says, is written in another encoding, has a name twice or none, or stands below something else. Where the definition has to change it is an error. Where the file has to, it is a warning, for another job may write a better one before the run; the run would end before it has read a row.",
    bad: exampleOf("  externalId: account_id", { path: "accounts-with-semicolons.csv" }),
    good: exampleOf("  externalId: account_id"),
    family: "source",
    locked: undefined,
  },
]);
