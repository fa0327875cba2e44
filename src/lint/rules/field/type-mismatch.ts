import { fieldCheck } from "../../../model/fit/field-check.ts";
import type { Json } from "../../../model/json.ts";
import type { RuleContext } from "../../../model/linter.ts";
import type { FieldSpec } from "../../../model/object-type.ts";
import type { PlacedField, PlacedSync } from "../../../model/placed.ts";
import { constantAdvice, expressionAdvice, misfitAdvice, typeOf } from "../../reading/type-advice.ts";
import { describeField, describeTypes, mayFit } from "../../reading/type-fit.ts";
import type { Finding, Rule } from "../../rule.ts";

export const typeMismatch: Rule = {
  id: "type-mismatch",
  severity: "error",
  family: "field",
  description:
    "A field gets a value of another type than it has in Planhat. Strings are never guessed into numbers or dates, because a wrong guess would be written without an error: say what is meant, as in `$number(mrr)`. The linter finds what can be known without a row (constants, functions, operators); the same rule rejects a row whose value does not fit.",
  bad: `version: 1
source:
  csv: { path: contacts.csv }
target: { object: Enduser }
mode: upsert
key: email
fields:
  email: $lowercase($trim(email))
  companyId: '"extid-" & account_id'
  featured: $lowercase(vip)
`,
  good: `version: 1
source:
  csv: { path: contacts.csv }
target: { object: Enduser }
mode: upsert
key: email
fields:
  email: $lowercase($trim(email))
  companyId: '"extid-" & account_id'
  featured: $lowercase(vip) in ["yes", "true"]
`,
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const sync of syncs) {
      for (const field of sync.fields) {
        // Of `custom` as a whole unknown-field tells.
        if (field.spec !== undefined && field.name !== "custom") yield* checkField(sync, field, field.spec);
      }
    }
  },
};

function* checkField(
  sync: PlacedSync,
  { name, by, mapping }: PlacedField,
  spec: FieldSpec,
): Iterable<Finding> {
  const field = `${sync.objectName}.${name}`;
  const place = { in: sync, path: mapping.path };
  if (mapping.kind === "constant") {
    // The values of a list are a rule of their own.
    const { enum: _, ...typed } = spec;
    const problem = constantProblem(name, mapping.value, typed);
    if (problem !== undefined) yield { ...place, message: `${field} ${problem.message}`, hint: problem.hint };
    return;
  }
  if (!mapping.result.ok) return;
  const { result: types, remarks } = sync.analyse(mapping.result.expression);
  // An id of another system may be a number: it stands behind a prefix.
  if (mayFit(types, spec) || (by !== undefined && types.includes("number"))) return;
  // What only looks like a computation is told by its own rule, and what fails gives no value at all.
  if (remarks.some(({ rule }) => rule === "column-hyphen" || rule === "operand-type")) return;
  yield {
    ...place,
    message: `${field} takes ${describeField(spec)}, and this expression gives ${describeTypes(types)}. Every row with a value would be rejected.`,
    ...expressionAdvice(types, spec, mapping.text),
  };
}

function constantProblem(
  name: string,
  value: Json,
  spec: FieldSpec,
): { readonly message: string; readonly hint: string } | undefined {
  const type = typeOf(value);
  if (!mayFit([type], spec)) {
    return {
      message: `takes ${describeField(spec)}, and the constant is ${describeTypes([type])}. ${ALL_REJECTED}`,
      hint: constantAdvice(type, spec),
    };
  }
  // What a run would check of each row: dates, ids, whole numbers.
  const wrapped = spec.type === "array" && value !== null && !Array.isArray(value) ? [value] : value;
  const problem = fieldCheck(name, spec)(wrapped);
  if (problem === undefined) return undefined;
  return {
    message: `${problem.what("the constant is")}. ${ALL_REJECTED}`,
    hint: misfitAdvice(problem.code, type, spec),
  };
}

const ALL_REJECTED = "Every row would be rejected.";
