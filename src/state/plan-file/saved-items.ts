import type { JsonObject } from "../../model/json.ts";
import type { PlanFileHeader, PlannedSyncHeader, SavedItem } from "../../model/plan-file.ts";
import { count, object, ShapeError, whole } from "../../model/shape.ts";
import { MOST_SKIPPED } from "./plan-file-format.ts";
import { planItem } from "./plan-item-shape.ts";

/**
 * The lines behind the header of a plan file, one after the other: each an item of a sync that the header names, in the
 * order of the header, each key of a sync changed once; at the end as many of each kind as the header counts. Every
 * method throws a ShapeError where that is not so.
 */
export class SavedItems {
  readonly #syncs: readonly PlannedSyncHeader[];
  readonly #tallies: Tally[];
  #sync = 0;
  #count = 0;

  constructor({ syncs }: PlanFileHeader) {
    this.#syncs = syncs;
    this.#tallies = syncs.map(() => ({
      create: 0,
      update: 0,
      skip: 0,
      reject: 0,
      drifted: 0,
      alike: 0,
      keys: new Set(),
    }));
  }

  next(line: unknown): SavedItem {
    this.#count += 1;
    const where = `item ${this.#count}`;
    if (!Array.isArray(line) || line.length !== 2)
      throw new ShapeError(`${where} is not a sync and what is planned`);
    const place = whole(this.#sync)(line[0], `${where}'s sync`);
    const header = this.#syncs[place];
    const tally = this.#tallies[place];
    if (header === undefined || tally === undefined) {
      throw new ShapeError(`${where} belongs to a sync that the plan does not have`);
    }
    this.#sync = place;
    const item = planItem(line[1], where);
    switch (item.kind) {
      case "change": {
        const { change } = item;
        if (change.sync !== header.name) throw new ShapeError(`${where} names another sync`);
        requireKey(change.key, change.record.fields, header, where);
        if (tally.keys.has(change.key)) throw new ShapeError(`${where} changes a record a second time`);
        tally.keys.add(change.key);
        tally[change.action] += 1;
        if (change.drift !== undefined) tally.drifted += 1;
        if (change.alike !== undefined) tally.alike += 1;
        break;
      }
      case "reject":
        if (item.rejection.sync !== header.name) throw new ShapeError(`${where} names another sync`);
        tally.reject += 1;
        break;
      case "skip":
        tally.skip += 1;
        if (item.alike !== undefined) tally.alike += 1;
        break;
      default:
        item satisfies never;
    }
    return { sync: place, item };
  }

  end(line: JsonObject): void {
    const { end } = object({ end: count })(line, "the last line");
    if (end !== this.#count) throw new ShapeError("the last line counts other items");
    for (const [place, { summary, drifted, alike }] of this.#syncs.entries()) {
      const tally = this.#tallies[place];
      const fits =
        tally !== undefined &&
        tally.create === summary.create &&
        tally.update === summary.update &&
        tally.reject === summary.reject &&
        tally.skip === Math.min(summary.skip, MOST_SKIPPED) &&
        tally.drifted === drifted &&
        // Of the skipped rows that the file leaves out, only their number is known.
        (summary.skip > MOST_SKIPPED ? tally.alike <= alike : tally.alike === alike);
      if (!fits) throw new ShapeError(`header.syncs[${place}].summary counts other items`);
    }
  }
}

interface Tally {
  create: number;
  update: number;
  skip: number;
  reject: number;
  drifted: number;
  alike: number;
  readonly keys: Set<string>;
}

/** The key is the value of the key field; where none is mapped, it was made of the record. */
function requireKey(key: string, record: JsonObject, { key: field }: PlannedSyncHeader, where: string): void {
  if (field === undefined) return;
  const value = Object.hasOwn(record, field) ? record[field] : undefined;
  const isKey = (typeof value === "string" || typeof value === "number") && String(value) === key;
  if (!isKey) throw new ShapeError(`${where} has another key than its record`);
}
