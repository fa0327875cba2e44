import type { JsonObject } from "../model/json.ts";
import type { FieldSpec, ObjectType } from "../model/object-type.ts";
import type { TargetReader } from "../model/target-reader.ts";

/** `_id`s by reference, for one object type; undefined where the token may not read it. */
type Known = ReadonlyMap<string, string> | undefined;

/** Which records the references of one sync mean: collected while the source is read, then asked for at once. */
export class References {
  readonly #fields: readonly (readonly [name: string, objectType: string])[];
  readonly #wanted = new Map<string, Set<string>>();
  readonly #known = new Map<string, Known>();

  constructor({ fields }: ObjectType) {
    this.#fields = Object.entries(fields).flatMap(([name, { ref, computed }]) =>
      ref === undefined || computed === true ? [] : [[name, ref] as const],
    );
  }

  note(record: JsonObject): void {
    for (const [name, objectType] of this.#fields) {
      for (const value of referencesIn(record[name])) {
        const wanted = this.#wanted.get(objectType);
        if (wanted === undefined) this.#wanted.set(objectType, new Set([value]));
        else wanted.add(value);
      }
    }
  }

  /** Throws the Stop of the target. */
  async ask(target: TargetReader, signal: AbortSignal): Promise<void> {
    for (const [objectType, values] of this.#wanted) {
      this.#known.set(objectType, await target.idsOfReferences(objectType, values, signal));
    }
  }

  /** Object types whose records nobody can look for, because the token may not read them. */
  get unreadable(): readonly string[] {
    return [...this.#known].flatMap(([objectType, known]) => (known === undefined ? [objectType] : []));
  }

  /** Whether any record refers to one at all. */
  get areWanted(): boolean {
    return this.#wanted.size > 0;
  }

  /** Whether what a field refers to can be told at all. */
  isReadable({ ref }: FieldSpec): boolean {
    return ref !== undefined && this.#known.get(ref) !== undefined;
  }

  /** The `_id` that a reference means; the reference itself where none is known. */
  idOf(reference: string, { ref }: FieldSpec): string {
    return (ref === undefined ? undefined : this.#known.get(ref)?.get(reference)) ?? reference;
  }

  isKnown(reference: string, { ref }: FieldSpec): boolean {
    return ref !== undefined && this.#known.get(ref)?.has(reference) === true;
  }
}

/** The texts in a field that refers to other records; a blank one refers to nothing. */
export function referencesIn(value: unknown): readonly string[] {
  const values = Array.isArray(value) ? value : [value];
  return values.filter((one): one is string => typeof one === "string" && one.trim() !== "");
}
