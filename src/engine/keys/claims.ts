import type { CompiledSync } from "../../model/compiled-sync.ts";
import type { Json, JsonObject } from "../../model/json.ts";
import { companyField, isWithinCompany, type ObjectType } from "../../model/object-type.ts";
import type { RecordKey, TargetRecord } from "../../model/record.ts";
import type { SeenKeys } from "../seen-keys.ts";
import { ShortenedNumbers } from "./decimal.ts";
import { SpellingIndex } from "./spelling-index.ts";

/** Another row, and a keyable in which it is the same as a record, or almost. */
export interface OtherRow {
  readonly field: string;
  /** What the record has there. */
  readonly value: string;
  readonly row: number;
  readonly key: string;
}

type Claimant = Pick<TargetRecord, "key" | "fields">;

/**
 * What the rows of one source call their records, by the key and by every other keyable: Planhat tries all of them. Finds
 * what is the same or almost the same, among the rows and for each record that Planhat is seen to hold.
 */
export class Claims {
  /** The other keyables that are mapped; none where no record may be created. */
  readonly fields: readonly string[];
  readonly #keyField: string | undefined;
  readonly #objectType: ObjectType;
  readonly #seen: SeenKeys;
  readonly #keys = new SpellingIndex();
  readonly #values: ReadonlyMap<string, SpellingIndex>;
  /** The same, of values that are unique within one company only: with what the row says of its company. */
  readonly #scoped: ReadonlyMap<string, SpellingIndex>;
  /** Keys of rows that look as if a spreadsheet had rounded them: the numbers of their records. */
  readonly #shortened = new ShortenedNumbers<number>();
  /** The same of what Planhat holds. */
  readonly #heldShortened = new ShortenedNumbers<{ readonly id: string; readonly value: string }>();
  /** Of a rounded key, a record whose key it may have been; made when it is first asked for. */
  #originals: ReadonlyMap<number, number> | undefined;

  constructor({ objectType, key, mode, fields }: CompiledSync, seen: SeenKeys) {
    const isKeyed = key !== undefined && objectType.stream === undefined;
    const others = objectType.keyables.filter(
      (name) => name !== key && name !== "_id" && fields.some((field) => field.name === name),
    );
    this.#keyField = isKeyed ? key : undefined;
    this.fields = isKeyed && mode !== "update" ? others : [];
    const indexOf = (field: string) => [field, new SpellingIndex()] as const;
    this.#values = new Map(this.fields.map(indexOf));
    this.#scoped = new Map(this.fields.filter((field) => isWithinCompany(objectType, field)).map(indexOf));
    this.#objectType = objectType;
    this.#seen = seen;
  }

  /** Whether there is anything to find: records without a key have none that could be alike. */
  get isOn(): boolean {
    return this.#keyField !== undefined;
  }

  get keyField(): string {
    return this.#keyField ?? "";
  }

  /** Once for each key of the seen, just after it was noted there as the last one. */
  note({ key, fields }: Claimant): void {
    if (this.#keyField === undefined) return;
    const number = this.#seen.size - 1;
    this.#keys.add(key, number);
    this.#shortened.note(key, number);
    for (const [field, index] of this.#values) {
      const value = textOf(fields[field]);
      if (value === undefined) continue;
      index.add(value, number);
      this.#scoped.get(field)?.add(this.#withCompany(value, fields), number);
    }
  }

  /** The rows that a record of Planhat's may concern, besides the one that has its key. */
  rowsNear(held: JsonObject): readonly number[] {
    if (this.#keyField === undefined) return NONE;
    const key = textOf(held[this.#keyField]);
    const own = key === undefined ? undefined : this.#seen.numberOf(key as RecordKey);
    if (own !== undefined && this.fields.length === 0) return NONE;
    const numbers = new Set<number>();
    if (key !== undefined && own === undefined) {
      for (const { number } of this.#keys.find(key)) numbers.add(number);
      const shortened = this.#shortened.find(key);
      if (shortened !== undefined) numbers.add(shortened);
      this.#heldShortened.note(key, { id: String(held["_id"]), value: key });
    }
    for (const [field, index] of this.#values) {
      const value = textOf(held[field]);
      for (const { number, second } of value === undefined ? NONE : index.find(value)) {
        // What several rows claim none of them gets, whoever has it in Planhat: but in two companies each may have it.
        if (second === undefined || this.#scoped.has(field)) numbers.add(number);
        if (second !== undefined && this.#scoped.has(field)) numbers.add(second);
      }
    }
    if (own !== undefined) numbers.delete(own);
    return numbers.size === 0 ? NONE : [...numbers].map((number) => this.#seen.rowAt(number));
  }

  /** A row that has another keyable of the record too. */
  rivalOf(record: Claimant): OtherRow | undefined {
    if (this.fields.length === 0) return undefined;
    const own = this.#seen.numberOf(record.key);
    for (const { field, value, index, text } of this.#claimsOf(record)) {
      const shared = index.find(text).find(({ isSame }) => isSame);
      if (shared?.second === undefined) continue;
      return this.#otherRow(field, value, shared.number === own ? shared.second : shared.number);
    }
    return undefined;
  }

  /** Whether no other row's key is almost the record's: the quick answer for nearly all records. */
  standsAlone({ key }: Claimant): boolean {
    const isRounded = !this.#shortened.isEmpty || !this.#heldShortened.isEmpty;
    return this.fields.length === 0 && !isRounded && this.#keys.find(key).length < 2;
  }

  /** The rows whose key may be almost the record's: the texts are still to be compared. */
  *rowsLikeKey({ key }: Claimant): Iterable<OtherRow> {
    const own = this.#seen.numberOf(key);
    const numbers = this.#keys.find(key).map(({ number }) => number);
    const original = own === undefined ? undefined : this.#originalOf(own);
    for (const number of [...numbers, this.#shortened.find(key), original]) {
      if (number !== undefined && number !== own) yield this.#otherRow(this.keyField, key, number);
    }
  }

  /** The rows of which another keyable is almost the record's. */
  *rowsLikeOthers(record: Claimant): Iterable<OtherRow> {
    const own = this.#seen.numberOf(record.key);
    for (const { field, value, index, text } of this.#claimsOf(record)) {
      for (const { number, isSame } of index.find(text)) {
        if (number !== own && !isSame) yield this.#otherRow(field, value, number);
      }
    }
  }

  /** What Planhat holds of a long number, rounded by a spreadsheet. */
  heldShortened(key: string): { readonly id: string; readonly value: string } | undefined {
    return this.#heldShortened.find(key);
  }

  isKeyOfARow(key: string): boolean {
    return this.#seen.has(key as RecordKey);
  }

  /** The record's other keyables, each with the index in which rows are rivals. */
  *#claimsOf({ fields }: Claimant) {
    for (const [field, values] of this.#values) {
      const value = textOf(fields[field]);
      if (value === undefined) continue;
      const scoped = this.#scoped.get(field);
      const text = scoped === undefined ? value : this.#withCompany(value, fields);
      yield { field, value, index: scoped ?? values, text };
    }
  }

  #withCompany(value: string, fields: JsonObject): string {
    const company = fields[companyField(this.#objectType) ?? ""];
    return `${value}\u0000${JSON.stringify(company ?? null)}`;
  }

  #otherRow(field: string, value: string, number: number): OtherRow {
    return { field, value, row: this.#seen.rowAt(number), key: this.#seen.keyAt(number) };
  }

  /** A pass over all keys, where there are rounded ones at all. */
  #originalOf(number: number): number | undefined {
    if (this.#shortened.isEmpty) return undefined;
    if (this.#originals === undefined) {
      const originals = new Map<number, number>();
      let original = 0;
      for (const key of this.#seen.keys()) {
        const shortened = this.#shortened.find(key);
        if (shortened !== undefined && !originals.has(shortened)) originals.set(shortened, original);
        original += 1;
      }
      this.#originals = originals;
    }
    return this.#originals.get(number);
  }
}

/** What identifies by this value; undefined where it is none that could. */
export function textOf(value: Json | undefined): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && /\S/.test(value) ? value : undefined;
}

const NONE: readonly never[] = [];
