import type { JsonObject } from "../../model/json.ts";
import type { ObjectType } from "../../model/object-type.ts";
import type { FindQuery, LookupField, NamedRecord } from "../../model/reference-lookup.ts";
import { Stop } from "../../model/stop.ts";
import { isPathSafe, MOST_SINGLES, type Reader } from "../api/reader.ts";
import { NameIndex } from "./name-index.ts";

/** What the list of keys shows. Source: the company page (`/leancompanies`). */
const LEAN: ReadonlySet<string> = new Set(["_id", "name", "externalId", "sourceId"]);

/** The forms in which Planhat takes a reference. Source: the pages of the objects, at `companyId`. */
const FORMS = [
  { field: "externalId", prefix: "extid-" },
  { field: "sourceId", prefix: "srcid-" },
] as const;

/**
 * References to the records of one object type → `_id`s, and what people have of them → the records. A handful of
 * references is asked for one by one; for more, all keys are read once and serve every sync of the run.
 */
export class ReferenceIndex {
  readonly #type: ObjectType;
  /** By what records of this type are looked up. */
  readonly #names: NameIndex;
  readonly #ids = new Map<string, string>();
  readonly #asked = new Set<string>();
  #isWhole = false;
  #isReadable: boolean | undefined;

  /** `lookups`: by what the syncs of the run look records up, so that one list does for all of them. */
  constructor(type: ObjectType, lookups: ReadonlySet<LookupField>) {
    this.#type = type;
    this.#names = new NameIndex(type, lookups);
  }

  /** The records with these values. Throws the Stop of the reader where the token may not read them. */
  async find(
    by: FindQuery["by"],
    values: ReadonlySet<string>,
    reader: Reader,
  ): Promise<ReadonlyMap<string, readonly NamedRecord[]>> {
    try {
      if (!this.#isWhole) await this.#readAll(reader);
    } catch (error) {
      throw this.#saidWhy(error, by);
    }
    return this.#names.find(by, values);
  }

  /** A sync that writes companies does not seem to read users. */
  #saidWhy(error: unknown, by: FindQuery["by"]): unknown {
    if (!(error instanceof Stop) || error.reason.code !== "planhat-forbidden") return error;
    const { plural } = this.#type;
    const { detail } = error.reason;
    return new Stop(
      "planhat-forbidden",
      `The API token may not read ${plural} (403), and a sync looks ${plural} up by ${by}.`,
      {
        detail,
        fix: `In Planhat, Settings > Private Apps, give the app of this token the permission to read ${plural}, or map a column with their _ids and remove by:.`,
        cause: error,
      },
    );
  }

  /** undefined: the token may not read the object type. */
  async resolve(
    values: ReadonlySet<string>,
    reader: Reader,
  ): Promise<ReadonlyMap<string, string> | undefined> {
    const open = this.#isWhole ? [] : [...values].filter((value) => !this.#asked.has(value));
    if (open.length === 0) return this.#isReadable === false ? undefined : this.#ids;
    this.#isReadable ??= await reader.isReadable();
    if (!this.#isReadable) return undefined;
    const isFew = open.length <= MOST_SINGLES && this.#type.pathIds.length > 0 && open.every(isPathSafe);
    if (!isFew || !(await this.#readSingles(open, reader))) await this.#readAll(reader);
    return this.#ids;
  }

  /** Answers whether that is all there is to know: a single look-up may hide what lists hide. */
  async #readSingles(values: readonly string[], reader: Reader): Promise<boolean> {
    let isWhole = true;
    for (const value of values) {
      this.#asked.add(value);
      // What is no form of a reference would be asked for as an `_id`, which it is not.
      const form = this.#formOf(value);
      if (form === undefined) continue;
      const record = await reader.one(form.prefix, form.field, value.slice(form.prefix.length));
      if (record !== undefined) this.#note(record);
      else if (this.#type.hidden !== undefined) isWhole = false;
    }
    return isWhole;
  }

  async #readAll(reader: Reader): Promise<void> {
    const select = new Set(["_id", ...FORMS.map(({ field }) => field), ...this.#names.fields]);
    const isLean = this.#type.leanPath !== undefined && [...select].every((field) => LEAN.has(field));
    for await (const record of isLean ? reader.lean() : reader.all([...select])) {
      this.#note(record);
      this.#names.note(record);
    }
    this.#isWhole = true;
  }

  #note(record: JsonObject): void {
    const id = record["_id"];
    if (typeof id !== "string") return;
    this.#ids.set(id, id);
    for (const { field, prefix } of FORMS) {
      const value = record[field];
      if (value !== undefined && value !== null && value !== "")
        this.#ids.set(`${prefix}${String(value)}`, id);
    }
  }

  #formOf(value: string): { readonly field: string; readonly prefix: string } | undefined {
    if (/^[0-9a-f]{24}$/i.test(value)) return { field: "_id", prefix: "" };
    return this.#type.pathIds.find(({ prefix }) => prefix !== "" && value.startsWith(prefix));
  }
}
