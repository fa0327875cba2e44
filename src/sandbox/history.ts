import type { JsonObject } from "../model/json.ts";
import { companyField, externalIdField, type ObjectType } from "../model/object-type.ts";

export interface RepeatedCreate {
  readonly object: string;
  readonly field: string;
  /** Where externalId is unique only within one company, `<company _id>/<externalId>`. */
  readonly value: string;
  /** How often a record with this key was created. */
  readonly times: number;
}

/** An oracle for tests: what was created over the API, by key. Seeded records do not count. */
export class History {
  readonly #creates = new Map<string, number>();
  readonly #identities = new Map<string, number>();
  readonly #created = new Map<string, number>();
  readonly #updated = new Map<string, number>();

  /** How many records were created with this value of a keyable. */
  creates(object: string, field: string, value: string): number {
    return this.#creates.get(JSON.stringify([object, field, value])) ?? 0;
  }

  /** How many records of the object type were created. */
  created(object: string): number {
    return this.#created.get(object) ?? 0;
  }

  /** How many updates of the object type changed something. */
  updated(object: string): number {
    return this.#updated.get(object) ?? 0;
  }

  /** Keys that were created more than once. An e-mail address counts only for records without another key. */
  createdTwice(): readonly RepeatedCreate[] {
    return [...this.#identities].flatMap(([identity, times]) => {
      if (times < 2) return [];
      const [object, field, value] = JSON.parse(identity) as [string, string, string];
      return [{ object, field, value, times }];
    });
  }

  noteCreate(type: ObjectType, record: JsonObject): void {
    increment(this.#created, type.name);
    let known = false;
    for (const field of type.keyables) {
      const value = record[field];
      if (field === "_id" || typeof value !== "string") continue;
      increment(this.#creates, JSON.stringify([type.name, field, value]));
      if (field === "email" && known) continue;
      known = true;
      const scoped = field === externalIdField(type) && type.externalIdWithinCompany;
      const identity = scoped ? `${String(record[companyField(type) ?? "companyId"])}/${value}` : value;
      increment(this.#identities, JSON.stringify([type.name, field, identity]));
    }
  }

  noteUpdate(type: ObjectType): void {
    increment(this.#updated, type.name);
  }
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
