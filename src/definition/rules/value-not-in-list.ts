import type { Outcome } from "../../model/expression.ts";
import { sameJson } from "../../model/fingerprint.ts";
import { nearest, onlyMeant } from "../../model/nearest.ts";
import type { Finding, Rule, RuleContext } from "../rule.ts";
import { example } from "./examples/definition-example.ts";
import { type MappedExpression, mappedExpressions } from "./reading/expression-remarks.ts";
import { outcomesOf } from "./reading/outcomes.ts";
import { listed } from "./reading/phrase.ts";
import { replaceText } from "./reading/scalar-text.ts";

export const valueNotInList: Rule = {
  id: "value-not-in-list",
  severity: "error",
  family: "field",
  description:
    "An expression may give a value that the field does not take, because Planhat knows a fixed list of values for it. The rows that get there would be rejected. The linter looks at the texts and numbers that the branches of an expression write out.",
  bad: example({ more: [`status: 'active = "yes" ? "customer" : "churned"'`] }),
  good: example({ more: [`status: 'active = "yes" ? "customer" : "lost"'`] }),
  *check(context: RuleContext): Iterable<Finding> {
    for (const mapped of mappedExpressions(context)) {
      const { spec, name } = mapped.field;
      const allowed = spec?.enum;
      if (allowed === undefined) continue;
      for (const { kind, value, offset, length } of outcomesOf(mapped)) {
        if (kind !== "literal" || value === null || allowed.some((one) => sameJson(one, value))) continue;
        const words = allowed.map(String);
        const meant = nearest(String(value), words);
        yield {
          in: mapped.sync,
          path: mapped.mapping.path,
          at: { span: { offset, length } },
          message: `${mapped.sync.objectName}.${name} takes ${listed(words, "or")}, and this is none of them. Every row that gets it would be rejected.`,
          ...fixFor(mapped, { value, offset, length }, onlyMeant(String(value), words)),
          hint: meant === undefined ? `write ${listed(words, "or")}` : `did you mean ${meant}?`,
        };
      }
    }
  },
};

/** Writes the value of the list, where only its spelling differs. */
function fixFor(
  { sync, mapping }: MappedExpression,
  { value, offset, length }: Pick<Outcome, "value" | "offset" | "length">,
  meant: string | undefined,
): Pick<Finding, "fix"> {
  if (meant === undefined || typeof value !== "string") return {};
  const { text, path } = mapping;
  const literal = text.slice(offset, offset + length).replace(value, () => meant);
  const edit = replaceText(sync, path, text.slice(0, offset) + literal + text.slice(offset + length));
  return edit === undefined ? {} : { fix: { title: `write ${meant}`, edits: [edit] } };
}
