import { type Change, fieldsOf } from "../model/change.ts";
import type { CompiledSync } from "../model/compiled-sync.ts";
import type { FindReferences, NamedRecord, ReferenceLookup } from "../model/reference-lookup.ts";
import { referencesIn } from "./references.ts";

interface LookedUp {
  readonly name: string;
  readonly lookup: ReferenceLookup;
  readonly values: Set<string>;
  found: ReadonlyMap<string, readonly NamedRecord[]>;
}

/** What the references of a saved plan were looked up by, looked up again: a user may be gone or be called otherwise now. */
export class RecheckedLookups {
  readonly #fields: readonly LookedUp[];

  constructor({ fields }: CompiledSync) {
    this.#fields = fields.flatMap(({ name, lookup }) =>
      lookup === undefined ? [] : [{ name, lookup, values: new Set<string>(), found: new Map() }],
    );
  }

  /** The same changes, looked at on their way. */
  async *noted(changes: AsyncIterable<readonly Change[]>): AsyncIterable<readonly Change[]> {
    for await (const some of changes) {
      for (const { references = {} } of some) {
        for (const { name, values } of this.#fields) {
          for (const { value } of references[name] ?? []) if (value !== undefined) values.add(value);
        }
      }
      yield some;
    }
  }

  /** Throws the Stop of `find`. */
  async ask(find: FindReferences, signal: AbortSignal): Promise<void> {
    for (const field of this.#fields) {
      const { lookup, values } = field;
      if (values.size === 0) continue;
      field.found = await find({ objectType: lookup.objectType, by: lookup.by, values }, signal);
    }
  }

  /** Fields that would be written with a record that is not, or no longer, the one that was looked up. */
  movedFields(change: Change): readonly string[] {
    const written = fieldsOf(change);
    return this.#fields
      .filter(({ name, found }) => {
        const looked = change.references?.[name] ?? [];
        const meant = new Set(looked.flatMap(({ value }) => (value === undefined ? [] : idOf(found, value))));
        return referencesIn(written[name]?.after).some((id) => !meant.has(id));
      })
      .map(({ name }) => name);
  }
}

function idOf(found: ReadonlyMap<string, readonly NamedRecord[]>, value: string): readonly string[] {
  const [match, ...others] = found.get(value) ?? [];
  return match === undefined || others.length > 0 ? [] : [match.id];
}
