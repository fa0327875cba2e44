import { isJsonObject, type Json, type JsonObject } from "../model/json.ts";
import type { BulkAnswer } from "./bulk-answer.ts";
import { type Collection, idOf } from "./collection.ts";
import { keyOf, matchRecord } from "./match-record.ts";
import { payloadDuplicates } from "./payload-duplicates.ts";
import { permits } from "./permissions.ts";
import { placeOf } from "./tickets.ts";
import type { World } from "./world.ts";
import { createRecord, updateRecord, type Written } from "./write-record.ts";

/** What faults and overlapping writes do to single items. */
export interface ItemRules {
  /** The item as it is taken; undefined swallows it. */
  readonly take: (item: JsonObject) => JsonObject | undefined;
  /** The text with which it is refused. */
  readonly refusal: (item: JsonObject) => string | undefined;
}

/** Inserts and updates, item by item; what one item does wrong does not touch the others. */
export function bulkUpsert(
  world: World,
  collection: Collection,
  items: readonly Json[],
  rules: ItemRules,
): BulkAnswer {
  const tally = new Tally(world, collection);
  const duplicates = payloadDuplicates(world, collection, items);
  items.forEach((sent, index) => {
    const item = isJsonObject(sent) ? rules.take(sent) : {};
    if (item === undefined || isDropped(world, collection, item)) return;
    const verdict = isJsonObject(sent)
      ? upsertOne(world, collection, item, rules.refusal(item) ?? duplicates.get(index))
      : ({ list: "createdErrors", message: "invalid item" } as const);
    if ("list" in verdict) tally.refuse(verdict.list, index, item, verdict.message);
    else tally.take(verdict.kind, verdict.record, item);
  });
  return tally.whole;
}

/** Without a word: see the unknown `dropsIncomplete`. */
function isDropped(world: World, collection: Collection, item: JsonObject): boolean {
  const { always = [] } = collection.type;
  if (always.every((field) => keyOf(item, field) !== undefined)) return false;
  return world.unknowns.dropsIncomplete === "always" || matchRecord(world, collection, item).kind === "none";
}

type ErrorList = "createdErrors" | "updatedErrors" | "permissionErrors";
type Taken = Exclude<Written, { readonly kind: "refused" }>;

function upsertOne(
  world: World,
  collection: Collection,
  item: JsonObject,
  refusal: string | undefined,
): Taken | { readonly list: ErrorList; readonly message: string } {
  const { name, plural } = collection.type;
  const place = placeOf(world, collection, item);
  const match = matchRecord(world, place, item);
  const [list, operation] =
    match.kind === "none" ? (["createdErrors", "create"] as const) : (["updatedErrors", "update"] as const);
  if (refusal !== undefined) return { list, message: refusal };
  if (match.kind === "refused") return { list, message: match.message };
  if (!permits(world.permissions, name, operation)) {
    return { list: "permissionErrors", message: `no permission to ${operation} ${plural}` };
  }
  const written =
    match.kind === "none"
      ? createRecord(world, place, item, collection.type)
      : updateRecord(world, place, match.record, match.item, collection.type);
  return written.kind === "refused" ? { list, message: written.message } : written;
}

/** Whose answers have one list more in Planhat's examples, empty there. */
const VALIDATED: ReadonlySet<string> = new Set(["/timeentries", "/timesheets"]);

/** Collects the answer: who is named, and who is only counted. */
class Tally {
  readonly #world: World;
  readonly #collection: Collection;
  readonly answer = {
    created: 0,
    createdErrors: [] as Json[],
    insertsKeys: [] as JsonObject[],
    updated: 0,
    updatedErrors: [] as Json[],
    updatesKeys: [] as JsonObject[],
    nonupdates: 0,
    modified: [] as string[],
    upsertedIds: [] as string[],
    permissionErrors: [] as Json[],
  };
  readonly #validates: boolean;

  constructor(world: World, collection: Collection) {
    this.#world = world;
    this.#collection = collection;
    this.#validates = VALIDATED.has(collection.type.path);
  }

  get whole(): BulkAnswer {
    return this.#validates ? { ...this.answer, validationErrors: [] } : this.answer;
  }

  take(kind: Taken["kind"], record: JsonObject, item: JsonObject): void {
    const { answer } = this;
    const { updatesKeys, upsertedIds } = this.#world.unknowns;
    const id = idOf(record);
    if (kind === "unchanged") {
      answer.nonupdates += 1;
    } else if (kind === "created") {
      answer.created += 1;
      answer.insertsKeys.push(this.#keysOf(id, item));
      answer.upsertedIds.push(id);
    } else {
      answer.updated += 1;
      answer.updatesKeys.push(updatesKeys === "keys" ? this.#keysOf(id, item) : { _id: id });
      answer.modified.push(id);
      if (upsertedIds === "all") answer.upsertedIds.push(id);
    }
  }

  refuse(list: ErrorList, index: number, item: JsonObject, message: string): void {
    const asText = this.#world.unknowns.errorElements === "string";
    this.answer[list].push(
      asText ? message : { index, message, keys: this.#keysOf(keyOf(item, "_id"), item) },
    );
  }

  /** `_id`, where there is one, and the other keyables as they were sent. */
  #keysOf(id: string | undefined, item: JsonObject): JsonObject {
    const keys: Record<string, Json> = {};
    for (const field of this.#collection.type.keyables) {
      const value = field === "_id" ? id : keyOf(item, field);
      if (value !== undefined) keys[field] = value;
    }
    return keys;
  }
}
