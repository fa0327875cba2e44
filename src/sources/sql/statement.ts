import { sqlTokens } from "../../model/sql-tokens.ts";
import { Stop } from "../../model/stop.ts";

/** The text of a query and where it stands, for messages: `the query`, `sql/accounts.sql`. */
export interface SqlText {
  readonly sql: string;
  readonly where: string;
}

/**
 * One statement, without the semicolon behind it. Throws a Stop for none, for several, and for calls that reach past the
 * transaction, as `isForbidden` knows them by their names. A statement that only writes is refused later, by the database.
 */
export function checkStatement(
  { sql, where }: SqlText,
  isForbidden: (name: string) => boolean = () => false,
): SqlText {
  if (sql.includes("\0")) throw refusal(where, sql, sql.indexOf("\0"), "holds a NUL character", "remove it");
  let semicolon: number | undefined;
  let isEmpty = true;
  let name: { readonly value: string; readonly start: number } | undefined;
  for (const { kind, value, start } of sqlTokens(sql)) {
    if (kind === "sign" && value === ";") {
      semicolon ??= start;
      continue;
    }
    if (semicolon !== undefined) {
      throw refusal(where, sql, start, "holds more than one statement", "keep the one that returns the rows");
    }
    if (kind === "sign" && value === "(" && name !== undefined && isForbidden(name.value)) {
      const what = `calls ${name.value}, which can change something outside its read-only transaction`;
      throw refusal(where, sql, name.start, what, "remove the call: a source only reads");
    }
    isEmpty = false;
    name = kind === "word" || kind === "quoted" ? { value, start } : undefined;
  }
  if (isEmpty) {
    throw new Stop("query-invalid", `${capital(where)} holds no statement.`, {
      fix: "write the SELECT that returns the rows",
    });
  }
  return { sql: semicolon === undefined ? sql : sql.slice(0, semicolon), where };
}

/** `the query, line 3, column 8`. Offsets in UTF-16 units, from 0. */
export function placeInSql(where: string, sql: string, offset: number): string {
  const before = sql.slice(0, offset).split("\n");
  return `${where}, line ${before.length}, column ${(before.at(-1) ?? "").length + 1}`;
}

/** For the beginning of a sentence. The name of a file stays as it is. */
export function capital(text: string): string {
  return /\.sql\b/i.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

function refusal(where: string, sql: string, offset: number, what: string, fix: string): Stop {
  return new Stop("query-invalid", `${capital(where)} ${what} (${placeInSql("at", sql, offset).slice(4)}).`, {
    fix,
  });
}
