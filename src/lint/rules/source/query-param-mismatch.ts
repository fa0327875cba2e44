import type { RuleContext } from "../../../model/linter.ts";
import { exampleQuery } from "../../examples/definition-example.ts";
import { inQuery, type Query, queries, spanOf } from "../../reading/queries.ts";
import type { Finding, Rule } from "../../rule.ts";

export const queryParamMismatch: Rule = {
  id: "query-param-mismatch",
  severity: "error",
  family: "source",
  description:
    "The parameters of a query and the values under `params:` do not match: `$2` has no value, a value has no `$`, a `$1` stands in quotes, which makes it text, or a parameter is written in another program's style, `:name` or `%s`. PostgreSQL refuses such a query, or compares with the wrong thing.",
  bad: exampleQuery("SELECT account_id, name FROM accounts WHERE region = $1 AND tier = $2", {
    more: ["params: [emea]"],
  }),
  good: exampleQuery("SELECT account_id, name FROM accounts WHERE region = $1 AND tier = $2", {
    more: ["params: [emea, ent]"],
  }),
  *check(context: RuleContext): Iterable<Finding> {
    for (const query of queries(context)) {
      const values = paramsOf(query).length;
      const used = new Set<number>();
      for (const [index, token] of query.tokens.entries()) {
        const foreign = foreignParameter(query, index);
        if (foreign !== undefined) yield inQuery(query, foreign.span, foreign);
        const number = numberOf(query, index);
        if (number === undefined || used.has(number)) continue;
        used.add(number);
        if (number >= 1 && number <= values) continue;
        yield inQuery(
          query,
          { start: token.start, length: 1 + String(number).length },
          {
            message: `$${number} has no value: params: lists ${values}. ${query.dialect.name} refuses the query.`,
            hint: "list a value under params: for every $1, $2 …, in this order",
          },
        );
      }
      const highest = Math.max(0, ...used);
      if (values > highest) yield unusedValue(query, highest);
    }
  },
};

function paramsOf({ source }: Query): readonly unknown[] {
  const { params } = source.settings;
  return Array.isArray(params) ? params : [];
}

function unusedValue({ sync, source, dialect }: Query, index: number): Finding {
  return {
    in: sync,
    path: [...source.path, "params", index],
    message: `The query has no $${index + 1}, so this value belongs to nothing. ${dialect.name} refuses the query.`,
    hint: `write $${index + 1} in the query, without quotes, or remove the value`,
  };
}

function numberOf({ tokens }: Query, index: number): number | undefined {
  const [dollar, digits] = [tokens[index], tokens[index + 1]];
  if (dollar?.value !== "$" || digits === undefined || digits.start !== dollar.start + 1) return undefined;
  return /^\d+$/.test(digits.value) ? Number(digits.value) : undefined;
}

/** `'$1'`, `:name`, `%s`: no parameters of PostgreSQL. */
function foreignParameter({ tokens, sql, dialect }: Query, index: number) {
  const [before, token, after] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (token === undefined) return undefined;
  const hint = "write $1, without quotes, and its value under params:";
  if (token.kind === "text") {
    const [text] = /^'[^']*'/.exec(sql.slice(token.start)) ?? [];
    if (text === undefined || !/^'\$\d+'$/.test(text)) return undefined;
    const message = `A parameter in quotes is text. ${dialect.name} compares with a dollar sign and a digit, not with the value.`;
    return { span: { start: token.start, length: text.length }, message, hint };
  }
  const joined = after?.kind === "word" && after.start === token.start + 1;
  const isNamed =
    token.value === ":" && joined && before?.value !== ":" && !/^[\d\])]/.test(before?.value ?? "");
  const isPercent = token.value === "%" && joined && after.value === "s";
  if (!isNamed && !isPercent) return undefined;
  const message = "Parameters are numbered here: this one belongs to another program's style.";
  return { span: { ...spanOf(token), length: 1 + (after?.value.length ?? 0) }, message, hint };
}
