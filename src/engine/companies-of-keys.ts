import { companyField, isWithinCompany, type ObjectType } from "../model/object-type.ts";
import type { RecordKey, TargetRecord } from "../model/record.ts";
import type { References } from "./references.ts";

/** More records than are ever asked for one by one: see RecordsQuery.companyOf. */
const MOST = 1000;

/** Where a key is unique within one company only, which company the record of each key belongs to; of few records. */
export class CompaniesOfKeys {
  readonly #field: string | undefined;
  readonly #objectType: ObjectType;
  readonly #references = new Map<RecordKey, string>();

  constructor(objectType: ObjectType, keyField: string) {
    this.#objectType = objectType;
    this.#field = isWithinCompany(objectType, keyField) ? companyField(objectType) : undefined;
  }

  note({ key, fields }: Pick<TargetRecord, "key" | "fields">): void {
    if (this.#field === undefined || this.#references.size === MOST) return;
    const reference = fields[this.#field];
    if (typeof reference === "string") this.#references.set(key, reference);
  }

  /** The company's `_id`; undefined where nobody can tell it. */
  of(key: RecordKey, references: References): string | undefined {
    const spec = this.#field === undefined ? undefined : this.#objectType.fields[this.#field];
    const reference = this.#references.get(key);
    if (spec === undefined || reference === undefined || !references.isKnown(reference, spec))
      return undefined;
    return references.idOf(reference, spec);
  }
}
