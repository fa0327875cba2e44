import type { RuleContext } from "../../../model/linter.ts";
import { example } from "../../examples/definition-example.ts";
import { creates } from "../../reading/mapped-fields.ts";
import type { Finding, Rule } from "../../rule.ts";

export const keyIdCreates: Rule = {
  id: "key-id-creates",
  severity: "error",
  family: "key",
  locked: true,
  description:
    "Records are identified by `_id`, which Planhat gives to a record when it creates it. No row can bring one for a record that does not exist yet, so the sync cannot create anything: mode update is meant, or another key.",
  bad: example({ key: "_id", fields: ["_id: planhat_id", "name: name"] }),
  good: example({ mode: "update", key: "_id", fields: ["_id: planhat_id", "name: name"] }),
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const sync of syncs.filter(creates)) {
      if (sync.key !== "_id") continue;
      yield {
        in: sync,
        ...(sync.writtenKey === undefined
          ? { path: ["fields", "_id"], at: { part: "key" as const } }
          : { path: ["key"] }),
        message: `_id is the key, and mode ${sync.mode} creates records. Planhat gives the _id itself: no new record can have one.`,
        hint: "use mode: update, or the key that your own system gives: externalId or sourceId",
      };
    }
  },
};
