import type { RuleContext } from "../../../model/linter.ts";
import { type Reference, referenceOrder } from "../../../model/reference-order.ts";
import { withArticle } from "../../../model/with-article.ts";
import { example } from "../../examples/definition-example.ts";
import { isKnown, type KnownSync } from "../../reading/mapped-fields.ts";
import { listed } from "../../reading/phrase.ts";
import type { Finding, Rule } from "../../rule.ts";

const PEOPLE = example({
  object: "Enduser",
  source: ["csv: { path: people.csv }"],
  key: "externalId",
  fields: ["externalId: person_id", "email: email", "companyId: { expr: account_id, by: externalId }"],
});

/** The project with these companies, and what stands behind them. */
function project(...companies: readonly string[]): string {
  return [
    "# planhat.fields.json",
    '{ "version": 1, "objects": { "Company": { "Champion": { "type": "enduser" } } } }',
    "# syncs/people.yaml",
    PEOPLE,
    "# syncs/companies.yaml",
    ...companies,
  ].join("\n");
}

const CHAMPION = "custom.Champion: champion_planhat_id";

export const referenceCycle: Rule = {
  id: "reference-cycle",
  severity: "error",
  family: "reference",
  description:
    "Syncs that create records refer to each other in a circle: companies name a contact, and contacts name their company. Whichever is written first names what is not there yet. Its record is rejected, then whatever refers to that one is rejected too, and the next run finds the same: it is an error. Where a field of the circle takes Planhat's `_id` alone it is a warning: what such a field names was in Planhat before, so the run can go in the order of the other references. Take one reference out of the circle: map it in a second sync of the same object, in mode update. That one runs behind the others; records that are new in one apply get the reference with the next one.",
  bad: project(example({ more: [CHAMPION] })),
  good: project(
    example(),
    "# syncs/champions.yaml",
    example({ mode: "update", fields: ["externalId: account_id", CHAMPION] }),
  ),
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const circle of referenceOrder(syncs.filter(isKnown)).circles) {
      const [first] = circle;
      if (first === undefined) continue;
      const { sync, field, from } = first;
      const names = [...circle.map((one) => one.sync.name), sync.name].join(" -> ");
      yield {
        in: sync,
        path: ["fields", field],
        at: { part: "key" },
        severity: circle.some(({ byIdAlone }) => byIdAlone) ? "warning" : "error",
        message: `The syncs refer to each other in a circle, ${names}: ${listed(circle.map(step))}. ${consequence(circle)}`,
        hint: `leave ${field} out here and map it in a second sync of ${from}, in mode update: it runs behind the others`,
      };
    }
  },
};

function step({ sync, field, to }: Reference<KnownSync>): string {
  const { line } = sync.place(["fields", field], { part: "key" });
  return `${field} (${sync.file}:${line}) names ${withArticle(to)}`;
}

function consequence(circle: readonly Reference<KnownSync>[]): string {
  const [first] = circle;
  if (first === undefined || !circle.some(({ byIdAlone }) => byIdAlone)) {
    return "Whichever is written first names what is not there yet, and is rejected in every run.";
  }
  const { from, field, to } = first;
  return `Each ${from} is written first, and rejected whole where ${field} names ${withArticle(to)} that is not there yet.`;
}
