import type { ExpressionProblem } from "../../model/expression.ts";
import { given } from "../../model/given.ts";
import type { RuleContext } from "../../model/linter.ts";
import type { Finding } from "../rule.ts";

/** What compiling the expressions has found, of one rule; placed inside the scalar. */
export function* expressionProblems(
  { syncs }: RuleContext,
  rule: ExpressionProblem["rule"],
): Iterable<Finding> {
  for (const sync of syncs) {
    const mapped = sync.fields.flatMap(({ mapping }) => (mapping.kind === "expression" ? [mapping] : []));
    for (const { path, result } of [...sync.sourceExpressions, ...mapped]) {
      for (const problem of result.problems) {
        if (problem.rule !== rule) continue;
        const { message, hint, rewrites, severity, offset, length } = problem;
        yield {
          in: sync,
          path,
          at: { span: { offset, length } },
          message,
          ...given({ hint, rewrites }),
          severity,
        };
      }
    }
  }
}
