import { sameJson } from "../model/fingerprint.ts";
import type { Json, JsonObject } from "../model/json.ts";
import { define } from "../model/record-body.ts";

/** What a write does to the fields of a record, or to its custom fields. A field that is cleared is not set. */
export class Patch {
  readonly #values: Record<string, Json> = {};
  #cleared: readonly string[] = NONE;

  set(name: string, value: Json): void {
    define(this.#values, name, value);
    if (this.#cleared.length > 0) this.#cleared = this.#cleared.filter((other) => other !== name);
  }

  clear(name: string): void {
    delete this.#values[name];
    this.#cleared = [...this.#cleared, name];
  }

  /** The fields that are set. */
  get values(): JsonObject {
    return this.#values;
  }

  /** What is left of a record's fields without those that are cleared. */
  left(record: JsonObject): JsonObject {
    if (this.#cleared.length === 0) return record;
    return Object.fromEntries(Object.entries(record).filter(([name]) => !this.#cleared.includes(name)));
  }

  /** A record's fields after the write. */
  over(record: JsonObject): JsonObject {
    const values = this.#values;
    if (Object.keys(values).length === 0) return this.left(record);
    return Object.keys(record).length === 0 ? values : { ...this.left(record), ...values };
  }

  changes(record: JsonObject): boolean {
    for (const name of Object.keys(this.#values)) {
      const before = Object.hasOwn(record, name) ? record[name] : undefined;
      if (before === undefined || !sameJson(before, this.#values[name] as Json)) return true;
    }
    return this.#cleared.some((name) => Object.hasOwn(record, name));
  }
}

const NONE: readonly string[] = [];
