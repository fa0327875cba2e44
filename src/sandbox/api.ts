import { CUSTOM_FIELD } from "../model/custom-field-type.ts";
import { isJsonObject, type Json, type JsonObject } from "../model/json.ts";
import type { ObjectType } from "../model/object-type.ts";
import { bulkStatus } from "./bulk-answer.ts";
import { bulkUpsert, type ItemRules } from "./bulk-upsert.ts";
import { type Collection, idOf } from "./collection.ts";
import { duplicateEntries } from "./duplicate-entries.ts";
import type { Limits } from "./limits.ts";
import { isListed, isReadable, leanRecords, listRecords } from "./list-records.ts";
import { type Operation, permits } from "./permissions.ts";
import { presented } from "./present-record.ts";
import { Refusal, type Reply } from "./reply.ts";
import { findByPathId, resolveReference } from "./resolve-reference.ts";
import { listPoints } from "./take-points.ts";
import { holderOf, placeOf } from "./tickets.ts";
import { WORKFLOW } from "./workflow-type.ts";
import type { World } from "./world.ts";
import { createRecord, updateRecord } from "./write-record.ts";

export interface Call {
  readonly method: string;
  readonly url: URL;
  /** undefined where none was sent. */
  readonly body: Json | undefined;
  readonly rules: ItemRules;
  /** Records that reads do not show. */
  readonly isHidden: ((record: JsonObject) => boolean) | undefined;
}

/** Carries out one call. Throws a Refusal for one that cannot be. */
export function answerCall(world: World, limits: Limits, call: Call): Reply {
  const [, root = "", id, ...rest] = call.url.pathname.split("/");
  const lean = [...world.collections.values()].find(({ type }) => type.leanPath === `/${root}`);
  if (lean !== undefined && id === undefined && call.method === "GET") {
    demand(world, lean, "read");
    return ok(leanRecords(world, lean, call.url.searchParams, call.isHidden));
  }
  if (root === "dimensiondata" && id === undefined && call.method === "GET") {
    return ok(listPoints(world, call.url.searchParams));
  }
  if (root === "myprofile" && id === undefined && call.method === "GET") return ok(profile(world));
  if (root === "timeentries" && id === "duplicate" && rest.length === 0 && call.method === "POST") {
    const entries = world.collections.get("/timeentries");
    if (entries !== undefined) demand(world, entries, "create");
    return duplicateEntries(world, call.body);
  }
  if (root === "companies" && id !== undefined && rest[0] === "licenses") {
    return onLicensesOf(world, limits, decoded(id), rest.slice(1), call);
  }
  const collection = world.collections.get(`/${root}`);
  if (collection === undefined || rest.length > 0) throw new Refusal(404, "Not found");
  if (id === undefined || id === "") return onCollection(world, limits, collection, call);
  return onRecord(world, collection, decoded(id), call);
}

/**
 * The older paths of licences, below their company.
 * Source: https://github.com/planhat/docs, and clients that still use them.
 */
function onLicensesOf(
  world: World,
  limits: Limits,
  company: string,
  [id, ...rest]: readonly string[],
  call: Call,
): Reply {
  const licenses = world.collections.get("/licenses");
  const owner = resolveReference(world, "Company", company);
  if (licenses === undefined || typeof owner !== "string" || rest.length > 0) {
    throw new Refusal(404, "Not found");
  }
  if (id === undefined || id === "") {
    const url = new URL(call.url);
    url.searchParams.set("companyId", owner);
    const body = isJsonObject(call.body) ? { ...call.body, companyId: owner } : call.body;
    return onCollection(world, limits, licenses, { ...call, url, body });
  }
  const record = findByPathId(world, "License", decoded(id));
  if (record?.["companyId"] !== owner) throw new Refusal(404, "Not found");
  return onRecord(world, licenses, idOf(record), call);
}

/** Whose token it is. Which fields Planhat shows there is not documented: those of a user. */
function profile(world: World): JsonObject {
  const users = world.collectionOf("User");
  const me = { _id: "5a0dbc0c0c0ffee000000001", nickName: "Sandbox", firstName: "Sandbox", lastName: "User" };
  const record: JsonObject = { ...me, email: "sandbox@planhat.example", inactive: false };
  return users === undefined ? record : presented(world, users.type, record);
}

function onCollection(world: World, limits: Limits, collection: Collection, call: Call): Reply {
  switch (call.method) {
    case "GET":
      demand(world, collection, "read");
      return ok(listRecords(world, collection, call.url.searchParams, call.isHidden));
    case "POST":
      if (collection.type.lacks?.includes("create") && !servesAll(world)) break;
      demand(world, collection, "create");
      return create(world, collection, objectOf(call.body));
    case "PUT":
      if (collection.type.name === CUSTOM_FIELD.name || collection.type.name === WORKFLOW.name) break;
      return bulk(world, limits, collection, call);
  }
  throw new Refusal(404, "Not found");
}

function onRecord(world: World, window: Collection, id: string, call: Call): Reply {
  const { type } = window;
  // A ticket is a conversation: what a list shows is there by its id too.
  const collection = holderOf(world, window, id);
  const lacks = servesAll(world) && type.name !== WORKFLOW.name ? [] : (type.lacks ?? []);
  // Deletes take the _id alone.
  const record =
    collection.get(id) ?? (call.method === "DELETE" ? undefined : findByPathId(world, type.name, id));
  switch (call.method) {
    case "GET":
      if (lacks.includes("read")) break;
      demand(world, collection, "read");
      if (record === undefined || call.isHidden?.(record) === true || !isReadable(world, record)) break;
      if (
        world.unknowns.hiddenRecord === "hide" &&
        !isListed(world, collection, record, { hiddenAsked: false })
      )
        break;
      return ok(presented(world, type, record));
    case "PUT":
      if (lacks.includes("update")) break;
      demand(world, collection, "update");
      if (record === undefined) break;
      return update(world, collection, record, objectOf(call.body), type);
    case "DELETE":
      if (type.name === WORKFLOW.name) break;
      demand(world, collection, "delete");
      if (record === undefined) break;
      collection.delete(id);
      world.journal.note(collection, id, world.now(), record);
      return ok(world.unknowns.deleteReply === "record" ? record : { n: 1, ok: 1, deletedCount: 1 });
  }
  throw new Refusal(404, "Not found");
}

function bulk(world: World, limits: Limits, collection: Collection, { body, rules }: Call): Reply {
  if (!Array.isArray(body)) throw new Refusal(400, "the body is not an array");
  if (body.length > limits.bulkItems) {
    throw new Refusal(world.unknowns.tooManyItemsStatus, `more than ${limits.bulkItems} items`);
  }
  const answer = bulkUpsert(world, collection, body, rules);
  return { status: bulkStatus(answer, world.unknowns.allFailedStatus), body: { ...answer } };
}

function create(world: World, { type }: Collection, item: JsonObject): Reply {
  const window = world.collections.get(type.path);
  if (window === undefined) throw new Refusal(404, "Not found");
  const written = createRecord(world, placeOf(world, window, item), item, type);
  if (written.kind === "refused") throw new Refusal(400, written.message);
  return ok(presented(world, type, written.record));
}

/** `type`: of the path that the record is written through. */
function update(
  world: World,
  collection: Collection,
  record: JsonObject,
  item: JsonObject,
  type: ObjectType,
): Reply {
  const id = idOf(record);
  if (item["_id"] !== undefined && item["_id"] !== id && world.unknowns.idInBody === "refuse") {
    throw new Refusal(400, "_id is immutable");
  }
  const written = updateRecord(world, collection, record, item, type);
  if (written.kind === "refused") throw new Refusal(400, written.message);
  return ok(presented(world, type, collection.get(id) ?? record));
}

function servesAll({ unknowns }: World): boolean {
  return unknowns.undocumentedCalls === "serve";
}

function demand(world: World, { type }: Collection, operation: Operation): void {
  if (permits(world.permissions, type.name, operation)) return;
  throw new Refusal(403, `no permission to ${operation} ${type.plural}`);
}

function objectOf(body: Json | undefined): JsonObject {
  if (!isJsonObject(body)) throw new Refusal(400, "the body is not an object");
  return body;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Refusal(400, "the path is not well encoded");
  }
}

function ok(body: Json): Reply {
  return { status: 200, body };
}
