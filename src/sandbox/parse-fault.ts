import { isJsonObject, type Json, type JsonObject } from "../model/json.ts";
import type { FieldType } from "../model/object-type.ts";
import type { Fault, FaultAction, FaultMatch } from "./fault.ts";
import { Refusal } from "./reply.ts";
import { misfit } from "./value-fits.ts";

/**
 * A fault that arrived as JSON: `{ "match": { "method": "PUT", "path": "/companies", "nth": 2 }, "times": 1,
 * "action": { "kind": "status", "code": 503 } }`. Throws a Refusal (400) that names what is wrong.
 */
export function parseFault(body: Json | undefined): Fault {
  if (!isJsonObject(body)) throw new Refusal(400, "a fault is an object with match, times and action");
  const { match, times, action, ...others } = body;
  refuseOthers("a fault", others);
  if (!isJsonObject(action)) throw new Refusal(400, "action is missing");
  if (times !== undefined && times !== "always" && !Number.isInteger(times)) {
    throw new Refusal(400, 'times is a whole number or "always"');
  }
  return {
    ...(match === undefined ? {} : { match: parseMatch(match) }),
    ...(times === undefined ? {} : { times: times as number | "always" }),
    action: parseAction(action),
  };
}

function parseMatch(match: Json): FaultMatch {
  if (!isJsonObject(match)) throw new Refusal(400, "match is not an object");
  check("match", match, { method: "string", path: "string", nth: "integer" });
  return match as FaultMatch;
}

type Kind = Exclude<FaultAction["kind"], "rewrite">;
type Fields = Readonly<Record<string, FieldType | "any">>;

/** The fields of each action that can be told over HTTP; `required` cannot be left out. */
const ACTIONS: Readonly<Record<Kind, { readonly required: Fields; readonly optional: Fields }>> = {
  status: {
    required: { code: "integer" },
    optional: { body: "any", headers: "object", commit: "boolean" },
  },
  retryAfter: { required: { value: "any" }, optional: { code: "integer" } },
  rejectUpload: { required: {}, optional: { code: "integer" } },
  dropBeforeCommit: { required: {}, optional: { how: "string" } },
  dropAfterCommit: { required: {}, optional: { how: "string" } },
  truncateBody: { required: {}, optional: { keep: "integer", declareLength: "boolean" } },
  html: { required: {}, optional: { body: "string", code: "integer", commit: "boolean" } },
  emptyBody: { required: {}, optional: { commit: "boolean" } },
  slow: { required: {}, optional: { at: "string", milliseconds: "number" } },
  stall: { required: {}, optional: { milliseconds: "number" } },
  drip: { required: {}, optional: { bytes: "integer", milliseconds: "number" } },
  wrongCounts: {
    required: {},
    optional: { created: "integer", updated: "integer", nonupdates: "integer" },
  },
  swallow: { required: { where: "object" }, optional: {} },
  refuse: { required: { where: "object", message: "string" }, optional: {} },
  dropFields: { required: { fields: "array" }, optional: {} },
  hide: { required: { where: "object" }, optional: {} },
};

function parseAction({ kind, ...fields }: JsonObject): FaultAction {
  const known = typeof kind === "string" && Object.hasOwn(ACTIONS, kind) ? ACTIONS[kind as Kind] : undefined;
  if (known === undefined) {
    throw new Refusal(400, `action.kind is none of ${Object.keys(ACTIONS).join(", ")}`);
  }
  for (const name of Object.keys(known.required)) {
    if (fields[name] === undefined) throw new Refusal(400, `action.${name} is missing`);
  }
  check("action", fields, { ...known.required, ...known.optional });
  const words = WORDS.find(({ name }) => fields[name] !== undefined && !known.required[name]);
  if (words !== undefined && !words.values.includes(String(fields[words.name]))) {
    throw new Refusal(400, `action.${words.name} is none of ${words.values.join(", ")}`);
  }
  return { kind, ...fields } as unknown as FaultAction;
}

const WORDS = [
  { name: "how", values: ["reset", "end"] },
  { name: "at", values: ["beforeCommit", "afterCommit"] },
];

function check(what: string, given: JsonObject, fields: Fields): void {
  for (const [name, value] of Object.entries(given)) {
    const type = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (type === undefined) throw new Refusal(400, `${what}.${name} is not known`);
    const problem = type === "any" ? undefined : misfit(value, { types: [type] });
    if (problem !== undefined) throw new Refusal(400, `${what}.${name} ${problem}`);
  }
}

function refuseOthers(what: string, others: JsonObject): void {
  const [name] = Object.keys(others);
  if (name !== undefined) throw new Refusal(400, `${what} has no ${name}`);
}
