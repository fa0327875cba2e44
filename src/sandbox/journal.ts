import { sameJson } from "../model/fingerprint.ts";
import type { Json, JsonObject } from "../model/json.ts";
import { flattenCustom } from "../model/record-body.ts";
import type { Collection } from "./collection.ts";

/** Who writes: the call, and the client's name for itself. */
export interface Author {
  /** `PUT /companies`; `seed` for records that were there from the start. */
  readonly call: string;
  readonly agent: string;
}

/** One write to one record, as the page shows it. */
export interface JournalView extends Author {
  readonly kind: "created" | "updated" | "deleted";
  /** Milliseconds since the epoch. */
  readonly time: number;
  /** Flat; an absent side had no value. Of a new record: all it was given. */
  readonly fields: readonly { readonly field: string; readonly before?: Json; readonly after?: Json }[];
}

interface Entry {
  readonly author: Author;
  readonly collection: Collection;
  readonly id: string;
  readonly time: number;
  readonly before: JsonObject | undefined;
  readonly after: JsonObject | undefined;
}

/** A journal that outgrows this loses its oldest half: a sandbox may run for days. */
const MOST_ENTRIES = 20_000;

/** What was written lately, and by whom. Holds the records as they were; what differs is told when somebody asks. */
export class Journal {
  #entries: Entry[] = [];
  /** Of the call that is carried out: there is one at a time. */
  author: Author = { call: "seed", agent: "" };

  note(collection: Collection, id: string, time: number, before?: JsonObject, after?: JsonObject): void {
    if (this.#entries.length >= MOST_ENTRIES) this.#entries = this.#entries.slice(MOST_ENTRIES / 2);
    this.#entries.push({ author: this.author, collection, id, time, before, after });
  }

  /** What became of one record, the newest first. */
  of(collection: Collection, id: string): readonly JournalView[] {
    return this.#entries
      .filter((entry) => entry.collection === collection && entry.id === id)
      .map(viewOf)
      .reverse();
  }
}

function viewOf({ author: { call, agent }, time, before, after }: Entry): JournalView {
  const kind = before === undefined ? "created" : after === undefined ? "deleted" : "updated";
  return { call, agent, kind, time, fields: kind === "deleted" ? [] : edits(before ?? {}, after ?? {}) };
}

function edits(before: JsonObject, after: JsonObject): JournalView["fields"] {
  const was = new Map(Object.entries(flattenCustom(before)));
  const is = new Map(Object.entries(flattenCustom(after)));
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((field) => {
    const left = was.get(field);
    const right = is.get(field);
    if (STAMPS.has(field) || (left !== undefined && right !== undefined && sameJson(left, right))) return [];
    return [
      {
        field,
        ...(left === undefined ? {} : { before: left }),
        ...(right === undefined ? {} : { after: right }),
      },
    ];
  });
}

/** Set by Planhat with every write: they say nothing of what was written. */
const STAMPS: ReadonlySet<string> = new Set(["lastUpdated", "updatedAt", "createDate"]);
