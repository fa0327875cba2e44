import { compareDiagnostics, type Diagnostic } from "../../model/diagnostic.ts";
import { type Block, fitBlock } from "../markdown/fit-block.ts";
import { foldedTable, lazily, row } from "../markdown/markdown-blocks.ts";
import { code } from "../markdown/markdown-text.ts";
import { fixMarkdown, statementMarkdown } from "../markdown/reason-markdown.ts";
import { plural } from "../text/amounts.ts";

/** What `validate` found, for the summary of a job; at most 60,000 bytes, errors before warnings. */
export function diagnosticsMarkdown(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const counts = [
    ...(errors > 0 ? [plural(errors, "error")] : []),
    ...(diagnostics.length > errors ? [plural(diagnostics.length - errors, "warning")] : []),
  ];
  const title = `### planhat-sync validate: ${counts.length > 0 ? counts.join(", ") : "no mistake found"}\n\n`;
  if (diagnostics.length === 0) return title;
  return title + (fitBlock({ ...diagnosticsBlock(diagnostics), head: TABLE, tail: "\n" }, LIMIT) ?? "");
}

/** The remarks on the definitions, folded. */
export function diagnosticsBlock(diagnostics: readonly Diagnostic[]): Block {
  const ordered = [...diagnostics].sort(
    (a, b) => Number(b.severity === "error") - Number(a.severity === "error") || compareDiagnostics(a, b),
  );
  return foldedTable({
    summary: `${plural(diagnostics.length, "remark")} on the definitions`,
    columns: COLUMNS,
    rows: lazily(ordered, ({ severity, file, line, rule, reason }) =>
      row([
        severity,
        code(`${file}:${line}`),
        code(rule),
        [
          statementMarkdown(reason),
          ...(reason.fix === undefined ? [] : [`Hint: ${fixMarkdown(reason.fix)}`]),
        ].join("<br>"),
      ]),
    ),
    total: diagnostics.length,
    what: "remark",
  });
}

const COLUMNS = ["", "place", "rule", "what"];
const TABLE = row(COLUMNS) + row(COLUMNS.map(() => "---"));
const LIMIT = 59_000;
