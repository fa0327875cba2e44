import type { JsonObject } from "../../model/json.ts";
import type { ObjectType } from "../../model/object-type.ts";
import {
  type FindQuery,
  type LookupField,
  lookupFold,
  lookupText,
  type NamedRecord,
} from "../../model/reference-lookup.ts";

/** What people know a record by, the best first. */
const LABELS = ["name", "nickName", "title", "email"];

interface Entry extends NamedRecord {
  /** The value under which it stands, as Planhat has it. */
  readonly text: string;
}

/** The records of one object type by what people have of them. Keeps nothing where nobody looks them up. */
export class NameIndex {
  /** What has to be read of each record. */
  readonly fields: readonly string[];
  readonly #labels: readonly string[];
  readonly #entries: ReadonlyMap<FindQuery["by"], Map<string, Entry[]>>;

  constructor({ fields }: ObjectType, lookups: ReadonlySet<LookupField>) {
    const isUsed = lookups.size > 0;
    this.#labels = isUsed ? LABELS.filter((name) => Object.hasOwn(fields, name)) : [];
    this.fields = [...new Set([...lookups, ...this.#labels])];
    const by: readonly FindQuery["by"][] = isUsed ? ["_id", ...lookups] : [];
    this.#entries = new Map(by.map((one) => [one, new Map()]));
  }

  /** A record may come twice: a list is no snapshot. */
  note(record: JsonObject): void {
    const id = record["_id"];
    if (typeof id !== "string") return;
    const label = this.#labels.map((name) => record[name]).find(isFilled);
    const named = { id, ...(label !== undefined && { name: label }) };
    for (const [by, entries] of this.#entries) {
      const value = record[by];
      if (typeof value !== "number" && !isFilled(value)) continue;
      const text = lookupText(by, String(value));
      const fold = lookupFold(by, text);
      const same = entries.get(fold);
      if (same === undefined) entries.set(fold, [{ ...named, text }]);
      else if (same.every((one) => one.id !== id)) same.push({ ...named, text });
    }
  }

  /** Case decides only between records that differ by it alone. */
  find(by: FindQuery["by"], values: ReadonlySet<string>): ReadonlyMap<string, readonly NamedRecord[]> {
    const entries = this.#entries.get(by);
    if (entries === undefined) throw new Error(`nobody said that records are looked up by ${by}`);
    const found = new Map<string, readonly NamedRecord[]>();
    for (const value of values) {
      const alike = entries.get(lookupFold(by, value)) ?? [];
      const text = lookupText(by, value);
      const exact = alike.filter((one) => one.text === text);
      const matches = exact.length > 0 ? exact : alike;
      if (matches.length > 0)
        found.set(
          value,
          matches.map(({ text: _, ...named }) => named),
        );
    }
    return found;
  }
}

function isFilled(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}
