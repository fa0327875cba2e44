import type { Json, JsonObject } from "../model/json.ts";
import type { ObjectType } from "../model/object-type.ts";
import { ValueIndex } from "./value-index.ts";

/** The same text for values that count as equal. */
export type Fold = (field: string, value: string) => string;

/**
 * The records of one object type, indexed by keyable and by e-mail domain. A record is never changed, only replaced,
 * so whoever holds one holds a snapshot.
 */
export class Collection {
  readonly type: ObjectType;
  readonly fold: Fold;
  readonly #records = new Map<string, JsonObject>();
  readonly #indexes: ReadonlyMap<string, ValueIndex>;
  #version = 0;
  #view:
    | { readonly name: string; readonly version: number; readonly records: readonly JsonObject[] }
    | undefined;

  constructor(type: ObjectType, fold: Fold) {
    this.type = type;
    this.fold = fold;
    const indexed = type.keyables.filter((field) => field !== "_id");
    if (type.fields["domains"]?.type === "array") indexed.push("domains");
    this.#indexes = new Map(indexed.map((field) => [field, new ValueIndex()]));
  }

  get size(): number {
    return this.#records.size;
  }

  /** Another one after every change. */
  get version(): number {
    return this.#version;
  }

  /** In the order of creation. */
  all(): Iterable<JsonObject> {
    return this.#records.values();
  }

  get(id: string): JsonObject | undefined {
    return this.#records.get(id);
  }

  /** The records that bear a value in an indexed field, the oldest first. */
  find(field: string, value: string): readonly JsonObject[] {
    const ids = field === "_id" ? [value] : (this.#indexes.get(field)?.find(this.fold(field, value)) ?? NONE);
    if (ids.length === 0) return NONE;
    return ids.map((id) => this.#records.get(id)).filter((record) => record !== undefined);
  }

  /** Adds a record, or replaces the one with its `_id`. */
  put(record: JsonObject): void {
    const id = idOf(record);
    const before = this.#records.get(id);
    for (const [field, index] of this.#indexes) {
      const [was, is] = [before?.[field], record[field]];
      if (was === is) continue;
      for (const value of this.#values(was, field)) index.remove(value, id);
      for (const value of this.#values(is, field)) index.add(value, id);
    }
    this.#records.set(id, record);
    this.#version += 1;
  }

  delete(id: string): JsonObject | undefined {
    const record = this.#records.get(id);
    if (record === undefined) return undefined;
    for (const [field, index] of this.#indexes) {
      for (const value of this.#values(record[field], field)) index.remove(value, id);
    }
    this.#records.delete(id);
    this.#version += 1;
    return record;
  }

  /** What `make` answers, kept until a record changes or another view is asked for: paging asks for the same again. */
  view(name: string, make: () => readonly JsonObject[]): readonly JsonObject[] {
    if (this.#view?.name !== name || this.#view.version !== this.#version) {
      this.#view = { name, version: this.#version, records: make() };
    }
    return this.#view.records;
  }

  /** What a field's value is found by. */
  #values(value: Json | undefined, field: string): readonly string[] {
    if (isFindable(value)) return [this.fold(field, value)];
    if (!Array.isArray(value)) return NONE;
    return value.filter(isFindable).map((one) => this.fold(field, one));
  }
}

const NONE: readonly never[] = [];

function isFindable(value: Json | undefined): value is string {
  return typeof value === "string" && value !== "";
}

export function idOf(record: JsonObject): string {
  return String(record["_id"]);
}
