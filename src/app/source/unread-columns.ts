import type { CompiledSync } from "../../model/compiled-sync.ts";
import type { Row } from "../../model/row.ts";
import { cursorOf } from "../../model/source-kind.ts";
import { amount } from "../../report/text/amounts.ts";
import { escapeText } from "../../report/text/escape-text.ts";

const MOST_LISTED = 12;

/** Columns that a source has and no field reads: a new one is among them. */
export class UnreadColumns {
  readonly #read: ReadonlySet<string> | undefined;
  readonly #unread = new Set<string>();

  constructor({ fields, source }: Pick<CompiledSync, "fields" | "source">) {
    const columns = fields.map(({ value }) => (value.kind === "expression" ? value.expression.columns : []));
    const cursor = cursorOf(source.settings);
    const read = new Set([...columns.flatMap((some) => some ?? []), cursor?.column ?? ""]);
    // Where one may read any column, none is known to be left out.
    this.#read = columns.includes(undefined) ? undefined : read;
  }

  see(rows: readonly Row[]): void {
    if (this.#read === undefined) return;
    for (const { data } of rows) {
      for (const name of Object.keys(data)) if (!this.#read.has(name)) this.#unread.add(name);
    }
  }

  /** A sentence, or undefined where every column is read. */
  get remark(): string | undefined {
    const names = [...this.#unread].map(escapeText);
    if (names.length === 0) return undefined;
    const more = names.length - MOST_LISTED;
    const listed = names.slice(0, MOST_LISTED).join(", ") + (more > 0 ? ` and ${amount(more)} more` : "");
    return `No field reads the column${names.length === 1 ? "" : "s"} ${listed}.`;
  }
}
