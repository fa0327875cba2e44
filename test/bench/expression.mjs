// A mapping of eight fields: our closures beside jsonata's own evaluator, in one run. Needs `npm run build`.
import jsonata from "jsonata";
import { compileExpression } from "../../build/expression/compile-expression.js";
import { inTurns, rate } from "./in-turns.mjs";

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

const ROWS = Array.from({ length: 10_000 }, (_, index) => ({
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

const compiled = MAPPING.map((text) => {
  const result = compileExpression(text);
  if (!result.ok || result.expression.isAsync) throw new Error(`not compiled: ${text}`);
  return result.expression;
});
const theirs = MAPPING.map((text) => jsonata(text));

const [ours, jsonatas] = await inTurns(5, [
  () => {
    for (const row of ROWS) for (const expression of compiled) expression.evaluate(row, { runStart: 0 });
  },
  async () => {
    for (const row of ROWS) for (const expression of theirs) await expression.evaluate(row);
  },
]);
console.log(`compiled  ${rate(ROWS.length, ours)}`);
console.log(`jsonata   ${rate(ROWS.length, jsonatas)}`);
console.log(`ratio     ${(jsonatas / ours).toFixed(1)}`);
