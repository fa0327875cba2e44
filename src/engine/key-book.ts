import type { KeySet } from "../model/live-baseline.ts";
import type { RecordKey, TargetRecord } from "../model/record.ts";

/**
 * Remembers every key of one source: two rows with one key and one content are a repeat, two with different content
 * a conflict that rejects both. Holds a key and a short digest a record, so a million records stay near 100 MB.
 */
export class KeyBook implements KeySet {
  readonly #seen = new Map<RecordKey, { readonly digest: string; readonly row: number }>();
  readonly #conflicts = new Map<RecordKey, number>();

  /** `conflict` from the second differing row on; the first one is found by conflictOf() in the second pass. */
  note({ key, fingerprint, position }: TargetRecord): "new" | "repeat" | "conflict" {
    const digest = fingerprint.slice(0, 24);
    const first = this.#seen.get(key);
    if (first === undefined) {
      this.#seen.set(key, { digest, row: position.row });
      return "new";
    }
    if (first.digest === digest && !this.#conflicts.has(key)) return "repeat";
    if (!this.#conflicts.has(key)) this.#conflicts.set(key, position.row);
    return "conflict";
  }

  get size(): number {
    return this.#seen.size;
  }

  has(key: RecordKey): boolean {
    return this.#seen.has(key);
  }

  keys(): Iterable<RecordKey> {
    return this.#seen.keys();
  }

  /** The first row that bore the key. */
  rowOf(key: RecordKey): number | undefined {
    return this.#seen.get(key)?.row;
  }

  isConflict(key: RecordKey): boolean {
    return this.#conflicts.has(key);
  }

  /** Another row with the same key and different content; undefined where all agree. */
  conflictOf(key: RecordKey, row: number): number | undefined {
    const second = this.#conflicts.get(key);
    if (second === undefined) return undefined;
    return second === row ? this.#seen.get(key)?.row : second;
  }
}
