import { CUSTOM_FIELD } from "../model/custom-field-type.ts";
import type { Json, JsonObject } from "../model/json.ts";
import { companyField, type ObjectType } from "../model/object-type.ts";
import type { Collection } from "./collection.ts";
import { presented, projected } from "./present-record.ts";
import { Refusal } from "./reply.ts";
import { resolveReference } from "./resolve-reference.ts";
import { guestsOf } from "./tickets.ts";
import type { World } from "./world.ts";

/** `GET` of a collection: `limit`, `offset`, `sort`, `select` and filters → one page. Other parameters are ignored. */
export function listRecords(
  world: World,
  collection: Collection,
  asked: URLSearchParams,
  isHidden: ((record: JsonObject) => boolean) | undefined,
): readonly JsonObject[] {
  const { type } = collection;
  const query = spelledOut(type, asked);
  const limit = limitOf(world, collection, query.get("limit"));
  const offset = wholeNumber("offset", query.get("offset")) ?? 0;
  const sort = query.get("sort") || world.unknowns.defaultSort;
  const filters = filtersOf(type).filter((name) => query.has(name));
  // Source: the page on tickets, the only one that has it.
  const search = type.livesIn === undefined ? "" : (query.get("search") ?? "").toLowerCase();
  const archived = type.hidden !== undefined && query.has(type.hidden) && query.get(type.hidden) !== "false";
  const guests = guestsOf(world, collection);
  const versions = guests.map(({ version }) => version);
  const name = JSON.stringify([
    sort,
    archived,
    versions,
    search,
    filters.map((filter) => [filter, query.get(filter)]),
  ]);
  const records = collection.view(name, () => {
    const all = [collection, ...guests].flatMap((one) => [...one.all()]);
    const filtered = all.filter(
      (record) =>
        isListed(world, collection, record, { hiddenAsked: archived }) &&
        (search === "" || holdsText(record, search)) &&
        filters.every((filter) => passes(world, collection, filter, query.get(filter) ?? "", record)),
    );
    return sorted(filtered, sort);
  });
  const select = query.get("select");
  const fields =
    select === null || select === ""
      ? defaultFields(world, collection)
      : select.split(",").map((field) => field.trim());
  return visible(world, records, isHidden)
    .slice(offset, offset + limit)
    .map((record) => projected(presented(world, type, record, fields), fields));
}

/** The query with the older and shorter names of parameters put right. */
function spelledOut({ list: { aliases = {} } }: ObjectType, asked: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams(asked);
  for (const [alias, name] of Object.entries(aliases)) {
    const value = asked.get(alias);
    if (value !== null && !asked.has(name)) query.set(name, value);
  }
  return query;
}

/** Parameters that pick records. */
function filtersOf({ list, fields }: ObjectType): readonly string[] {
  const { filters = [], aliases = {} } = list;
  const meant = Object.values(aliases).filter((name) => fields[name] !== undefined);
  return [...new Set([...filters, ...meant])];
}

function holdsText(record: JsonObject, text: string): boolean {
  return ["subject", "description", "snippet"].some((field) =>
    String(record[field] ?? "")
      .toLowerCase()
      .includes(text),
  );
}

/** `GET` of the keys alone, all of them at once. */
export function leanRecords(
  world: World,
  collection: Collection,
  query: URLSearchParams,
  isHidden: ((record: JsonObject) => boolean) | undefined,
): readonly JsonObject[] {
  const filters = ["externalId", "sourceId", "status"].flatMap((field) => {
    const wanted = query.get(field);
    if (wanted === null || wanted === "") return [];
    return [{ field, values: valuesOf(world, wanted, field === "status") }];
  });
  const [first, ...others] = filters;
  const found = first === undefined ? [...collection.all()] : byValues(collection, first.field, first.values);
  return visible(world, found, isHidden)
    .filter((record) => others.every(({ field, values }) => values.includes(String(record[field]))))
    .map((record) => projected(record, LEAN_FIELDS));
}

/** What a filter asks for; `isList`: Planhat's pages show it with several values. See the unknown `filterComma`. */
function valuesOf({ unknowns }: World, text: string, isList: boolean): readonly string[] {
  return isList || unknowns.filterComma === "split" ? text.split(",") : [text];
}

const LEAN_FIELDS = ["_id", "name", "externalId", "sourceId"];

function byValues(collection: Collection, field: string, values: readonly string[]): readonly JsonObject[] {
  if (collection.type.keyables.includes(field)) {
    return [...new Set(values)].flatMap((value) => collection.find(field, value));
  }
  return [...collection.all()].filter((record) => values.includes(String(record[field])));
}

function limitOf({ unknowns }: World, { type }: Collection, text: string | null): number {
  const { defaultLimit, maxLimit } = type.list;
  const limit = wholeNumber("limit", text) ?? defaultLimit;
  if (limit > maxLimit && unknowns.limitAboveMax === "refuse") {
    throw new Refusal(400, `limit is above ${maxLimit}`);
  }
  return Math.min(limit, unknowns.pageCap === 0 ? maxLimit : unknowns.pageCap, maxLimit);
}

/** A parameter of a query. Throws a Refusal (400). */
export function wholeNumber(name: string, text: string | null): number | undefined {
  if (text === null || text === "") return undefined;
  if (!/^\d+$/.test(text)) throw new Refusal(400, `${name} is not a whole number`);
  return Number(text);
}

/** `hiddenAsked`: whether the list is asked for the hidden ones too. */
export function isListed(
  { unknowns }: World,
  { type }: Collection,
  record: JsonObject,
  { hiddenAsked }: { readonly hiddenAsked: boolean },
): boolean {
  if (type.hidden === undefined) return true;
  const hidden = record[type.hidden] === true;
  return hiddenAsked ? hidden || unknowns.hiddenParameter === "all" : !hidden;
}

function passes(
  world: World,
  collection: Collection,
  field: string,
  text: string,
  record: JsonObject,
): boolean {
  const isCompany = field === "companyId" || field === companyField(collection.type);
  const wanted = valuesOf(world, text, isCompany);
  if (isCompany) {
    // Companies take the parameter too, for their own ids.
    const own = collection.type.name === "Company" ? "_id" : (companyField(collection.type) ?? "companyId");
    const referred = record[own];
    const ids = Array.isArray(referred) ? (referred as readonly Json[]) : [referred];
    return wanted.some((one) => {
      const id = resolveReference(world, "Company", one);
      return id !== undefined && ids.includes(id);
    });
  }
  const value = record[field];
  if (typeof value !== "string") return false;
  if (collection.type.name === CUSTOM_FIELD.name) return text.toLowerCase() === value.toLowerCase();
  return wanted.some((one) => collection.fold(field, one) === collection.fold(field, value));
}

function sorted(records: readonly JsonObject[], sort: string): readonly JsonObject[] {
  const descending = sort.startsWith("-");
  const field = descending ? sort.slice(1) : sort;
  const sign = descending ? -1 : 1;
  return records.toSorted((a, b) => sign * compare(a[field], b[field]));
}

/** Missing before numbers before text, as databases of documents do. */
function compare(a: Json | undefined, b: Json | undefined): number {
  if (typeof a === "string" && typeof b === "string") return a < b ? -1 : a > b ? 1 : 0;
  if (typeof a === "number" && typeof b === "number") return a - b;
  return rank(a) - rank(b);
}

function rank(value: Json | undefined): number {
  if (value === undefined || value === null) return 0;
  return typeof value === "number" ? 1 : typeof value === "string" ? 2 : 3;
}

function defaultFields({ unknowns }: World, { type }: Collection): readonly string[] | undefined {
  return unknowns.listFields === "all" ? undefined : ["_id", "name", ...type.keyables];
}

function visible(
  world: World,
  records: readonly JsonObject[],
  isHidden: ((record: JsonObject) => boolean) | undefined,
): readonly JsonObject[] {
  // Nearly always nothing is hidden, and a page of a large collection should not cost a copy of it.
  if (isHidden === undefined && world.unknowns.readDelay === 0) return records;
  return records.filter((record) => isHidden?.(record) !== true && isReadable(world, record));
}

/** Whether a read shows the record yet: see the unknown `readDelay`. */
export function isReadable({ unknowns, now }: World, record: JsonObject): boolean {
  if (unknowns.readDelay === 0) return true;
  const created = Date.parse(String(record["createDate"]));
  return Number.isNaN(created) || now() - created >= unknowns.readDelay;
}
