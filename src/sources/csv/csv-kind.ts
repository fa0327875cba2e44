import type { SampleRows, SampleSource, SourceKind } from "../../model/source-kind.ts";
import { allTexts, textsAndNulls } from "../formats/text-columns.ts";
import { csvText } from "./csv-text.ts";

export const csvKind: SourceKind = {
  kind: "csv",
  title: "CSV",
  hint: "files, by name or pattern",
  open: async () => (await import("./csv-source.ts")).csvSource,
  columnsCost: "nothing",
  hasFixedColumns: true,
  isAllText: true,
  columnTypes: ({ nulls }) => (Array.isArray(nulls) && nulls.length > 0 ? textsAndNulls : allTexts),
  // A list of names; `true` says that the first line has them.
  writtenColumns: ({ header }) => (Array.isArray(header) ? (header as readonly string[]) : undefined),
  files: { path: { holds: "data", isPattern: true } },
  readsStdin: ({ path }) => path === "-",
  noValueFix: (text) =>
    `With nulls: [${JSON.stringify(text)}] under source.csv, it counts as no value in every column.`,
  snippet: { description: "Rows of CSV files", settings: { path: "data/$1.csv" } },
  scaffold: { sample },
};

function sample({ name, columns, rows }: SampleRows): SampleSource {
  const path = `data/${name}.csv`;
  return {
    lines: ["  csv:", `    path: ${path}`],
    files: new Map([[path, csvText([columns, ...rows])]]),
  };
}
