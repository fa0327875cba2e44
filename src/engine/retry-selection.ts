import type { CompiledSync, Transformed } from "../model/compiled-sync.ts";
import type { StoredReject } from "../model/state-store.ts";

/**
 * The rows of one source that are among the stored rejects of its sync: by key, and by the row's number where the
 * row has none, or the sync maps none. Since rows move, a stored reject without a key brings every row along that
 * yields none now. Remembers what it let through.
 */
export class RetrySelection {
  readonly #rows = new Set<number>();
  readonly #keys = new Set<string>();
  readonly #met = new Set<StoredReject["rejection"]["key"] | number>();
  readonly #byRow: (reject: StoredReject) => boolean;

  constructor(sync: Pick<CompiledSync, "key">, rejects: readonly StoredReject[]) {
    this.#byRow = ({ rejection }) => sync.key === undefined || rejection.key === null;
    for (const reject of rejects) {
      if (this.#byRow(reject)) this.#rows.add(reject.rejection.position.row);
      else if (reject.rejection.key !== null) this.#keys.add(reject.rejection.key);
    }
  }

  takes(one: Transformed): boolean {
    const { key, position } = one.kind === "record" ? one.record : one.rejection;
    const byKey = key !== null && this.#keys.has(key);
    const byRow = this.#rows.has(position.row);
    if (byKey) this.#met.add(key);
    if (byRow) this.#met.add(position.row);
    return byKey || byRow || (key === null && this.#rows.size > 0);
  }

  /** Whether no row that was read is this reject's: nothing can be said of it. */
  isUnmet(reject: StoredReject): boolean {
    const { key, position } = reject.rejection;
    return !this.#met.has(this.#byRow(reject) ? position.row : key);
  }
}
