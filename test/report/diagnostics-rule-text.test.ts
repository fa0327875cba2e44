import { expect, test } from "vitest";
import type { RuleId } from "../../src/model/generated/rule-ids.ts";
import type { RuleDoc } from "../../src/model/rule.ts";
import { ruleListText, ruleText } from "../../src/report/diagnostics/rule-text.ts";

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

Set it in planhat-sync.yaml, lint: { rules: { key-missing:
off } }, or suppress it where it does not apply: #
planhat-sync-disable-next-line key-missing: reason.
`);
});

test("what no setting can change says so, and what a run rejects says nothing of settings", () => {
  const shown = (rule: Partial<RuleDoc>) => ruleText({ ...RULE, ...rule }, { colour: false, width: 60 });
  expect(shown({ locked: true })).toMatch(/\nIts errors can be neither lowered nor suppressed\.\n$/);
  expect(shown({ family: "run" })).toMatch(/ {6}name: name\n$/);
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

test("the list gives every rule's first sentence, by what the rules are about", () => {
  const warning: RuleDoc = {
    ...RULE,
    id: "odd" as RuleId,
    severity: "warning",
    family: "key",
    description: "Something is odd: say why.",
  };
  const quiet: RuleDoc = { ...warning, id: "quiet" as RuleId, optional: true };
  expect(ruleListText([RULE, warning, quiet], { colour: false, width: 60 })).toBe(`Keys
odd          warning  Something is odd.
quiet        off      Something is odd.

Fields and their values
key-missing  error    No keyable is mapped, so no record can
                      be found again.

planhat-sync explain RULE shows one of them with a bad and a good example.
`);
});
