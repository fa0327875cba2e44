import { expect, test } from "vitest";
import type { RuleDoc } from "../../src/model/rule.ts";
import { ruleListText, ruleText } from "../../src/report/rule-text.ts";

const RULE: RuleDoc = {
  id: "key-missing",
  severity: "error",
  description: "No keyable is mapped, so no record can be found again. A run would create duplicates.",
  bad: "fields:\n  name: name\n",
  good: "fields:\n  externalId: id\n  name: name\n",
};

test("a rule is shown with its examples, the lines that differ marked", () => {
  expect(ruleText(RULE, { colour: false, width: 60 })).toBe(`key-missing  error

No keyable is mapped, so no record can be found again. A run
would create duplicates.

Breaks the rule:

    fields:
      name: name

Keeps it:

    fields:
  >   externalId: id
      name: name
`);
});

test("colours follow the severity, and can be off", () => {
  expect(ruleText(RULE, { colour: true })).toContain(
    "\u001b[1mkey-missing\u001b[22m  \u001b[31merror\u001b[39m",
  );
  expect(ruleText({ ...RULE, severity: "warning" }, { colour: true })).toContain(
    "\u001b[33mwarning\u001b[39m",
  );
  expect(ruleText(RULE, { colour: false })).not.toContain("\u001b");
});

test("the list gives every rule's first sentence, aligned and wrapped", () => {
  const warning = {
    ...RULE,
    id: "odd",
    severity: "warning" as const,
    description: "Something is odd: say why.",
  };
  expect(
    ruleListText([RULE, warning], { colour: false, width: 60 }),
  ).toBe(`key-missing  error    No keyable is mapped, so no record can
                      be found again.
odd          warning  Something is odd.

planhat-sync explain RULE shows one of them with a bad and a good example.
`);
});
