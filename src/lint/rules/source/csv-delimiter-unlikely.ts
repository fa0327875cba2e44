import { example } from "../../examples/definition-example.ts";
import type { Finding, Rule, RuleContext } from "../../rule.ts";

export const csvDelimiterUnlikely: Rule = {
  id: "csv-delimiter-unlikely",
  severity: "warning",
  family: "source",
  description:
    "The name of a file says that its values are separated by tabs, and the source separates them by something else: every line would be one column.",
  bad: example({ source: ["csv: { path: accounts.tsv }"] }),
  good: example({ source: ['csv: { path: accounts.tsv, delimiter: "\\t" }'] }),
  *check({ syncs }: RuleContext): Iterable<Finding> {
    for (const sync of syncs) {
      const csv = sync.definition.source?.csv;
      if (csv === undefined || !/\.tsv(?:\.gz)?$/i.test(csv.path) || csv.delimiter === "\t") continue;
      yield {
        in: sync,
        path: ["source", "csv", csv.delimiter === undefined ? "path" : "delimiter"],
        message: `A .tsv file has tabs between its values, and this source looks for ${csv.delimiter === undefined ? "commas" : "another sign"}.`,
        hint: 'write delimiter: "\\t"',
      };
    }
  },
};
