import type { Change } from "../model/change.ts";
import type { CompiledSync } from "../model/compiled-sync.ts";

/** The fields by which other records refer to one, with what stands before their value in a reference. */
const REFERRED_BY = [
  ["externalId", "extid-"],
  ["sourceId", "srcid-"],
] as const;

/** The records that a run is about to create, as far as another sync of the run may refer to them. */
export class Arrivals {
  readonly #order: ReadonlyMap<CompiledSync, number>;
  /** By object type: references → the place in the run's order of the sync that creates what they mean. */
  readonly #references = new Map<string, Map<string, number>>();

  /** `syncs` in the order in which they are planned and applied. */
  constructor(syncs: readonly CompiledSync[]) {
    this.#order = new Map(syncs.map((sync, index) => [sync, index]));
    for (const { objectType } of syncs) {
      for (const { ref, computed } of Object.values(objectType.fields)) {
        if (ref !== undefined && computed !== true) this.#references.set(ref, new Map());
      }
    }
  }

  note(sync: CompiledSync, { action, record }: Change): void {
    const references = this.#references.get(sync.objectType.name);
    if (references === undefined || action !== "create") return;
    for (const [field, prefix] of REFERRED_BY) {
      const value = record[field];
      if (typeof value !== "string" && typeof value !== "number") continue;
      const reference = `${prefix}${value}`;
      if (!references.has(reference)) references.set(reference, this.#placeOf(sync));
    }
  }

  /**
   * Whether a sync before this one creates the record: the same answer on each reading of a plan, so what later syncs
   * create does not count. Records of one object type may refer to each other; Planhat decides about those.
   */
  isArriving(sync: CompiledSync, objectType: string, reference: string): boolean {
    if (objectType === sync.objectType.name) return true;
    const place = this.#references.get(objectType)?.get(reference);
    return place !== undefined && place < this.#placeOf(sync);
  }

  #placeOf(sync: CompiledSync): number {
    return this.#order.get(sync) ?? Number.POSITIVE_INFINITY;
  }
}
