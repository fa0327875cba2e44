import type { CompiledSync } from "../model/compiled-sync.ts";
import { sameJson } from "../model/fingerprint.ts";
import type { Json, JsonObject } from "../model/json.ts";
import type { TargetRecord } from "../model/record.ts";
import type { Row } from "../model/row.ts";
import type { UniformField } from "../model/uniform-field.ts";

/** Watches the records of a plan for fields that are the same in all of them although their columns differ. */
export class UniformFields {
  #records = 0;
  #firstRow: JsonObject = {};
  #firstRecord: JsonObject = {};
  /** What has been the same so far. A field that differs once is done with: most are after two rows. */
  #watched: readonly Watched[];

  constructor({ fields, key }: Pick<CompiledSync, "fields" | "key">) {
    this.#watched = fields.flatMap(({ name, value }) => {
      // Equal keys are told as what they are.
      if (name === key || value.kind !== "expression") return [];
      const columns = value.expression.columns ?? [];
      return columns.length === 0 ? [] : [{ name, same: new Set(columns), differing: new Set<string>() }];
    });
  }

  note({ data }: Row, { fields }: Pick<TargetRecord, "fields">): void {
    this.#records += 1;
    if (this.#records === 1) {
      this.#firstRow = data;
      this.#firstRecord = fields;
      return;
    }
    if (this.#watched.length === 0) return;
    const [row, record] = [this.#firstRow, this.#firstRecord];
    const kept = this.#watched.filter(({ name }) => isSame(record[name], fields[name]));
    if (kept.length < this.#watched.length) this.#watched = kept;
    for (const { same, differing } of kept) {
      for (const column of same) {
        if (isSame(row[column], data[column])) continue;
        same.delete(column);
        differing.add(column);
      }
    }
  }

  get found(): readonly UniformField[] {
    if (this.#records < 2) return [];
    return this.#watched.flatMap(({ name, differing }): readonly UniformField[] => {
      if (differing.size === 0) return [];
      const about = { field: name, records: this.#records, columns: [...differing] };
      const value = this.#firstRecord[name];
      return [value === undefined ? { ...about, kind: "none" } : { ...about, kind: "same", value }];
    });
  }
}

interface Watched {
  readonly name: string;
  /** Columns that have been the same so far. */
  readonly same: Set<string>;
  readonly differing: Set<string>;
}

function isSame(a: Json | undefined, b: Json | undefined): boolean {
  return a === undefined || b === undefined ? a === b : sameJson(a, b);
}
