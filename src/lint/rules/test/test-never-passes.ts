import { isJsonObject, type JsonObject } from "../../../model/json.ts";
import type { RuleContext } from "../../../model/linter.ts";
import { nearest } from "../../../model/nearest.ts";
import type { PlacedSync } from "../../../model/placed.ts";
import { isCustomField } from "../../../model/record-body.ts";
import { example } from "../../examples/definition-example.ts";
import { creates, isKnown, isSupplied } from "../../reading/mapped-fields.ts";
import type { Finding, Rule } from "../../rule.ts";

export const testNeverPasses: Rule = {
  id: "test-never-passes",
  severity: "error",
  family: "test",
  description:
    "A test expects a field that the definition does not map, so it can never pass. Expected records have Planhat's shape: custom fields stand in a map of their own, `custom: { Tier: ... }`.",
  bad: example({
    fields: ["externalId: account_id", "name: $trim(name)", "custom.Tier: tier"],
    rest: [
      "tests:",
      "  - name: trims the name",
      '    row: { account_id: a1, name: " Acme" }',
      "    expect: { externalId: a1, name: Acme, custom.Tier: Growth }",
    ],
  }),
  good: example({
    fields: ["externalId: account_id", "name: $trim(name)", "custom.Tier: tier"],
    rest: [
      "tests:",
      "  - name: trims the name",
      '    row: { account_id: a1, name: " Acme", tier: Growth }',
      "    expect: { externalId: a1, name: Acme, custom: { Tier: Growth } }",
    ],
  }),
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const sync of syncs) {
      // What an object always has goes along by itself, and a record holds it.
      const fixed = Object.keys(sync.objectType?.fixed ?? {});
      const mapped = new Set([...sync.fields.map(({ name }) => name), ...fixed]);
      // A field that does not exist may be the one that the test means: unknown-field tells of it.
      if (sync.fields.some(({ name, spec }) => spec === undefined && !isCustomField(name))) continue;
      for (const [index, { expect }] of (sync.definition.tests ?? []).entries()) {
        for (const [path, name] of expectedFields(expect)) {
          if (isAskedFor(sync, name)) continue;
          if (mapped.has(name) && path.length === (isCustomField(name) ? 2 : 1)) continue;
          const nested = mapped.has(name) ? name.slice("custom.".length) : undefined;
          const meant = nearest(name, mapped);
          yield {
            in: sync,
            path: ["tests", index, "expect", ...path],
            at: { part: "key" },
            message: `The test expects ${name}${nested === undefined ? ", which no field maps" : " beside the standard fields"}. It can never pass.`,
            hint:
              nested !== undefined
                ? `write custom: { ${nested}: … }`
                : meant === undefined
                  ? `map ${name} under fields, or remove it here`
                  : `did you mean ${meant}?`,
          };
        }
      }
    }
  },
};

/** Whether required-field or reference-missing already want it. */
function isAskedFor(sync: PlacedSync, name: string): boolean {
  if (!isKnown(sync) || !creates(sync)) return false;
  return sync.objectType.required.some((group) => group.includes(name) && !isSupplied(sync, group));
}

/** Path below `expect`, and the name under `fields` that it belongs to. */
function* expectedFields(expect: unknown): Iterable<readonly [readonly string[], string]> {
  if (!isJsonObject(expect)) return;
  for (const [name, value] of Object.entries(expect as JsonObject)) {
    if (name !== "custom" || !isJsonObject(value)) yield [[name], name];
    else for (const own of Object.keys(value)) yield [[name, own], `custom.${own}`];
  }
}
