import type { RuleContext } from "../../../model/linter.ts";
import { type CursorKind, cursorOf } from "../../../model/source-kind.ts";
import { exampleQuery } from "../../examples/definition-example.ts";
import { cursorKind } from "../../reading/cursor-kind.ts";
import type { Finding, Rule } from "../../rule.ts";

export const cursorLagMismatch: Rule = {
  id: "cursor-lag-mismatch",
  severity: "error",
  family: "source",
  description:
    "The lag of a cursor does not fit the values of its column: a duration for a number, a number for a time, or a lag for text, from which nothing can be taken. The first read would end with that, or the second apply. The linter knows the column by its type in the database, a cast in the query, or the rows of the definition's tests.",
  bad: exampleQuery("SELECT account_id, name, revision::bigint AS revision FROM accounts", {
    more: ["cursor: { column: revision, lag: 5m }"],
  }),
  good: exampleQuery("SELECT account_id, name, revision::bigint AS revision FROM accounts", {
    more: ["cursor: { column: revision, lag: 1000 }"],
  }),
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const sync of syncs) {
      const { source } = sync;
      if (source === undefined) continue;
      const { column, lag } = cursorOf(source.settings) ?? {};
      if (column === undefined || lag === undefined || /^0(?:ms|s|m|h|d)?$/.test(String(lag))) continue;
      const kind = cursorKind(sync);
      if (kind === undefined || FITS[kind] === typeof lag) continue;
      yield {
        in: sync,
        path: [...source.path, "cursor", "lag"],
        message: `The lag is ${typeof lag === "string" ? "a duration" : "a number"}, and the column ${column} holds ${WORDS[kind]}.`,
        hint: HINTS[kind],
      };
    }
  },
};

const FITS: Readonly<Record<CursorKind, string | undefined>> = {
  time: "string",
  number: "number",
  text: undefined,
};

const WORDS: Readonly<Record<CursorKind, string>> = {
  time: "times",
  number: "numbers",
  text: "text, from which no lag can be taken",
};

const HINTS: Readonly<Record<CursorKind, string>> = {
  time: "write a duration: lag: 5m",
  number: "write a whole number in the column's own unit, such as lag: 1000",
  text: "remove lag, or choose a column that holds times or numbers",
};
