import type { JsonObject } from "../model/json.ts";
import type { ObjectType } from "../model/object-type.ts";
import { comparable, EMPTY } from "./comparable.ts";

/**
 * Fields that Planhat took without a word and holds nothing of, in any record: a name that it does not know, or in
 * another case. One record that holds the field clears it of that.
 */
export class LostFields {
  readonly #objectType: ObjectType;
  /** Fields that no record was seen to hold, and how many records lack them. */
  readonly #lost: Map<string, number>;

  constructor(objectType: ObjectType, names: Iterable<string>) {
    this.#objectType = objectType;
    this.#lost = new Map([...names].filter((name) => isExpected(objectType, name)).map((name) => [name, 0]));
  }

  /** `accepted`: what Planhat took last of the record; `live`: what it holds of it now. */
  note(accepted: JsonObject, live: JsonObject): void {
    for (const [name, count] of this.#lost) {
      const spec = this.#objectType.fields[name];
      if (comparable(live[name], spec) !== EMPTY) this.#lost.delete(name);
      else if (comparable(accepted[name], spec) !== EMPTY) this.#lost.set(name, count + 1);
    }
  }

  /** What Planhat holds of a record that it holds as it took it. */
  saw(live: JsonObject): void {
    for (const name of this.#lost.keys()) {
      if (comparable(live[name], this.#objectType.fields[name]) !== EMPTY) this.#lost.delete(name);
    }
  }

  get warnings(): readonly string[] {
    const lost = [...this.#lost].filter(([, count]) => count > 0);
    return lost.map(
      ([name, count]) =>
        `Planhat took ${name} in ${count.toLocaleString("en")} ${count === 1 ? "record" : "records"} without an error and holds nothing there, in any record of this sync. ` +
        "If nobody emptied it, Planhat drops the field: check its name, of which upper and lower case count, and that it exists.",
    );
  }
}

/** What Planhat computes or does not list may be absent from its answers whatever was written. */
function isExpected({ fields }: ObjectType, name: string): boolean {
  const spec = fields[name];
  return spec === undefined || (spec.computed !== true && spec.unlisted !== true && spec.ref === undefined);
}
