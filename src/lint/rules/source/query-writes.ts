import type { RuleContext } from "../../../model/linter.ts";
import type { SqlDialect } from "../../../model/source-kind.ts";
import type { SqlToken } from "../../../model/sql-tokens.ts";
import { exampleQuery } from "../../examples/definition-example.ts";
import { inQuery, type Query, queries, spanOf } from "../../reading/queries.ts";
import type { Finding, Rule } from "../../rule.ts";

export const queryWrites: Rule = {
  id: "query-writes",
  severity: "error",
  family: "source",
  description:
    "A query would change the database: it is an INSERT, UPDATE or DELETE, holds one in a WITH, locks rows with FOR UPDATE, or creates a table with INTO. A source only reads; the run would be refused by the read-only transaction it works in.",
  bad: exampleQuery("DELETE FROM outbox RETURNING account_id, name"),
  good: exampleQuery("SELECT account_id, name FROM outbox"),
  *check(context: RuleContext): Iterable<Finding> {
    for (const query of queries(context)) {
      const token = writingToken(query);
      if (token === undefined) continue;
      yield inQuery(query, spanOf(token), {
        message: `${token.value.toUpperCase()} changes the database, and a source only reads. The run would be refused.`,
        hint: "write a SELECT; prepare data in the database, or in a job before this one",
      });
    }
  },
};

const STATEMENTS: ReadonlySet<string> = new Set([
  "alter",
  "analyze",
  "call",
  "cluster",
  "comment",
  "copy",
  "create",
  "delete",
  "do",
  "drop",
  "grant",
  "import",
  "insert",
  "lock",
  "merge",
  "refresh",
  "reindex",
  "revoke",
  "set",
  "truncate",
  "update",
  "vacuum",
]);
function isStatement(word: string, { otherStatements = [] }: SqlDialect): boolean {
  return STATEMENTS.has(word) || otherStatements.includes(word);
}

const IN_WITH: ReadonlySet<string> = new Set(["delete", "insert", "merge", "update"]);
const LOCKS: ReadonlySet<string> = new Set(["key", "no", "share", "update"]);

function writingToken({ tokens, outer, dialect }: Query): SqlToken | undefined {
  const [first] = tokens;
  if (first?.kind === "word" && isStatement(first.value, dialect)) return first;
  for (const [index, token] of tokens.entries()) {
    const opens = tokens[index - 1]?.kind === "sign" && tokens[index - 1]?.value === "(";
    if (opens && token.kind === "word" && IN_WITH.has(token.value)) return token;
  }
  for (const [index, token] of outer.entries()) {
    if (token.kind !== "word") continue;
    // WITH … DELETE …
    if (first?.value === "with" && IN_WITH.has(token.value) && outer[index - 1]?.value === ")") return token;
    if (token.value === "into" && outer.slice(0, index).some(({ value }) => value === "select")) return token;
    if (token.value === "for" && LOCKS.has(outer[index + 1]?.value ?? "")) return token;
  }
  return undefined;
}
