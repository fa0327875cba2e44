import { isJsonObject, type Json, type JsonObject } from "../model/json.ts";
import { idOf } from "./collection.ts";
import type { Reply } from "./reply.ts";
import { resolveReference } from "./resolve-reference.ts";
import type { World } from "./world.ts";

export interface ActivityOptions {
  /** Whether the tenant is; otherwise nothing is kept. */
  readonly known: boolean;
  /** The contact's external id: the bulk path calls it `euExtId`, the one for single events `externalId`. */
  readonly userField: "externalId" | "euExtId";
}

/**
 * User activities: a sink. What is wrong with an item, or of whom nobody knows, is dropped without a word, unless the
 * unknown `activityErrors` lists it.
 */
export function takeActivities(world: World, items: readonly Json[], options: ActivityOptions): Reply {
  const errors: Json[] = [];
  for (const item of items) {
    const error = isJsonObject(item) ? takeActivity(world, item, options) : "invalid item";
    if (error !== undefined) errors.push({ item, error });
  }
  const { activityErrors, sinkBody } = world.unknowns;
  if (activityErrors === "listed" && errors.length > 0) return { status: 200, body: { errors } };
  return { status: 200, body: sinkBody === "empty" ? "" : {} };
}

function takeActivity(
  world: World,
  item: JsonObject,
  { known, userField }: ActivityOptions,
): string | undefined {
  const email = textOf(item, "email");
  const externalId = textOf(item, userField);
  if (email === undefined && externalId === undefined) return `email or ${userField} must be specified`;
  if (textOf(item, "action") === undefined) return "action must be specified";
  const date = item["date"] ?? new Date(world.now()).toISOString();
  if (Number.isNaN(Date.parse(String(date)))) return "date is not a date";
  if (!known) return undefined;
  const enduserId = contactOf(world, item, externalId, email);
  if (enduserId !== undefined) world.analytics.addActivity({ enduserId, event: { ...item, date } });
  return undefined;
}

/** The contact, created where the company is given. Source: Planhat's article on its Segment integration. */
function contactOf(
  world: World,
  item: JsonObject,
  externalId: string | undefined,
  email: string | undefined,
): string | undefined {
  const endusers = world.collectionOf("Enduser");
  if (endusers === undefined) return undefined;
  const known =
    (externalId === undefined ? undefined : endusers.find("externalId", externalId)[0]) ??
    (email === undefined ? undefined : endusers.find("email", email)[0]);
  if (known !== undefined) return idOf(known);
  const company = textOf(item, "companyExternalId");
  const companyId =
    company === undefined ? undefined : resolveReference(world, "Company", `extid-${company}`);
  if (companyId === undefined) return undefined;
  const names = ["name", "firstName", "lastName"].flatMap((field): [string, Json][] => {
    const value = item[field];
    return value === undefined ? [] : [[field, value]];
  });
  // With an external id alone too: an e-mail address is what other calls ask for.
  const created: JsonObject = {
    _id: world.newId(endusers),
    companyId,
    ...(email === undefined ? {} : { email }),
    ...(externalId === undefined ? {} : { externalId }),
    ...Object.fromEntries(names),
    createDate: new Date(world.now()).toISOString(),
  };
  endusers.put(created);
  return idOf(created);
}

/** The text of a field; undefined where there is none. */
function textOf(item: JsonObject, field: string): string | undefined {
  const value = item[field];
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}
