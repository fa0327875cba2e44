import type { Json, JsonObject } from "../model/json.ts";
import { Refusal, type Reply } from "./reply.ts";
import type { World } from "./world.ts";
import { createRecord } from "./write-record.ts";

/** `POST /timeentries/duplicate`: a copy of each of `ids`; those that do not exist are passed over. */
export function duplicateEntries(world: World, body: Json | undefined): Reply {
  const entries = world.collectionOf("TimeEntry");
  const ids = (body as JsonObject | undefined)?.["ids"];
  if (entries === undefined || !Array.isArray(ids)) throw new Refusal(400, "ids is not an array");
  const created = ids.flatMap((id: Json) => {
    const entry = entries.get(String(id));
    if (entry === undefined) return [];
    const kept = Object.entries(entry).filter(([field]) => !OWN.has(field));
    const written = createRecord(world, entries, Object.fromEntries(kept));
    return written.kind === "created" ? [String(written.record["_id"])] : [];
  });
  return {
    status: 200,
    body: {
      created: created.length,
      createdErrors: [],
      insertsKeys: created.map((_id) => ({ _id })),
      updated: 0,
      updatedErrors: [],
      updatesKeys: [],
      nonupdates: 0,
      modified: [],
      upsertedIds: created,
      permissionErrors: [],
      validationErrors: [],
    },
  };
}

/** What a copy does not take over. */
const OWN: ReadonlySet<string> = new Set(["_id", "createdAt", "updatedAt", "timesheetId", "timesheetStatus"]);
