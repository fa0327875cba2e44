import type { Alike } from "../../model/alike.ts";
import type { CompiledSync } from "../../model/compiled-sync.ts";
import type { Json, JsonObject } from "../../model/json.ts";
import type { CurrentRecord } from "../../model/live-baseline.ts";
import type { RecordKey, TargetRecord } from "../../model/record.ts";
import type { KeyBook } from "../key-book.ts";
import { ShortenedNumbers } from "./decimal.ts";
import { differencesOf, likeness } from "./likeness.ts";
import { SpellingIndex } from "./spelling-index.ts";

/** Another row that claims a keyable's value. */
export interface Rival {
  readonly field: string;
  readonly value: string;
  readonly row: number;
  readonly key: string;
}

/** So many others are named of one record. */
const MOST_NAMED = 3;

/**
 * What the rows of one source call their records, by the key and by every other keyable: Planhat tries all of them. Finds
 * what is the same or almost the same, among the rows and for each record that Planhat is seen to hold.
 */
export class Claims {
  /** The other keyables that are mapped; none where no record may be created. */
  readonly fields: readonly string[];
  readonly #keyField: string | undefined;
  readonly #book: KeyBook;
  readonly #keys = new SpellingIndex();
  readonly #values: ReadonlyMap<string, SpellingIndex>;
  /** Keys of rows that look as if a spreadsheet had rounded them: the numbers of their records. */
  readonly #shortened = new ShortenedNumbers<number>();
  /** The same of what Planhat holds. */
  readonly #heldShortened = new ShortenedNumbers<{ readonly id: string; readonly value: string }>();
  /** Of a rounded key, a record whose key it may have been; made when it is first asked for. */
  #originals: ReadonlyMap<number, number> | undefined;

  constructor({ objectType, key, mode, fields }: CompiledSync, book: KeyBook) {
    const isKeyed = key !== undefined && objectType.stream === undefined;
    const others = objectType.keyables.filter(
      (name) => name !== key && name !== "_id" && fields.some((field) => field.name === name),
    );
    this.#keyField = isKeyed ? key : undefined;
    this.fields = isKeyed && mode !== "update" ? others : [];
    this.#values = new Map(this.fields.map((field) => [field, new SpellingIndex()]));
    this.#book = book;
  }

  /** Whether there is anything to find: records without a key have none that could be alike. */
  get isOn(): boolean {
    return this.#keyField !== undefined;
  }

  /** Once for each key of the book, just after it was noted there as the last one. */
  note({ key, fields }: Pick<TargetRecord, "key" | "fields">): void {
    if (this.#keyField === undefined) return;
    const number = this.#book.size - 1;
    this.#keys.add(key, number);
    this.#shortened.note(key, number);
    for (const [field, index] of this.#values) {
      const value = textOf(fields[field]);
      if (value !== undefined) index.add(value, number);
    }
  }

  /** The rows that a record of Planhat's may concern, besides the one that has its key. */
  rowsNear(held: JsonObject): readonly number[] {
    if (this.#keyField === undefined) return NONE;
    const key = textOf(held[this.#keyField]);
    const own = key === undefined ? undefined : this.#book.numberOf(key as RecordKey);
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
      if (value === undefined) continue;
      for (const { number, second } of index.find(value)) {
        // What several rows claim none of them gets, whoever has it in Planhat.
        if (second === undefined && number !== own) numbers.add(number);
      }
    }
    return numbers.size === 0 ? NONE : [...numbers].map((number) => this.#book.rowAt(number));
  }

  /** A keyable of a record that another row has too. */
  rivalOf({ key, fields }: TargetRecord): Rival | undefined {
    if (this.fields.length === 0) return undefined;
    const own = this.#book.numberOf(key);
    for (const [field, index] of this.#values) {
      const value = textOf(fields[field]);
      const shared = value === undefined ? undefined : index.find(value).find(({ isSame }) => isSame);
      if (value === undefined || shared?.second === undefined) continue;
      const other = shared.number === own ? shared.second : shared.number;
      return { field, value, row: this.#book.rowAt(other), key: this.#book.keyAt(other) };
    }
    return undefined;
  }

  /** The others of which a record's keyables are almost those, in Planhat (`held` near the row) and in the source. */
  alikesOf(record: TargetRecord, held: readonly CurrentRecord[]): readonly Alike[] {
    if (this.#keyField === undefined || this.#standsAlone(record, held)) return NONE;
    const found = [...this.#alikeRows(record), ...this.#alikeRecords(record, held)];
    return found.slice(0, MOST_NAMED);
  }

  /** The quick answer for nearly all records. */
  #standsAlone({ key }: TargetRecord, held: readonly CurrentRecord[]): boolean {
    return (
      held.length === 0 &&
      this.fields.length === 0 &&
      this.#shortened.isEmpty &&
      this.#heldShortened.isEmpty &&
      this.#keys.find(key).length < 2
    );
  }

  *#alikeRows({ key, fields }: TargetRecord): Iterable<Alike> {
    const field = this.#keyField ?? "";
    const own = this.#book.numberOf(key);
    const others = this.#keys.find(key).map(({ number }) => number);
    const shortened = this.#shortened.find(key);
    if (shortened !== undefined) others.push(shortened);
    const original = own === undefined ? undefined : this.#originalOf(own);
    if (original !== undefined) others.push(original);
    for (const number of others) {
      const other = this.#book.keyAt(number);
      if (number === own || (likeness(other) !== likeness(key) && !isRoundingOf(key, other))) continue;
      yield { field, value: key, other: this.#rowOf(number), differs: differencesOf(key, other) };
    }
    for (const [name, index] of this.#values) {
      const value = textOf(fields[name]);
      if (value === undefined) continue;
      for (const { number, isSame } of index.find(value)) {
        if (number !== own && !isSame) yield { field: name, value, other: this.#rowOf(number), differs: [] };
      }
    }
  }

  *#alikeRecords({ key, fields }: TargetRecord, held: readonly CurrentRecord[]): Iterable<Alike> {
    const ids = new Set<string>();
    const shortened = this.#heldShortened.find(key);
    const keyed = held.map((one) => ({ id: one.id, value: one.key }));
    for (const other of shortened === undefined ? keyed : [...keyed, shortened]) {
      if (ids.has(other.id) || other.value === key || this.#book.has(other.value as RecordKey)) continue;
      if (likeness(other.value) !== likeness(key) && !isRoundingOf(key, other.value)) continue;
      ids.add(other.id);
      yield { field: this.#keyField ?? "", value: key, other, differs: differencesOf(key, other.value) };
    }
    for (const name of this.fields) {
      const value = textOf(fields[name]);
      if (value === undefined) continue;
      for (const one of held) {
        const other = textOf(one.fields[name]);
        if (other === undefined || other === value || one.key === key || ids.has(one.id)) continue;
        if (likeness(other) !== likeness(value)) continue;
        ids.add(one.id);
        yield {
          field: name,
          value,
          other: { id: one.id, value: other },
          differs: differencesOf(value, other),
        };
      }
    }
  }

  #rowOf(number: number): { readonly row: number; readonly key: string } {
    return { row: this.#book.rowAt(number), key: this.#book.keyAt(number) };
  }

  /** A pass over all keys, where there are rounded ones at all. */
  #originalOf(number: number): number | undefined {
    if (this.#shortened.isEmpty) return undefined;
    if (this.#originals === undefined) {
      const originals = new Map<number, number>();
      let original = 0;
      for (const key of this.#book.keys()) {
        const shortened = this.#shortened.find(key);
        if (shortened !== undefined && !originals.has(shortened)) originals.set(shortened, original);
        original += 1;
      }
      this.#originals = originals;
    }
    return this.#originals.get(number);
  }
}

function isRoundingOf(a: string, b: string): boolean {
  return finds(a, b) || finds(b, a);
}

function finds(shortened: string, whole: string): boolean {
  const numbers = new ShortenedNumbers<true>();
  numbers.note(shortened, true);
  return numbers.find(whole) === true;
}

/** What identifies by this value; undefined where it is none that could. */
export function textOf(value: Json | undefined): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && /\S/.test(value) ? value : undefined;
}

const NONE: readonly never[] = [];
