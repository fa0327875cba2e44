import type { Json, JsonObject } from "../model/json.ts";
import { type FaultAction, meets } from "./fault.ts";
import type { Strike } from "./fault-queue.ts";
import { contentType, type Reply } from "./reply.ts";

type Kind = FaultAction["kind"];
type ActionOf<K extends Kind> = Extract<FaultAction, { readonly kind: K }>;

/** The strikes of one kind, in order. */
export function strikesOf<K extends Kind>(
  strikes: readonly Strike[],
  kind: K,
): readonly Strike<ActionOf<K>>[] {
  return strikes.filter((strike): strike is Strike<ActionOf<K>> => strike.action.kind === kind);
}

/** When a fault acts: before the API carries the call out, or after. */
type Moment = "before" | "after";

/** The answer of a fault that acts in the API's stead. */
export function faultReply(strikes: readonly Strike[], moment: Moment): Reply | undefined {
  for (const { action } of strikes) {
    const reply = replyOf(action, moment);
    if (reply !== undefined) return reply;
  }
  return undefined;
}

function replyOf(action: FaultAction, moment: Moment): Reply | undefined {
  const commit = moment === "after";
  switch (action.kind) {
    case "status":
      if ((action.commit ?? false) !== commit) return undefined;
      return { status: action.code, body: action.body, headers: action.headers ?? {} };
    case "retryAfter":
      if (commit) return undefined;
      return {
        status: action.code ?? 429,
        body: "Too many requests",
        headers: { "retry-after": String(action.value) },
      };
    case "html":
      if ((action.commit ?? false) !== commit) return undefined;
      return {
        status: action.code ?? 200,
        body: action.body ?? LOGIN_PAGE,
        headers: { "content-type": "text/html; charset=utf-8" },
      };
    case "emptyBody":
      if ((action.commit ?? true) !== commit) return undefined;
      return { status: 200, body: undefined };
    default:
      return undefined;
  }
}

const LOGIN_PAGE = "<!doctype html>\n<html><body><h1>Sign in to continue</h1></body></html>\n";

/** A carried-out answer with its counts or its body falsified. */
export function falsified(reply: Reply, strikes: readonly Strike[]): Reply {
  let { body } = reply;
  let isFalse = false;
  for (const { action } of strikes) {
    isFalse ||= action.kind === "wrongCounts" || action.kind === "rewrite";
    if (action.kind === "wrongCounts") body = miscounted(body, action);
    if (action.kind === "rewrite" && body !== undefined) body = action.answer(body);
  }
  return !isFalse
    ? reply
    : { ...reply, body, headers: { "content-type": contentType(body), ...reply.headers } };
}

function miscounted(body: Json | undefined, action: ActionOf<"wrongCounts">): Json | undefined {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return body;
  const counts = body as JsonObject;
  const wrong = (["created", "updated", "nonupdates"] as const).flatMap((name) => {
    const [count, more] = [counts[name], action[name]];
    return typeof count === "number" && more !== undefined ? [[name, count + more] as const] : [];
  });
  return { ...counts, ...Object.fromEntries(wrong) };
}

/** An item of a bulk write as the faults let it through; undefined where they swallow it. */
export function itemThrough(item: JsonObject, strikes: readonly Strike[]): JsonObject | undefined {
  let through = item;
  for (const { action } of strikes) {
    if (action.kind === "swallow" && meets(action.where, item)) return undefined;
    if (action.kind === "dropFields") through = without(through, action.fields);
  }
  return through;
}

/** The text with which a fault refuses an item. */
export function faultRefusal(item: JsonObject, strikes: readonly Strike[]): string | undefined {
  for (const { action } of strikes) {
    if (action.kind === "refuse" && meets(action.where, item)) return action.message;
  }
  return undefined;
}

/** Which records faults keep from reads; undefined where none does. */
export function hiddenBy(strikes: readonly Strike[]): ((record: JsonObject) => boolean) | undefined {
  const hiding = strikesOf(strikes, "hide");
  if (hiding.length === 0) return undefined;
  return (record) => hiding.some(({ action }) => meets(action.where, record));
}

function without(item: JsonObject, fields: readonly string[]): JsonObject {
  const custom = new Set(fields.flatMap((field) => (field.startsWith("custom.") ? [field.slice(7)] : [])));
  const left = Object.entries(item).filter(([name]) => !fields.includes(name));
  return Object.fromEntries(
    left.map(([name, value]) =>
      name === "custom" && custom.size > 0 && typeof value === "object" && value !== null
        ? [name, Object.fromEntries(Object.entries(value).filter(([key]) => !custom.has(key)))]
        : [name, value],
    ),
  );
}
