import { sameJson } from "../../../model/fingerprint.ts";
import type { Json } from "../../../model/json.ts";
import type { RuleContext } from "../../../model/linter.ts";
import { nearest, onlyMeant } from "../../../model/nearest.ts";
import type { FieldSpec } from "../../../model/object-type.ts";
import type { PlacedField, PlacedSync, Span } from "../../../model/placed.ts";
import { example } from "../../examples/definition-example.ts";
import { type MappedExpression, mappedExpressions } from "../../reading/expression-remarks.ts";
import { outcomesOf } from "../../reading/outcomes.ts";
import { listed } from "../../reading/phrase.ts";
import { replaceText } from "../../reading/scalar-text.ts";
import type { Finding, Rule } from "../../rule.ts";

export const valueNotInList: Rule = {
  id: "value-not-in-list",
  severity: "error",
  family: "field",
  description:
    "A field may get a value that it does not take, because Planhat knows a fixed list of values for it. The rows that get there would be rejected. The linter looks at constants, and at the texts and numbers that the branches of an expression write out. It knows the lists of your tenant's own fields from `planhat.fields.json`, which `planhat-sync introspect` writes.",
  bad: example({ more: [`status: 'active = "yes" ? "customer" : "churned"'`] }),
  good: example({ more: [`status: 'active = "yes" ? "customer" : "lost"'`] }),
  *check(context: RuleContext): Iterable<Finding> {
    for (const sync of context.syncs) {
      for (const field of sync.fields) yield* constantFindings(sync, field);
    }
    for (const mapped of mappedExpressions(context)) yield* expressionFindings(mapped);
  },
};

function* constantFindings(sync: PlacedSync, { name, spec, mapping }: PlacedField): Iterable<Finding> {
  if (spec?.enum === undefined || mapping.kind !== "constant") return;
  const { value, path } = mapping;
  const elements: readonly Json[] | undefined = Array.isArray(value) ? value : undefined;
  for (const [index, one] of (elements ?? [value]).entries()) {
    // Of a value that the field's type never takes type-mismatch tells.
    if (isListed(one, spec) || !spec.enum.some((listed) => typeof listed === typeof one)) continue;
    const at = elements === undefined ? path : [...path, index];
    const meant = onlyMeant(String(one), spec.enum.map(String));
    const edit = meant === undefined || typeof one !== "string" ? undefined : replaceText(sync, at, meant);
    yield {
      in: sync,
      path: at,
      ...words(sync, name, spec.enum, one),
      ...(edit !== undefined && { fix: { title: `write ${meant}`, edits: [edit] } }),
    };
  }
}

function* expressionFindings(mapped: MappedExpression): Iterable<Finding> {
  const { sync, field, mapping } = mapped;
  const { spec, name } = field;
  if (spec?.enum === undefined) return;
  for (const { kind, value, offset, length } of outcomesOf(mapped)) {
    if (kind !== "literal" || isListed(value, spec)) continue;
    const meant = onlyMeant(String(value), spec.enum.map(String));
    const fix =
      meant === undefined || typeof value !== "string"
        ? {}
        : fixFor(mapped, value, meant, { offset, length });
    yield {
      in: sync,
      path: mapping.path,
      at: { span: { offset, length } },
      ...words(sync, name, spec.enum, value),
      ...rewriteFor(value, spec, { offset, length }),
      ...fix,
    };
  }
}

function isListed(value: Json, spec: FieldSpec): boolean {
  return value === null || spec.enum?.some((one) => sameJson(one, value)) !== false;
}

/** A tenant's list may have hundreds of values: enough to recognise it by. */
const MOST_NAMED = 20;

function words(
  { objectName }: PlacedSync,
  name: string,
  allowed: readonly Json[],
  value: Json,
): Pick<Finding, "message" | "hint"> {
  const texts = allowed.map(String);
  const more = texts.length - MOST_NAMED;
  const named =
    more > 0 ? `${texts.slice(0, MOST_NAMED).join(", ")} or one of ${more} more` : listed(texts, "or");
  const meant = nearest(String(value), texts);
  return {
    message: `${objectName}.${name} takes ${named}, and this is none of them. Every row that gets it would be rejected.`,
    hint: meant === undefined ? `write ${named}` : `did you mean ${meant}?`,
  };
}

function rewriteFor(value: Json, { enum: allowed = [] }: FieldSpec, at: Span): Pick<Finding, "rewrites"> {
  const meant = nearest(String(value), allowed.map(String));
  return meant === undefined ? {} : { rewrites: [{ text: JSON.stringify(meant), at }] };
}

/** Writes the value of the list, where only its spelling differs. */
function fixFor(
  { sync, mapping }: MappedExpression,
  value: string,
  meant: string,
  { offset, length }: Span,
): Pick<Finding, "fix"> {
  const { text, path } = mapping;
  const literal = text.slice(offset, offset + length).replace(value, () => meant);
  const edit = replaceText(sync, path, text.slice(0, offset) + literal + text.slice(offset + length));
  return edit === undefined ? {} : { fix: { title: `write ${meant}`, edits: [edit] } };
}
