import type { ExpressionRemark, RemarkRule } from "../../model/expression.ts";
import { given } from "../../model/given.ts";
import type { RuleContext } from "../../model/linter.ts";
import type { PlacedField, PlacedSync } from "../../model/placed.ts";
import type { Finding } from "../rule.ts";

type Expression = Extract<PlacedField["mapping"], { readonly kind: "expression" }>;

/** A mapped expression that compiles, and the sync and field it belongs to. */
export interface MappedExpression {
  readonly sync: PlacedSync;
  readonly field: PlacedField;
  readonly mapping: Expression & { readonly result: { readonly ok: true } };
}

/** Every mapped expression of the project that compiles. */
export function mappedExpressions(context: RuleContext): readonly MappedExpression[] {
  let found = known.get(context);
  if (found === undefined) {
    found = [...search(context)];
    known.set(context, found);
  }
  return found;
}

/** A dozen rules look through them. */
const known = new WeakMap<RuleContext, readonly MappedExpression[]>();

function* search({ syncs }: RuleContext): Iterable<MappedExpression> {
  for (const sync of syncs) {
    for (const field of sync.fields) {
      const { mapping } = field;
      if (mapping.kind !== "expression" || !mapping.result.ok) continue;
      yield { sync, field, mapping: mapping as MappedExpression["mapping"] };
    }
  }
}

/** What analysing the expressions has found, of one rule; placed inside the scalar. */
export function* expressionRemarks(
  context: RuleContext,
  rule: RemarkRule,
  applies: (mapped: MappedExpression) => boolean = () => true,
): Iterable<Finding> {
  for (const mapped of mappedExpressions(context)) {
    if (!applies(mapped)) continue;
    for (const remark of remarksOf(mapped)) {
      if (remark.rule !== rule) continue;
      yield remarkFinding(mapped, remark);
    }
  }
}

export function remarksOf({ sync, mapping }: MappedExpression): readonly ExpressionRemark[] {
  return sync.analyse(mapping.result.expression).remarks;
}

export function remarkFinding(
  { sync, mapping }: MappedExpression,
  { offset, length, severity, message, hint, rewrites }: ExpressionRemark,
): Finding {
  return {
    in: sync,
    path: mapping.path,
    at: { span: { offset, length } },
    severity,
    message,
    hint,
    ...given({ rewrites }),
  };
}
