import type { Change } from "../model/change.ts";
import { isJsonObject, type Json, type JsonObject } from "../model/json.ts";
import { type BulkAnswer, errorMessage } from "./bulk-answer.ts";

/** Which changes an answer names, and what it says of the others only in numbers. */
export interface Attribution {
  readonly created: ReadonlyMap<Change, string | undefined>;
  readonly updated: ReadonlySet<Change>;
  readonly refused: ReadonlyMap<Change, string>;
  /** Not named by the answer. */
  readonly rest: readonly Change[];
  /** How many of `rest` the answer counts as … */
  readonly restCreated: number;
  readonly restUpdated: number;
  readonly restUnchanged: number;
  /** … or as refused, with what it said. */
  readonly restErrors: readonly string[];
  /** Records of which the answer says nothing at all; negative where it speaks of more than were sent. */
  readonly unexplained: number;
}

/**
 * Ties an answer to the changes sent, by keyables only: an element's position is no evidence, and Planhat promises
 * no order. `keyables` in Planhat's order of matching.
 */
export function attribute(
  answer: BulkAnswer,
  sent: readonly Change[],
  keyables: readonly string[],
): Attribution {
  const index = indexByKeyables(sent, keyables);
  const named = new Set<Change>();
  const claim = (element: JsonObject): Change | undefined => {
    const change = find(index, element, keyables);
    if (change === undefined || named.has(change)) return undefined;
    named.add(change);
    return change;
  };

  const created = new Map<Change, string | undefined>();
  for (const keys of answer.inserts) {
    const change = claim(keys);
    if (change !== undefined) created.set(change, idOf(keys));
  }
  const updated = new Set<Change>();
  for (const keys of answer.updates) {
    const change = claim(keys);
    if (change !== undefined) updated.add(change);
  }
  const refused = new Map<Change, string>();
  const restErrors: string[] = [];
  for (const element of answer.errors) {
    const change = changeOfError(element, claim);
    if (change === undefined) restErrors.push(errorMessage(element));
    else refused.set(change, errorMessage(element));
  }

  const rest = sent.filter((change) => !named.has(change));
  const restCreated = answer.created - created.size;
  const restUpdated = answer.updated - updated.size;
  const counted = restCreated + restUpdated + answer.nonupdates + restErrors.length;
  return {
    created,
    updated,
    refused,
    rest,
    restCreated,
    restUpdated,
    restUnchanged: answer.nonupdates,
    restErrors,
    unexplained: rest.length - counted,
  };
}

/** null: several changes bear the value (endusers may share an e-mail), so it names none of them. */
type Index = ReadonlyMap<string, Change | null>;

function indexByKeyables(sent: readonly Change[], keyables: readonly string[]): Index {
  const index = new Map<string, Change | null>();
  for (const change of sent) {
    for (const field of keyables) {
      const value = field === "_id" ? (change.id ?? change.record[field]) : change.record[field];
      if (value === undefined || value === null) continue;
      const key = indexKey(field, value);
      index.set(key, index.has(key) ? null : change);
    }
  }
  return index;
}

/** Planhat stores ids as text: `1234` comes back as `"1234"`. */
function indexKey(field: string, value: Json): string {
  return `${field}\u0000${String(value)}`;
}

/** The change that an element names by one of its keyables; undefined where two keyables name two changes. */
function find(index: Index, element: JsonObject, keyables: readonly string[]): Change | undefined {
  let found: Change | undefined;
  for (const field of keyables) {
    const value = element[field];
    if (typeof value !== "string" && typeof value !== "number") continue;
    const change = index.get(indexKey(field, value));
    if (change === undefined || change === null) continue;
    if (found !== undefined && found !== change) return undefined;
    found = change;
  }
  return found;
}

/** An error element may carry the keys itself or, as other APIs do, the item it speaks of. */
function changeOfError(
  element: Json,
  claim: (element: JsonObject) => Change | undefined,
): Change | undefined {
  if (!isJsonObject(element)) return undefined;
  const direct = claim(element);
  if (direct !== undefined) return direct;
  for (const value of Object.values(element)) {
    const change = isJsonObject(value) ? claim(value) : undefined;
    if (change !== undefined) return change;
  }
  return undefined;
}

function idOf(keys: JsonObject): string | undefined {
  const id = keys["_id"];
  return typeof id === "string" ? id : undefined;
}
