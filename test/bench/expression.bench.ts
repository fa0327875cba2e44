import jsonata from "jsonata";
import { bench, describe } from "vitest";
import { compileExpression } from "../../src/expression/compile-expression.ts";
import type { Json } from "../../src/model/json.ts";

const MAPPING = [
  "account_id",
  "$trim(name)",
  "$number(mrr)",
  'tier = "ent" ? "Enterprise" : "Growth"',
  "$substringBefore(renewal, 'T')",
  'first & " " & last',
  "$lowercase(email)",
  'seats > "100" and active = "true"',
];

const ROWS: readonly Json[] = Array.from({ length: 1000 }, (_, index) => ({
  account_id: `acc-${index}`,
  name: ` Company ${index} `,
  mrr: String(index * 1.25),
  tier: index % 3 === 0 ? "ent" : "smb",
  renewal: "2025-03-01T00:00:00Z",
  first: "Ada",
  last: `No. ${index}`,
  email: `Ada.${index}@Example.com`,
  seats: String(index),
  active: index % 2 === 0 ? "true" : "false",
}));

describe("a mapping of 8 fields over 1000 rows", () => {
  const compiled = MAPPING.map((text) => {
    const result = compileExpression(text);
    if (!result.ok || result.expression.isAsync) throw new Error(text);
    return result.expression;
  });
  const theirs = MAPPING.map((text) => jsonata(text));

  bench("compiled", () => {
    for (const row of ROWS) for (const expression of compiled) expression.evaluate(row, { runStart: 0 });
  });

  bench("jsonata", async () => {
    for (const row of ROWS) for (const expression of theirs) await expression.evaluate(row);
  });
});
