import type { RuleContext } from "../../../model/linter.ts";
import { nearest } from "../../../model/nearest.ts";
import { ROW_RULES } from "../../../model/row-rules.ts";
import { example } from "../../examples/definition-example.ts";
import { listed } from "../../reading/phrase.ts";
import type { Finding, Rule } from "../../rule.ts";

export const testErrorUnknown: Rule = {
  id: "test-error-unknown",
  severity: "error",
  family: "test",
  description: `A test expects a rejection under a rule that rejects no single row, or that does not exist, so it can never pass. Rows are rejected under ${listed(ROW_RULES.map((rule) => `\`${rule}\``))}.`,
  bad: example({
    fields: ["externalId: account_id", "name: $trim(name)"],
    rest: [
      "tests:",
      "  - name: a company needs a name",
      '    row: { account_id: a1, name: "" }',
      "    expectError: require-field",
    ],
  }),
  good: example({
    fields: ["externalId: account_id", "name: $trim(name)"],
    rest: [
      "tests:",
      "  - name: a company needs a name",
      '    row: { account_id: a1, name: "" }',
      "    expectError: required-field",
    ],
  }),
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const sync of syncs) {
      for (const [index, { expectError }] of (sync.definition.tests ?? []).entries()) {
        if (expectError === undefined || ROW_RULES.includes(expectError)) continue;
        const meant = nearest(expectError, ROW_RULES);
        yield {
          in: sync,
          path: ["tests", index, "expectError"],
          message: `No row is ever rejected under ${expectError}. The test can never pass.`,
          hint: meant === undefined ? `write one of ${listed(ROW_RULES, "or")}` : `did you mean ${meant}?`,
        };
      }
    }
  },
};
