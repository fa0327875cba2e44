import type { CompiledSync } from "../model/compiled-sync.ts";
import { nearest } from "../model/nearest.ts";
import type { Row } from "../model/row.ts";

/** Columns that a sync's expressions read and no row has had so far. */
export class UnseenColumns {
  readonly #unseen: Set<string>;
  /** Of the first row, for a guess at what was meant. */
  #names: readonly string[] = [];

  constructor({ fields }: Pick<CompiledSync, "fields">) {
    this.#unseen = new Set(
      fields.flatMap(({ value }) => (value.kind === "expression" ? (value.expression.columns ?? []) : [])),
    );
  }

  see(rows: readonly Row[]): void {
    if (this.#names.length === 0) this.#names = Object.keys(rows[0]?.data ?? {});
    for (const column of this.#unseen) {
      if (rows.some(({ data }) => column in data)) this.#unseen.delete(column);
    }
  }

  /** Behind the last row; nothing where there was none. */
  *warnings(): Generator<string> {
    if (this.#names.length === 0) return;
    for (const column of this.#unseen) {
      const meant = nearest(column, this.#names);
      yield `No record has ${column}, which an expression reads: ${meant === undefined ? "check its name against `preview`" : `did you mean ${meant}?`}`;
    }
  }
}
