import type { Change } from "../../model/change.ts";
import { isJsonObject, type Json, type JsonObject } from "../../model/json.ts";
import type { BulkAnswer, BulkError } from "./bulk-answer.ts";

/** Which changes an answer names, and what it says of the others only in numbers. */
export interface Attribution {
  readonly created: ReadonlyMap<Change, string | undefined>;
  readonly updated: ReadonlySet<Change>;
  readonly refused: ReadonlyMap<Change, BulkError>;
  /** Not named by the answer. */
  readonly rest: readonly Change[];
  /** How many of `rest` the answer counts as … */
  readonly restCreated: number;
  readonly restUpdated: number;
  readonly restUnchanged: number;
  /** … or as refused, with what it said. */
  readonly restErrors: readonly BulkError[];
  /** Records of which the answer says nothing at all; negative where it speaks of more than were sent. */
  readonly unexplained: number;
  /** It says two different things of one record, which then counts as not named. */
  readonly contradicted: boolean;
  /** It names a record that was not sent. What it counts then says nothing of those that were. */
  readonly foreign: boolean;
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
  const verdicts = new Map<Change, Verdict>();
  let contradicted = false;
  /** Whether the element names a change. What an answer says twice it said once; two different things it did not say. */
  const note = (element: JsonObject, verdict: Verdict): boolean => {
    const change = find(index, element, keyables);
    if (change === undefined) return false;
    const before = verdicts.get(change);
    if (before !== undefined && before.as !== verdict.as) {
      verdicts.set(change, { as: "contradicted" });
      contradicted = true;
    } else verdicts.set(change, before ?? verdict);
    return true;
  };

  // Nearly every answer names what was sent, and nothing else.
  let known: KnownKeys | undefined;
  let foreign = false;
  const noteTaken = (keys: JsonObject, verdict: Verdict): void => {
    if (note(keys, verdict)) return;
    known ??= new KnownKeys(sent, keyables);
    if (known.isForeign(keys)) foreign = true;
  };
  for (const keys of answer.inserts) noteTaken(keys, { as: "created", id: idOf(keys) });
  for (const keys of answer.updates) noteTaken(keys, { as: "updated" });
  const restErrors = answer.errors.filter((error) => !noteError(error, note));

  const created = new Map<Change, string | undefined>();
  const updated = new Set<Change>();
  const refused = new Map<Change, BulkError>();
  for (const [change, verdict] of verdicts) {
    if (verdict.as === "created") created.set(change, verdict.id);
    if (verdict.as === "updated") updated.add(change);
    if (verdict.as === "refused") refused.set(change, verdict.error);
  }
  const rest = sent.filter((change) => (verdicts.get(change)?.as ?? "contradicted") === "contradicted");
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
    contradicted,
    foreign,
  };
}

/** The keys that every record of a request was sent with: an element with another value there speaks of none of them. */
class KnownKeys {
  readonly #values: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(sent: readonly Change[], keyables: readonly string[]) {
    const known = new Map<string, ReadonlySet<string>>();
    for (const field of keyables) {
      const values = sent.map((change) => keyOfChange(change, field));
      if (values.every(isKey)) known.set(field, new Set(values.map(bare)));
    }
    this.#values = known;
  }

  isForeign(element: JsonObject): boolean {
    return [...this.#values].some(([field, values]) => {
      const value = element[field];
      return isKey(value) && !values.has(bare(value));
    });
  }
}

function isKey(value: Json | undefined): value is string | number {
  return (typeof value === "string" && value !== "") || typeof value === "number";
}

/** Planhat may store a key in another case, or without the blanks around it. */
function bare(value: string | number): string {
  return String(value).trim().toLowerCase();
}

function keyOfChange(change: Change, field: string): Json | undefined {
  return field === "_id" ? (change.id ?? change.record.get(field)) : change.record.get(field);
}

type Verdict =
  | { readonly as: "created"; readonly id: string | undefined }
  | { readonly as: "updated" }
  | { readonly as: "refused"; readonly error: BulkError }
  | { readonly as: "contradicted" };

/** By keyable, then by its value as text; null where several changes have it (endusers may share an e-mail), so it names none. */
type KeyIndex = ReadonlyMap<string, ReadonlyMap<string, Change | null>>;

function indexByKeyables(sent: readonly Change[], keyables: readonly string[]): KeyIndex {
  return new Map(keyables.map((field) => [field, indexByKeyable(sent, field)]));
}

/** Planhat stores ids as text: `1234` comes back as `"1234"`. */
function indexByKeyable(sent: readonly Change[], field: string): ReadonlyMap<string, Change | null> {
  const index = new Map<string, Change | null>();
  for (const change of sent) {
    const value = keyOfChange(change, field);
    if (value === undefined || value === null) continue;
    const key = String(value);
    index.set(key, index.has(key) ? null : change);
  }
  return index;
}

/** The change that an element names by one of its keyables; undefined where two keyables name two changes. */
function find(index: KeyIndex, element: JsonObject, keyables: readonly string[]): Change | undefined {
  let found: Change | undefined;
  for (const field of keyables) {
    const value = element[field];
    if (typeof value !== "string" && typeof value !== "number") continue;
    const change = index.get(field)?.get(String(value));
    if (change === undefined || change === null) continue;
    if (found !== undefined && found !== change) return undefined;
    found = change;
  }
  return found;
}

/** An error element may carry the keys itself or, as other APIs do, the item it speaks of. */
function noteError(error: BulkError, note: (element: JsonObject, verdict: Verdict) => boolean): boolean {
  const { element } = error;
  if (!isJsonObject(element)) return false;
  const verdict: Verdict = { as: "refused", error };
  return (
    note(element, verdict) ||
    Object.values(element).some((value) => isJsonObject(value) && note(value, verdict))
  );
}

function idOf(keys: JsonObject): string | undefined {
  const id = keys["_id"];
  return typeof id === "string" ? id : undefined;
}
