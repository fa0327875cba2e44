import type { Change } from "../../model/change.ts";
import { canonicalJson } from "../../model/fingerprint.ts";
import type { Json, JsonObject } from "../../model/json.ts";
import type { ObjectType } from "../../model/object-type.ts";

/** A point or an event as the host takes it: all of the record, since there is nothing to be updated, and no nulls. */
export function appendItem({ record }: Change, { fields }: ObjectType): JsonObject {
  const item: Record<string, Json> = {};
  for (const [name, value] of Object.entries(record.fields)) {
    if (value !== null) item[fields[name]?.sentAs ?? name] = value;
  }
  return item;
}

/** Which changes the items that an answer repeats are. */
export class SentItems {
  readonly #type: ObjectType;
  readonly #byContent = new Map<string, Change>();
  /** null: several items have the same identity as far as it is written out. */
  readonly #byIdentity = new Map<string, Change | null>();

  constructor(changes: readonly Change[], type: ObjectType) {
    this.#type = type;
    for (const change of changes) {
      const item = appendItem(change, type);
      this.#byContent.set(canonicalJson(item), change);
      const identity = this.#identity(item);
      this.#byIdentity.set(identity, this.#byIdentity.has(identity) ? null : change);
    }
  }

  /** The whole item, or one that has been filled up on its way: then what identifies it decides. */
  find(item: JsonObject): Change | undefined {
    return (
      this.#byContent.get(canonicalJson(item)) ?? this.#byIdentity.get(this.#identity(item)) ?? undefined
    );
  }

  #identity(item: JsonObject): string {
    const { stream, fields } = this.#type;
    const names = [...(stream?.identity.flat() ?? []), stream?.date ?? ""];
    return canonicalJson(
      names.map((name) => item[fields[name]?.sentAs ?? name] ?? fields[name]?.default ?? null),
    );
  }
}
