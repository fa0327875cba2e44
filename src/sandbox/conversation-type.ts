import type { Json } from "../model/json.ts";
import type { ObjectType } from "../model/object-type.ts";
import type { World } from "./world.ts";

const BUILT_IN = ["note", "email", "chat", "ticket", "call"];

/**
 * A conversation whose type the tenant does not have becomes a note.
 * Source: https://www.planhat.com/developers/api/conversation
 */
export function conversationType(world: World, { path }: ObjectType, name: string, value: Json): Json {
  if (path !== "/conversations" || name !== "type" || typeof value !== "string") return value;
  return [...BUILT_IN, ...world.conversationTypes].includes(value) ? value : "note";
}
