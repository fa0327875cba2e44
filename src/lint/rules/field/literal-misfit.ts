import { fieldCheck } from "../../../model/fit/field-check.ts";
import type { RuleContext } from "../../../model/linter.ts";
import { example } from "../../examples/definition-example.ts";
import { mappedExpressions } from "../../reading/expression-remarks.ts";
import { outcomesOf } from "../../reading/outcomes.ts";
import { misfitAdvice, typeOf } from "../../reading/type-advice.ts";
import { mayFit } from "../../reading/type-fit.ts";
import type { Finding, Rule } from "../../rule.ts";

export const literalMisfit: Rule = {
  id: "literal-misfit",
  severity: "error",
  family: "field",
  description:
    "A branch of an expression gives a value that the field does not take, so every row that gets there is rejected: a word where an id belongs, a date in another form than ISO 8601, milliseconds where days belong. The linter looks at what branches write out, and tries the pictures of `$fromMillis` and `$now` on an example.",
  bad: example({
    object: "Enduser",
    key: "externalId",
    fields: [
      "externalId: user_id",
      "email: email",
      `companyId: 'account_id = "" ? "none" : "extid-" & account_id'`,
    ],
  }),
  good: example({
    object: "Enduser",
    key: "externalId",
    fields: ["externalId: user_id", "email: email", `companyId: 'account_id != "" ? "extid-" & account_id'`],
  }),
  *check(context: RuleContext): Iterable<Finding> {
    for (const mapped of mappedExpressions(context)) {
      const { spec, name, form } = mapped.field;
      // What is looked up is no id yet.
      if (form?.kind === "lookup") continue;
      // Of a list of values value-not-in-list tells, of a type that never fits type-mismatch.
      if (spec === undefined || spec.enum !== undefined || spec.type === "array") continue;
      const { sync, mapping } = mapped;
      if (!mayFit(sync.analyse(mapping.result.expression).result, spec)) continue;
      const check = fieldCheck(name, spec);
      for (const { kind, value, offset, length } of outcomesOf(mapped)) {
        const problem = kind === "prefix" ? undefined : check(value);
        if (problem === undefined) continue;
        const fix =
          kind === "example" && spec.type === "date"
            ? 'use a picture such as "[Y0001]-[M01]-[D01]"'
            : misfitAdvice(problem.code, typeOf(value), spec);
        yield {
          in: sync,
          path: mapping.path,
          at: { span: { offset, length } },
          message: `${sync.objectName}.${name} ${problem.what("the expression gives")}. Every row that gets there would be rejected.`,
          hint: kind === "example" ? `it gives values such as ${value}: ${fix}` : fix,
        };
      }
    }
  },
};
