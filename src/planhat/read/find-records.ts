import type { JsonObject } from "../../model/json.ts";
import { companyField, isUniqueKey } from "../../model/object-type.ts";
import type { RecordKey } from "../../model/record.ts";
import type { RecordsQuery } from "../../model/target-reader.ts";
import { isPathSafe, MOST_SINGLES, type Reader } from "../api/reader.ts";

export type Wanted = Pick<
  RecordsQuery,
  "objectType" | "keyField" | "keys" | "atLeast" | "companyOf" | "neighbours"
>;

type Pages = AsyncIterable<readonly JsonObject[]>;

/**
 * Pages with every record that holds one of the keys, others among them; a record may come twice. One by one where that
 * takes no more calls than a list, otherwise page by page. Archived records are read only when some key was not found
 * among the others, because they cost as many pages again. Where a record that is not there may be created, the lists are
 * read: another record may be meant by it. `shown`: the pages of what lists show, if they are on their way.
 */
export async function* findRecords(
  reader: Reader,
  wanted: Wanted,
  select: readonly string[],
  shown: () => Pages = () => reader.shown(select),
): Pages {
  const open = new OpenKeys(wanted);
  const prefix = singlesPrefix(wanted);
  let isUnclear = false;
  if (prefix !== undefined) {
    for (const key of wanted.keys.keys()) {
      const record = await reader.one(prefix, wanted.keyField, key);
      if (record === undefined) continue;
      // What may be one of several closes its key only where a list shows it: the others may be hidden, as it may be.
      if (isMeant(record, key, wanted)) open.found(record);
      else isUnclear = true;
      yield [record];
    }
  }
  const searches = wanted.neighbours?.searches === true && open.size > 0;
  if (prefix === undefined || isUnclear || searches) yield* untilAllFound(shown(), open, wanted);
  // A single look-up may hide what lists hide: no page of Planhat says that it does not.
  if (open.size > 0) yield* untilAllFound(reader.hidden(select), open, wanted);
}

/**
 * What stands before each key in its own address; undefined: a list of all costs no more calls, or a key could mean
 * something else there.
 */
export function singlesPrefix({ objectType, keyField, keys, atLeast }: Wanted): string | undefined {
  const pages = Math.max(MOST_SINGLES, Math.ceil(atLeast / objectType.list.maxLimit));
  if (keys.size > pages) return undefined;
  const prefix = objectType.pathIds.find(({ field }) => field === keyField)?.prefix;
  if (prefix === undefined) return undefined;
  for (const key of keys.keys()) if (!isPathSafe(prefix + key)) return undefined;
  return prefix;
}

/** The key under which a record was asked for; undefined: under none. */
export function keyOfRecord(record: JsonObject, { keyField, keys }: Wanted): RecordKey | undefined {
  const value = record[keyField];
  if (value === undefined || value === null) return undefined;
  // Planhat stores ids as text; a number all the same means its digits.
  const key = String(value) as RecordKey;
  return keys.has(key) ? key : undefined;
}

/**
 * Whether a single record is all there is to know of its key. Where a key is unique within one company only, Planhat
 * answers with one of several, and does not say which.
 */
function isMeant(record: JsonObject, key: RecordKey, { objectType, keyField, companyOf }: Wanted): boolean {
  if (isUniqueKey(objectType, keyField)) return true;
  const company = companyOf?.(key);
  const field = companyField(objectType);
  return company !== undefined && field !== undefined && record[field] === company;
}

/** Where the end lies matters only while a key is open, or could stand for a second record. */
async function* untilAllFound(pages: Pages, open: OpenKeys, { objectType, keyField }: Wanted): Pages {
  const isUnique = isUniqueKey(objectType, keyField);
  for await (const page of pages) {
    for (const record of page) open.found(record);
    yield page;
    if (isUnique && open.size === 0 && page.length < objectType.list.maxLimit) return;
  }
}

/**
 * How many of the keys no record has been found for. A record of another company than the one that is meant leaves its key
 * open: the one that is meant may be archived.
 */
class OpenKeys {
  readonly #wanted: Wanted;
  /** By number, where the keys have some: a million texts would take a tenth of a gigabyte. */
  readonly #isFound: Uint8Array;
  readonly #found = new Set<RecordKey>();
  #count = 0;

  constructor(wanted: Wanted) {
    this.#wanted = wanted;
    this.#isFound = new Uint8Array(wanted.keys.numberOf === undefined ? 0 : wanted.keys.size);
  }

  found(record: JsonObject): void {
    const key = keyOfRecord(record, this.#wanted);
    if (key === undefined) return;
    if (isMeant(record, key, this.#wanted) || this.#wanted.companyOf?.(key) === undefined) this.#note(key);
  }

  #note(key: RecordKey): void {
    const number = this.#wanted.keys.numberOf?.(key);
    if (number === undefined) this.#found.add(key);
    else if (this.#isFound[number] === 0) {
      this.#isFound[number] = 1;
      this.#count += 1;
    }
  }

  get size(): number {
    return this.#wanted.keys.size - this.#found.size - this.#count;
  }
}
