import type { RuleContext } from "../../model/linter.ts";
import type { PlacedSource, PlacedSync } from "../../model/placed.ts";
import { writtenQuery } from "../../model/selected-columns.ts";
import type { SqlDialect } from "../../model/source-kind.ts";
import { type SqlToken, sqlTokens } from "../../model/sql-tokens.ts";
import type { Finding } from "../rule.ts";

/** The query of a definition, as it is written there. */
export interface Query {
  readonly sync: PlacedSync;
  readonly source: PlacedSource;
  readonly dialect: SqlDialect;
  readonly sql: string;
  /** Without what stands in brackets: those of the outermost statement. */
  readonly outer: readonly SqlToken[];
  readonly tokens: readonly SqlToken[];
}

export function* queries({ syncs }: RuleContext): Iterable<Query> {
  for (const sync of syncs) {
    const { source } = sync;
    const dialect = source?.kind.sql;
    if (source === undefined || dialect === undefined) continue;
    const sql = writtenQuery(sync, source);
    if (sql === undefined) continue;
    const tokens = [...sqlTokens(sql)];
    yield { sync, source, dialect, sql, tokens, outer: outermost(tokens) };
  }
}

/** A finding at a part of the query. */
export function inQuery(
  { sync, source }: Query,
  { start, length }: { readonly start: number; readonly length: number },
  finding: Pick<Finding, "message" | "hint" | "severity">,
): Finding {
  return { in: sync, path: [...source.path, "query"], at: { span: { offset: start, length } }, ...finding };
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
