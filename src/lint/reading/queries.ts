import type { RuleContext } from "../../model/linter.ts";
import type { PlacedSync } from "../../model/placed.ts";
import { writtenQuery } from "../../model/selected-columns.ts";
import { type SqlToken, sqlTokens } from "../../model/sql-tokens.ts";
import type { Finding } from "../rule.ts";

/** The query of a definition, as it is written there. */
export interface Query {
  readonly sync: PlacedSync;
  readonly sql: string;
  /** Without what stands in brackets: those of the outermost statement. */
  readonly outer: readonly SqlToken[];
  readonly tokens: readonly SqlToken[];
}

const PATH = ["source", "postgres", "query"] as const;

export function* queries({ syncs }: RuleContext): Iterable<Query> {
  for (const sync of syncs) {
    const sql = sync.sourceKind === "postgres" ? writtenQuery(sync) : undefined;
    if (sql === undefined) continue;
    const tokens = [...sqlTokens(sql)];
    yield { sync, sql, tokens, outer: outermost(tokens) };
  }
}

/** A finding at a part of the query. */
export function inQuery(
  { sync }: Query,
  { start, length }: { readonly start: number; readonly length: number },
  finding: Pick<Finding, "message" | "hint" | "severity">,
): Finding {
  return { in: sync, path: PATH, at: { span: { offset: start, length } }, ...finding };
}

/** Where a token stands, as it is written. */
export function spanOf({ start, value }: SqlToken): { readonly start: number; readonly length: number } {
  return { start, length: Math.max(1, value.length) };
}

function outermost(tokens: readonly SqlToken[]): readonly SqlToken[] {
  const found: SqlToken[] = [];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === "sign" && token.value === ")") depth -= 1;
    if (depth === 0) found.push(token);
    if (token.kind === "sign" && token.value === "(") depth += 1;
  }
  return found;
}
