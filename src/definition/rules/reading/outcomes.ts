import type { Outcome } from "../../../model/expression.ts";
import type { MappedExpression } from "./expression-remarks.ts";

/** What is known of single results of a mapped expression. */
export function outcomesOf({ sync, mapping }: MappedExpression): readonly Outcome[] {
  return sync.analyse(mapping.result.expression).outcomes;
}
