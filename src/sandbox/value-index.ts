/** Which records bear a value: value → `_id`s, in the order in which they were added. */
export class ValueIndex {
  // Most values belong to one record, and a set for each would cost more than the record.
  readonly #ids = new Map<string, string | string[]>();

  find(value: string): readonly string[] {
    const ids = this.#ids.get(value);
    if (ids === undefined) return NONE;
    return typeof ids === "string" ? [ids] : ids;
  }

  add(value: string, id: string): void {
    const ids = this.#ids.get(value);
    if (ids === undefined) this.#ids.set(value, id);
    else this.#ids.set(value, [...(typeof ids === "string" ? [ids] : ids), id]);
  }

  remove(value: string, id: string): void {
    const left = this.find(value).filter((other) => other !== id);
    const [only] = left;
    if (only === undefined) this.#ids.delete(value);
    else this.#ids.set(value, left.length === 1 ? only : left);
  }
}

const NONE: readonly string[] = [];
