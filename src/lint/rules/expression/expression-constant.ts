import { columnText } from "../../../model/advice/advice.ts";
import type { RuleContext } from "../../../model/linter.ts";
import { example } from "../../examples/definition-example.ts";
import { mappedExpressions } from "../../reading/expression-remarks.ts";
import { mayFit } from "../../reading/type-fit.ts";
import type { Finding, Rule } from "../../rule.ts";

export const expressionConstant: Rule = {
  id: "expression-constant",
  severity: "warning",
  family: "expression",
  description:
    "An expression reads no column, so it gives the same for every row. Either the name of a column was put in quotes, which makes it text, or a constant is meant, which is written `{ value: Onboarding }` and says so.",
  bad: example({ more: [`phase: '"Onboarding"'`] }),
  good: example({ more: ["phase: { value: Onboarding }"] }),
  *check(context: RuleContext): Iterable<Finding> {
    for (const { sync, field, mapping } of mappedExpressions(context)) {
      const { columns, text } = mapping.result.expression;
      // constant-key tells of the key; a clock is no constant.
      if (columns?.length !== 0 || field.name === sync.key || /\$(?:now|millis)\b/.test(text)) continue;
      const { result, outcomes } = sync.analyse(mapping.result.expression);
      // What is wrong in another way too is told by another rule.
      const isFaulty =
        mapping.result.problems.length > 0 || (field.spec !== undefined && !mayFit(result, field.spec));
      if (isFaulty || result.every((type) => type === "null")) continue;
      const [literal] = outcomes;
      const isTemplate = typeof literal?.value === "string" && /\{\{.*\}\}/s.test(literal.value);
      const isColumn = sync.columns?.some(({ name }) => name === literal?.value) === true;
      yield {
        in: sync,
        path: mapping.path,
        ...(isColumn && { severity: "error" as const }),
        message: isColumn
          ? `The name of a column stands in quotes, which makes it text: ${field.name} would be the same for every row.`
          : `${field.name} is the same for every row: the expression reads no column.`,
        hint: isColumn
          ? "remove the quotes around the column's name"
          : isTemplate
            ? 'a template ({{ … }}) is not filled in: join texts with &, such as "Hello " & name'
            : `write a constant as ${field.name}: { value: … }; for a column, remove the quotes`,
        ...(isColumn ? { rewrites: [{ text: columnText(String(literal?.value)) }] } : {}),
      };
    }
  },
};
