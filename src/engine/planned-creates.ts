import { byAction } from "../model/action.ts";
import type { Change } from "../model/change.ts";
import type { CompiledSync } from "../model/compiled-sync.ts";
import type { RecordKey } from "../model/record.ts";
import type { RunGroup } from "./run-order.ts";

/** The fields by which other records refer to one, with what stands before their value in a reference. */
const IS_CREATED = { create: true, update: false };
const REFERRED_BY = [
  ["externalId", "extid-"],
  ["sourceId", "srcid-"],
] as const;

/** The records that a run is about to create, as far as another sync of the run may refer to them. */
export class PlannedCreates {
  readonly #places: ReadonlyMap<CompiledSync, number>;
  /** By object type: references → the place in the run's order of the group that creates what they mean. */
  readonly #references = new Map<string, Map<string, number>>();

  /** `groups` in the order in which they are planned and applied. */
  constructor(groups: readonly RunGroup[]) {
    this.#places = new Map(groups.flatMap(({ syncs }, place) => syncs.map((sync) => [sync, place] as const)));
    for (const { objectType, syncs } of groups) {
      for (const { ref, computed } of Object.values(objectType.fields)) {
        if (ref !== undefined && computed !== true) this.#references.set(ref, new Map());
      }
      if (syncs.some(({ mode }) => mode === "update")) this.#references.set(objectType.name, new Map());
    }
  }

  note(sync: CompiledSync, { action, record }: Change): void {
    const references = this.#references.get(sync.objectType.name);
    if (references === undefined || !byAction(action, IS_CREATED)) return;
    for (const [field, prefix] of REFERRED_BY) {
      const value = record.get(field);
      if (typeof value !== "string" && typeof value !== "number") continue;
      const reference = `${prefix}${value}`;
      if (!references.has(reference)) references.set(reference, this.#placeOf(sync));
    }
  }

  /**
   * Whether a group before this sync's creates the record: the same answer on each reading of a plan, so what is created
   * later, or at the same time, does not count.
   */
  willBeCreated(sync: CompiledSync, objectType: string, reference: string): boolean {
    const place = this.#references.get(objectType)?.get(reference);
    return place !== undefined && place < this.#placeOf(sync);
  }

  /** Whether the run is about to create the record of this key, which no update can change before it is there. */
  isNew(sync: CompiledSync, key: RecordKey): boolean {
    const [, prefix] = REFERRED_BY.find(([field]) => field === sync.key) ?? [];
    return prefix !== undefined && this.#references.get(sync.objectType.name)?.has(prefix + key) === true;
  }

  #placeOf(sync: CompiledSync): number {
    return this.#places.get(sync) ?? Number.POSITIVE_INFINITY;
  }
}
