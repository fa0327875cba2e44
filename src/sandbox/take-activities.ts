import { given } from "../model/given.ts";
import { isJsonObject, type Json, type JsonObject } from "../model/json.ts";
import { idOf } from "./collection.ts";
import type { Reply } from "./reply.ts";
import { resolveReference } from "./resolve-reference.ts";
import type { World } from "./world.ts";

export interface ActivityOptions {
  /** Whether the tenant is; otherwise nothing is kept. */
  readonly known: boolean;
  readonly names: ActivityNames;
}

/** What a path calls the ids of the other system, the present name first and older ones behind it. */
export interface ActivityNames {
  readonly user: readonly string[];
  readonly company: readonly string[];
}

// Sources: the documentation of 2017, and newer clients for `euExtId` and `companyExternalId` of the bulk path.
export const SINGLE_NAMES: ActivityNames = { user: ["externalId"], company: ["companyExternalId"] };
export const BULK_NAMES: ActivityNames = { user: ["euExtId", "id"], company: ["companyExternalId", "cId"] };

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

function takeActivity(world: World, item: JsonObject, { known, names }: ActivityOptions): string | undefined {
  const email = textOf(item, "email");
  const externalId = firstText(item, names.user);
  if (email === undefined && externalId === undefined) return `email or ${names.user[0]} must be specified`;
  if (textOf(item, "action") === undefined) return "action must be specified";
  const date = item["date"] ?? new Date(world.now()).toISOString();
  if (Number.isNaN(Date.parse(String(date)))) return "date is not a date";
  if (!known) return undefined;
  const companyId = firstText(item, names.company);
  const enduserId = contactOf(world, { ...item, externalId, email, companyId });
  if (enduserId !== undefined) world.analytics.addActivity({ enduserId, event: { ...item, date } });
  return undefined;
}

/** Who did something, by the ids of the other system. */
export interface Person {
  readonly externalId: string | undefined;
  readonly email: string | undefined;
  readonly companyId: string | undefined;
  readonly name?: Json;
  readonly firstName?: Json;
  readonly lastName?: Json;
}

/** The contact, created where the company is given. Source: Planhat's article on its Segment integration. */
export function contactOf(world: World, person: Person): string | undefined {
  const endusers = world.collectionOf("Enduser");
  if (endusers === undefined) return undefined;
  const { externalId, email, companyId: company, name, firstName, lastName } = person;
  const known =
    (externalId === undefined ? undefined : endusers.find("externalId", externalId)[0]) ??
    (email === undefined ? undefined : endusers.find("email", email)[0]);
  if (known !== undefined) return idOf(known);
  const companyId =
    company === undefined ? undefined : resolveReference(world, "Company", `extid-${company}`);
  if (companyId === undefined) return undefined;
  // With an external id alone too: an e-mail address is what other calls ask for.
  const created: JsonObject = {
    _id: world.newId(endusers),
    companyId,
    ...given({ email, externalId }),
    ...given({ name, firstName, lastName }),
    createDate: new Date(world.now()).toISOString(),
  };
  endusers.put(created);
  return idOf(created);
}

/** The first of these fields that has a text. */
export function firstText(item: JsonObject, fields: readonly string[]): string | undefined {
  for (const field of fields) {
    const text = textOf(item, field);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** The text of a field; undefined where there is none. */
function textOf(item: JsonObject, field: string): string | undefined {
  const value = item[field];
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}
