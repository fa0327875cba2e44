import type { RuleContext } from "../../../model/linter.ts";
import { isCustomField } from "../../../model/record-body.ts";
import { isKnown, type KnownSync } from "../../reading/mapped-fields.ts";
import type { Finding, Rule } from "../../rule.ts";

export const appendOnly: Rule = {
  id: "append-only",
  severity: "error",
  description:
    "Metric points and user activities are only ever added: Planhat matches them with nothing, and what was sent can be neither changed nor read back by a key. So their mode is insert, they have no `key:` and no custom fields, and each is sent once: it is known by what it says (a point by its metric, model, record and day; an event by its user, company, action, time and info). `resend: true` sends a Metric's point again when its value has changed, which is right where the metric keeps the last, least or greatest value of a day, and for nothing else.",
  bad: `version: 1
source:
  csv: { path: usage.csv }
target: { object: Metric }
mode: upsert
fields:
  dimensionId: { value: logins }
  externalId: account_id
  value: $number(logins)
  date: day
`,
  good: `version: 1
source:
  csv: { path: usage.csv }
target: { object: Metric }
mode: insert
fields:
  dimensionId: { value: logins }
  externalId: account_id
  value: $number(logins)
  date: day
`,
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const sync of syncs.filter(isKnown)) {
      if (sync.objectType.stream !== undefined) yield* checkStream(sync);
      else if (sync.resend) yield resendElsewhere(sync);
    }
  },
};

function* checkStream(sync: KnownSync): Iterable<Finding> {
  const { name, plural, stream } = sync.objectType;
  if (sync.mode !== "insert") {
    yield {
      in: sync,
      path: ["mode"],
      message: `Planhat only ever adds ${plural}: there is nothing to match them with, so nothing can be updated.`,
      hint: "write mode: insert",
    };
  }
  if (sync.writtenKey !== undefined) {
    yield {
      in: sync,
      path: ["key"],
      at: { part: "key" },
      message: `A ${name} has no key. It is known by what it says, and is sent once.`,
      hint: "remove the line",
    };
  }
  for (const field of sync.fields) {
    if (!isCustomField(field.name)) continue;
    yield {
      in: sync,
      path: ["fields", field.name],
      at: { part: "key" },
      message: `A ${name} has no custom fields. Planhat would drop the value without a word.`,
      hint: "remove the line",
    };
  }
  if (sync.resend && stream?.perDay !== true) yield resendElsewhere(sync);
}

function resendElsewhere(sync: KnownSync): Finding {
  const { name, stream } = sync.objectType;
  return {
    in: sync,
    path: ["target", "resend"],
    at: { part: "key" },
    message:
      stream === undefined
        ? `resend is for metric points. A ${name} is matched by its key and simply updated.`
        : `resend is for metric points. Every ${name} that is sent counts, so a second one would count twice.`,
    hint: "remove the line",
  };
}
