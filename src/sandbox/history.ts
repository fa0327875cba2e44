import type { JsonObject } from "../model/json.ts";
import { companyField, isWithinCompany, type ObjectType } from "../model/object-type.ts";

export interface RepeatedCreate {
  readonly object: string;
  readonly field: string;
  /** Where externalId is unique only within one company, `<company _id>/<externalId>`. */
  readonly value: string;
  /** How often a record with this key was created. */
  readonly times: number;
}

/** How many records were created, by the value of one keyable. */
interface Creates {
  readonly object: string;
  readonly field: string;
  readonly byValue: Map<string, number>;
  /** By what tells records apart: the same map where the value alone does. */
  readonly byIdentity: Map<string, number>;
}

/** An oracle for tests: what was created over the API, by key. Seeded records do not count. */
export class History {
  readonly #creates = new Map<string, Map<string, Creates>>();
  readonly #created = new Map<string, number>();
  readonly #updated = new Map<string, number>();

  /** How many records were created with this value of a keyable. */
  creates(object: string, field: string, value: string): number {
    return this.#creates.get(object)?.get(field)?.byValue.get(value) ?? 0;
  }

  /** How many records of the object type were created. */
  created(object: string): number {
    return this.#created.get(object) ?? 0;
  }

  /** How many updates of the object type changed something. */
  updated(object: string): number {
    return this.#updated.get(object) ?? 0;
  }

  /**
   * Keys that were created more than once, by object type and keyable. An e-mail address counts only for records
   * without another key.
   */
  createdTwice(): readonly RepeatedCreate[] {
    const creates = [...this.#creates.values()].flatMap((fields) => [...fields.values()]);
    return creates.flatMap(({ object, field, byIdentity }) =>
      [...byIdentity].flatMap(([value, times]) => (times < 2 ? [] : [{ object, field, value, times }])),
    );
  }

  noteCreate(type: ObjectType, record: JsonObject): void {
    increment(this.#created, type.name);
    let known = false;
    for (const field of type.keyables) {
      const value = record[field];
      if (field === "_id" || typeof value !== "string") continue;
      const { byValue, byIdentity } = this.#createsOf(type, field);
      increment(byValue, value);
      if (byIdentity !== byValue && !(field === "email" && known)) {
        increment(byIdentity, identityOf(type, field, value, record));
      }
      known = true;
    }
  }

  noteUpdate(type: ObjectType): void {
    increment(this.#updated, type.name);
  }

  #createsOf(type: ObjectType, field: string): Creates {
    const fields = this.#creates.get(type.name) ?? new Map<string, Creates>();
    this.#creates.set(type.name, fields);
    const known = fields.get(field);
    if (known !== undefined) return known;
    const byValue = new Map<string, number>();
    const byIdentity =
      field === "email" || isWithinCompany(type, field) ? new Map<string, number>() : byValue;
    const made = { object: type.name, field, byValue, byIdentity };
    fields.set(field, made);
    return made;
  }
}

function identityOf(type: ObjectType, field: string, value: string, record: JsonObject): string {
  if (!isWithinCompany(type, field)) return value;
  return `${String(record[companyField(type) ?? "companyId"])}/${value}`;
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
