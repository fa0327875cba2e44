import type { RuleContext } from "../../../model/linter.ts";
import type { PlacedField } from "../../../model/placed.ts";
import { lookupFieldsOf } from "../../../model/reference-lookup.ts";
import { withArticle } from "../../../model/with-article.ts";
import { example } from "../../examples/definition-example.ts";
import { isKnown } from "../../reading/mapped-fields.ts";
import { listed } from "../../reading/phrase.ts";
import type { Finding, Rule } from "../../rule.ts";

export const referenceForm: Rule = {
  id: "reference-form",
  severity: "error",
  description:
    "`by:` says what an expression gives of the record referred to, in place of its `_id`: an `externalId` or `sourceId`, an `email`, a `name`. It stands at a field that refers to records of another object, and names a field that this object has: a user of Planhat has an e-mail address and no name. `missing:` says what becomes of a value that no record has, so it stands beside a `by:` that is looked up; a company's `externalId` and `sourceId` are not: Planhat itself turns them into its own ids.",
  bad: example({ more: ["owner: { expr: owner_name, by: name }"] }),
  good: example({ more: ["owner: { expr: owner_email, by: email }"] }),
  *check({ syncs, objectTypes }: RuleContext): Iterable<Finding> {
    for (const sync of syncs.filter(isKnown)) {
      for (const field of sync.fields) {
        const found = problemOf(field, sync.objectName, objectTypes) ?? problemOfMissing(field);
        if (found === undefined) continue;
        const { at, message, hint } = found;
        yield { in: sync, path: ["fields", field.name, at], message, hint };
      }
    }
  },
};

interface Problem {
  readonly at: "by" | "missing";
  readonly message: string;
  readonly hint: string;
}

function problemOf(
  { name, spec, by, form }: PlacedField,
  objectName: string,
  objectTypes: RuleContext["objectTypes"],
): Problem | undefined {
  if (by === undefined || form?.kind !== "refused") return undefined;
  const field = `${objectName}.${name}`;
  const ref = spec?.ref ?? "record";
  switch (form.why) {
    case "no-reference":
      return {
        at: "by",
        message: `${field} refers to no other record, so it takes no by:.`,
        hint: name.startsWith("custom.")
          ? "remove by:, or let planhat-sync know the field's type: planhat-sync introspect"
          : "remove by:, or map it under the field that refers to the record",
      };
    case "no-ids":
      return {
        at: "by",
        message: `${field} takes objects, not ids, so it takes no by:.`,
        hint: "remove by:, and build the objects from Planhat's ids, 24 hex digits each",
      };
    case "no-object":
      return {
        at: "by",
        message: `${field} refers to ${withArticle(ref)}, which planhat-sync cannot look up.`,
        hint: "remove by:, and let the expression give the _id that Planhat shows, 24 hex digits",
      };
    case "no-field": {
      const referred = objectTypes.find((candidate) => candidate.name === ref);
      const ways = referred === undefined ? [] : lookupFieldsOf(referred);
      return {
        at: "by",
        message: `${field} refers to ${withArticle(ref)}, and ${withArticle(ref)} has no ${by}.`,
        hint: ways.length === 0 ? "remove by:, and map Planhat's ids" : `look it up by ${listed(ways, "or")}`,
      };
    }
    default:
      return form.why satisfies never;
  }
}

function problemOfMissing({ name, by, form, missing }: PlacedField): Problem | undefined {
  if (missing === undefined || form?.kind === "lookup" || form?.kind === "refused") return undefined;
  return {
    at: "missing",
    message:
      by === undefined
        ? `${name} is not looked up, so missing: has no effect.`
        : `${name} is not looked up: Planhat itself turns the ${by} into its own id, so missing: has no effect.`,
    hint:
      by === undefined
        ? "say what it is looked up by, as in by: email, or remove missing:"
        : "remove missing:",
  };
}
