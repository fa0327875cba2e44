import type { RuleContext } from "../../../model/linter.ts";
import { example } from "../../examples/definition-example.ts";
import { type CsvSource, csvSources } from "../../reading/csv-sources.ts";
import type { Finding, Rule } from "../../rule.ts";

export const csvDelimiterUnlikely: Rule = {
  id: "csv-delimiter-unlikely",
  severity: "warning",
  family: "source",
  description:
    "The name of a file says that its values are separated by tabs, and the source separates them by something else: every line would be one column. Or the header of the file holds more of another usual delimiter than of the one in use: names and values would be cut in the wrong places.",
  bad: example({ source: ["csv: { path: accounts.tsv }"] }),
  good: example({ source: ['csv: { path: accounts.tsv, delimiter: "\\t" }'] }),
  *check(context: RuleContext): Iterable<Finding> {
    for (const source of csvSources(context)) {
      const { sync, settings: csv, path } = source;
      yield* inHeader(source);
      if (!/\.tsv(?:\.gz)?$/i.test(csv.path) || csv.delimiter === "\t") continue;
      yield {
        in: sync,
        path: [...path, csv.delimiter === undefined ? "path" : "delimiter"],
        message: `A .tsv file has tabs between its values, and this source looks for ${csv.delimiter === undefined ? "commas" : "another sign"}.`,
        hint: 'write delimiter: "\\t"',
      };
    }
  },
};

const USUAL: readonly string[] = [",", ";", "\t", "|"];

/** A header with one column only is refused by whoever reads the file. */
function* inHeader({ sync, settings: csv, path }: CsvSource): Iterable<Finding> {
  const { delimiter = "," } = csv;
  const names = sync.columns?.map(({ name }) => name) ?? [];
  if (names.length < 2 || Array.isArray(csv.header)) return;
  const count = (sign: string): number => names.join(" ").split(sign).length - 1;
  const other = USUAL.find((sign) => sign !== delimiter && count(sign) >= names.length);
  if (other === undefined) return;
  yield {
    in: sync,
    path: [...path, "delimiter"],
    message: `The header of the file holds ${count(other)} times ${other === "\t" ? "a tab" : `"${other}"`}, and the delimiter of the definition only ${names.length - 1} times.`,
    hint: `is the delimiter another one? write delimiter: ${JSON.stringify(other)}`,
  };
}
