import type { CompiledSync } from "../../model/compiled-sync.ts";
import { nearest } from "../../model/nearest.ts";
import type { Row } from "../../model/row.ts";

/** Columns that a sync's expressions read and no row has had so far. */
export class UnseenColumns {
  /** With the fields whose expressions read them. */
  readonly #unseen = new Map<string, string[]>();
  /** Of the first row, for a guess at what was meant. */
  #names: readonly string[] = [];

  constructor({ fields }: Pick<CompiledSync, "fields">) {
    for (const { name, value } of fields) {
      const columns = value.kind === "expression" ? (value.expression.columns ?? []) : [];
      for (const column of columns) this.#unseen.set(column, [...(this.#unseen.get(column) ?? []), name]);
    }
  }

  see(rows: readonly Row[]): void {
    if (this.#names.length === 0) this.#names = Object.keys(rows[0]?.data ?? {});
    for (const column of this.#unseen.keys()) {
      if (rows.some(({ data }) => column in data)) this.#unseen.delete(column);
    }
  }

  /** Behind the last row; nothing where there was none. */
  *remarks(): Generator<{ readonly message: string; readonly hint: string }> {
    if (this.#names.length === 0) return;
    for (const [column, fields] of this.#unseen) {
      const meant = nearest(column, this.#names);
      yield {
        message: `No record has ${column}, which ${fields.join(" and ")} ${fields.length === 1 ? "reads" : "read"}`,
        hint: meant === undefined ? "check its name against `preview`" : `did you mean ${meant}?`,
      };
    }
  }
}
