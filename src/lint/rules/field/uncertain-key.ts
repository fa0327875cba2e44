import type { RuleContext } from "../../../model/linter.ts";
import { creates, isKnown } from "../../reading/mapped-fields.ts";
import type { Finding, Rule } from "../../rule.ts";

export const uncertainKey: Rule = {
  id: "uncertain-key",
  severity: "warning",
  description:
    "The key is one by which Planhat may not match after all: its documentation does not say that a bulk write finds conversations by `externalId`, and names `_id` alone for notes, which are conversations too. If it does not match, an update in bulk creates another record. Try it with one record first, and look in Planhat whether a second apply with a changed value updates it.",
  bad: `version: 1
source:
  csv: { path: calls.csv }
target: { object: Conversation }
mode: upsert
fields:
  externalId: call_id
  companyId: '"extid-" & account_id'
  subject: subject
`,
  good: `version: 1
source:
  csv: { path: calls.csv }
target: { object: Conversation }
mode: insert
fields:
  externalId: call_id
  companyId: '"extid-" & account_id'
  subject: subject
`,
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const sync of syncs.filter(isKnown)) {
      const { key, mode, objectType } = sync;
      // An insert looks for the record itself and sends it once.
      if (key === undefined || mode === "insert" || objectType.uncertainKeys?.includes(key) !== true)
        continue;
      yield {
        in: sync,
        ...(sync.writtenKey === undefined
          ? { path: ["fields", key], at: { part: "key" } }
          : { path: ["key"], at: { part: "value" } }),
        message: `Planhat's documentation does not say that it matches ${objectType.plural} by ${key}. ${creates(sync) ? "If it does not, every change creates another record." : "If it does not, an update may create a record."}`,
        hint: "try it with one record first, or use mode: insert, which looks for the record itself",
      };
    }
  },
};
