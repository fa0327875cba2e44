import { sqlTokens } from "../../model/sql-tokens.ts";
import { Stop } from "../../model/stop.ts";
import type { SqlText } from "../sql/statement.ts";
import type { Param } from "./settings.ts";

/**
 * The values of $1, $2 … as SQLite binds them. SQLite itself takes a parameter without a value for NULL, so every one is
 * looked for in the text. Throws a Stop where they and the values do not match.
 */
export function boundParams(
  { sql, where }: SqlText,
  params: readonly Param[],
): Readonly<Record<string, string | number | null>> {
  const used = parametersIn(sql);
  const foreign = used.find((name) => !/^\$[1-9]\d*$/.test(name));
  if (foreign !== undefined) {
    throw new Stop("query-invalid", `A parameter of ${where} is written ${foreign}.`, {
      fix: "write $1, $2 …, without quotes, and their values under params:",
    });
  }
  const highest = Math.max(0, ...used.map((name) => Number(name.slice(1))));
  if (highest !== params.length || new Set(used).size !== params.length) {
    throw new Stop("query-invalid", `The parameters of ${where} and the values under params: do not match.`, {
      detail: `The query uses ${new Set(used).size === 0 ? "none" : [...new Set(used)].join(", ")}, and params: has ${params.length}.`,
      fix: "give `params` one value for each of $1, $2 …, in this order",
    });
  }
  return Object.fromEntries(params.map((param, index) => [`$${index + 1}`, bindable(param, index)]));
}

/** SQLite has no booleans: true is 1. */
function bindable(param: Param, index: number): string | number | null {
  if (typeof param === "boolean") return param ? 1 : 0;
  if (typeof param === "string" && /\p{Surrogate}/u.test(param)) {
    throw new Stop("query-invalid", `The value of $${index + 1} in \`params\` holds half a character.`, {
      fix: "remove it",
    });
  }
  return param;
}

/** `$1`, `?`, `:name`, `@name`, as they are written. */
function parametersIn(sql: string): readonly string[] {
  const tokens = [...sqlTokens(sql)];
  return tokens.flatMap(({ kind, value, start }, index) => {
    if (kind !== "sign" || !["$", "?", ":", "@"].includes(value)) return [];
    const next = tokens[index + 1];
    const name = next?.start === start + 1 && next.kind !== "text" ? /^\w+/.exec(next.value)?.[0] : undefined;
    return value === "?" || name !== undefined ? [`${value}${name ?? ""}`] : [];
  });
}
