import type { Outcome } from "../../model/expression.ts";
import type { MappedExpression } from "./expression-remarks.ts";

/** What is known of single values that a mapped expression gives: in a field that takes a list, of its elements too. */
export function outcomesOf({ sync, field, mapping }: MappedExpression): readonly Outcome[] {
  const isList = field.spec?.type === "array";
  return sync.analyse(mapping.result.expression).outcomes.filter(({ inList }) => isList || inList !== true);
}
