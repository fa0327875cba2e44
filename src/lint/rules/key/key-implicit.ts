import type { RuleContext } from "../../../model/linter.ts";
import { example } from "../../examples/definition-example.ts";
import { isKnown, isMapped } from "../../reading/mapped-fields.ts";
import { listed } from "../../reading/phrase.ts";
import type { Finding, Rule } from "../../rule.ts";

export const keyImplicit: Rule = {
  id: "key-implicit",
  severity: "warning",
  family: "key",
  description:
    "Several fields that can identify a record are mapped, and `key:` does not say which one does. It is then the first in Planhat's order, `sourceId` before `externalId`: whoever adds a field may change the key, and with it which records are found.",
  bad: example({ fields: ["sourceId: crm_id", "externalId: account_id", "name: name"] }),
  good: example({ key: "externalId", fields: ["sourceId: crm_id", "externalId: account_id", "name: name"] }),
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const sync of syncs.filter(isKnown)) {
      if (sync.writtenKey !== undefined || sync.key === undefined) continue;
      const mapped = sync.objectType.keyables.filter((keyable) => isMapped(sync, keyable));
      if (mapped.length < 2) continue;
      yield {
        in: sync,
        path: ["fields", sync.key],
        at: { part: "key" },
        message: `${listed(mapped)} are mapped, and each can identify a record. Without key: it is ${sync.key}, the first in Planhat's order.`,
        hint: `write key: ${listed(mapped, "or")}`,
      };
    }
  },
};
