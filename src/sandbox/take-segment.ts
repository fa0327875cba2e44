import { given } from "../model/given.ts";
import { isJsonObject, type Json, type JsonObject } from "../model/json.ts";
import type { Reply } from "./reply.ts";
import { contactOf, firstText } from "./take-activities.ts";
import type { World } from "./world.ts";

/**
 * One call of Segment: `identify` makes a contact known, `track` is a user activity; everything else, and what names
 * nobody, is ignored. Sources: https://github.com/planhat/docs, and Planhat's article on its Segment integration.
 */
export function takeSegment(world: World, body: Json | undefined): Reply {
  if (isJsonObject(body)) take(world, body);
  return { status: 200, body: world.unknowns.sinkBody === "empty" ? "" : {} };
}

function take(world: World, call: JsonObject): void {
  const traits = isJsonObject(call["traits"]) ? call["traits"] : {};
  const externalId = firstText(call, ["userId", "user_id"]) ?? firstText(traits, ["id"]);
  const email = firstText(traits, ["email"]);
  const { type, event, properties, timestamp } = call;
  if ((type !== "identify" && type !== "track") || (externalId ?? email) === undefined) return;
  const name = firstText(traits, ["name"]);
  const companyId = firstText(traits, ["companyId"]);
  const enduserId = contactOf(world, {
    externalId,
    email,
    companyId,
    ...given({ name }),
  });
  if (enduserId === undefined || type !== "track" || typeof event !== "string") return;
  const date = typeof timestamp === "string" ? timestamp : new Date(world.now()).toISOString();
  const info = properties === undefined ? {} : { info: properties };
  world.analytics.addActivity({ enduserId, event: { action: event, date, ...info } });
}
