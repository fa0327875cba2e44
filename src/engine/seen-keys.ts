import type { Fingerprint, RecordKey, TargetRecord } from "../model/record.ts";
import type { RowPosition } from "../model/row.ts";
import type { KeySet } from "../model/target-reader.ts";
import { NumberList } from "./number-list.ts";

/** Where the digest begins in a fingerprint, behind the version. */
const DIGEST_AT = 3;

/**
 * Remembers every key of one source: two rows with one key and one content are a repeat, two with different content
 * a conflict that rejects both. Holds a key and 20 bytes a record, so a million records stay near 100 MB, and a sweep
 * of the heap has little to walk through.
 */
export class SeenKeys implements KeySet {
  /** The number of a key: where it, its first row and its digest stand in the lists. */
  readonly #numbers = new Map<RecordKey, number>();
  readonly #keys: RecordKey[] = [];
  readonly #rows = new NumberList();
  /** 64 bits of the fingerprint: two contents of one key that share them are not to be expected. */
  readonly #digests = new NumberList();
  readonly #conflicts = new Map<RecordKey, RowPosition>();
  /** Of these keys, the place of the first row; a position of every row would cost too much. */
  readonly #firsts = new Map<RecordKey, RowPosition>();

  /** `conflict` from the second differing row on; the first one is found by conflictOf() in the second pass. */
  note({
    key,
    fingerprint,
    position,
  }: Pick<TargetRecord, "key" | "fingerprint" | "position">): "new" | "repeat" | "conflict" {
    const number = this.#numbers.get(key);
    if (number === undefined) {
      this.#numbers.set(key, this.#numbers.size);
      this.#keys.push(key);
      this.#rows.push(position.row);
      this.#digests.push(half(fingerprint, 0));
      this.#digests.push(half(fingerprint, 1));
      return "new";
    }
    if (this.#hasDigest(number, fingerprint) && !this.#conflicts.has(key)) return "repeat";
    if (!this.#conflicts.has(key)) this.#conflicts.set(key, position);
    return "conflict";
  }

  get size(): number {
    return this.#numbers.size;
  }

  has(key: RecordKey): boolean {
    return this.#numbers.has(key);
  }

  /** In the order of their numbers. */
  keys(): Iterable<RecordKey> {
    return this.#keys;
  }

  /** From 0, in the order in which the keys were met. */
  numberOf(key: RecordKey): number | undefined {
    return this.#numbers.get(key);
  }

  keyAt(number: number): RecordKey {
    return this.#keys[number] ?? ("" as RecordKey);
  }

  rowAt(number: number): number {
    return this.#rows.at(number) ?? 0;
  }

  /** The first row that bore the key. */
  rowOf(key: RecordKey): number | undefined {
    const number = this.#numbers.get(key);
    return number === undefined ? undefined : this.#rows.at(number);
  }

  get hasConflicts(): boolean {
    return this.#conflicts.size > 0;
  }

  isConflict(key: RecordKey): boolean {
    return this.#conflicts.has(key);
  }

  /**
   * Another row with the same key and different content; undefined where all agree. Asked in the order of the source: the
   * first row of a key tells its place then.
   */
  conflictOf(key: RecordKey, position: RowPosition): RowPosition | undefined {
    const second = this.#conflicts.get(key);
    if (second === undefined) return undefined;
    const first = this.rowOf(key) ?? 0;
    if (position.row === first) this.#firsts.set(key, position);
    return second.row === position.row ? (this.#firsts.get(key) ?? { row: first }) : second;
  }

  #hasDigest(number: number, fingerprint: Fingerprint): boolean {
    const at = 2 * number;
    return this.#digests.at(at) === half(fingerprint, 0) && this.#digests.at(at + 1) === half(fingerprint, 1);
  }
}

/** 32 bits of the digest. */
function half(fingerprint: Fingerprint, index: 0 | 1): number {
  const from = DIGEST_AT + 8 * index;
  return Number.parseInt(fingerprint.slice(from, from + 8), 16);
}
