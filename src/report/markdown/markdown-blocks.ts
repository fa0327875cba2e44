import type { RejectCause } from "../../model/reject-causes.ts";
import { amount, plural } from "../text/amounts.ts";
import { rejectionPlace } from "../text/rejection-text.ts";
import type { Block } from "./fit-block.ts";
import { code } from "./markdown-text.ts";
import { reasonMarkdown } from "./reason-markdown.ts";

/** A row of a table. Cells are Markdown already. */
export function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |\n`;
}

/** Rows that are made when there is room for them, each time anew. */
export function lazily<T>(items: Iterable<T>, rowOf: (item: T) => string): Iterable<string> {
  return {
    *[Symbol.iterator]() {
      for (const item of items) yield rowOf(item);
    },
  };
}

interface TableOptions {
  /** Words of ours: GitHub reads no Markdown there. */
  readonly summary: string;
  readonly columns: readonly string[];
  readonly rows: Iterable<string>;
  readonly total: number;
  /** `change`: what the rows are. */
  readonly what: string;
  readonly open?: boolean;
}

/** A table that unfolds. */
export function foldedTable({ summary, columns, rows, total, what, open = false }: TableOptions): Block {
  return {
    head: [
      `<details${open ? " open" : ""}><summary>${summary}</summary>\n\n`,
      row(columns),
      row(columns.map(() => "---")),
    ].join(""),
    rows,
    total,
    more: (count) => `\n… and ${plural(count, `more ${what}`)}.\n`,
    tail: "\n</details>\n\n",
  };
}

/** Why records did not get in, the most frequent cause first, each with the first row that it met. */
export function causesBlock(causes: readonly RejectCause[], { named }: { readonly named: boolean }): Block {
  const count = causes.reduce((sum, cause) => sum + cause.count, 0);
  return foldedTable({
    summary: `${plural(count, "rejected row")}, by cause`,
    columns: ["rows", ...(named ? ["sync"] : []), "rule", "why", "for example"],
    rows: lazily(causes, (cause) =>
      row([
        amount(cause.count),
        ...(named ? [code(cause.sync, NAME)] : []),
        code(cause.rule, NAME),
        reasonMarkdown(cause.example.reason),
        code(rejectionPlace(cause.example)),
      ]),
    ),
    total: causes.length,
    what: "cause",
  });
}

/** Columns of a terminal, which is about what a name takes in a table too. */
export const NAME = 60;
