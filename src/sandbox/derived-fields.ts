import { createHash } from "node:crypto";
import { given } from "../model/given.ts";
import type { Json, JsonObject } from "../model/json.ts";
import type { ObjectType } from "../model/object-type.ts";
import type { World } from "./world.ts";

/** What Planhat works out from a record's own fields and from what it refers to, as its examples show it. */
export function derivedFields(world: World, type: ObjectType, record: JsonObject): JsonObject {
  const rules = rulesOf(type);
  if (rules.length === 0) return NOTHING;
  const found: Record<string, Json> = {};
  for (const { field, derive } of rules) {
    if (record[field] !== undefined) continue;
    const value = derive(world, record);
    if (value !== undefined) found[field] = value;
  }
  return found;
}

const NOTHING: JsonObject = {};

interface Derivation {
  readonly field: string;
  readonly derive: (world: World, record: JsonObject) => Json | undefined;
}

const known = new WeakMap<ObjectType, readonly Derivation[]>();

function rulesOf(type: ObjectType): readonly Derivation[] {
  const rules = known.get(type) ?? findRules(type);
  known.set(type, rules);
  return rules;
}

function findRules({ name, fields }: ObjectType): readonly Derivation[] {
  const has = (...names: readonly string[]) => names.every((field) => fields[field] !== undefined);
  return [
    ...(name === "Enduser"
      ? [
          { field: "name", derive: fullName },
          { field: "emailMd5", derive: emailMd5 },
        ]
      : []),
    ...(has("ownerName", "ownerId") ? [{ field: "ownerName", derive: ownerName }] : []),
    ...(has("snippet", "description") ? [{ field: "snippet", derive: snippet }] : []),
    ...(has("endusers", "enduserIds") ? [{ field: "endusers", derive: endusers }] : []),
    ...(name === "License" ? LICENSE : []),
    ...(has("mrr", "arr") && REVENUE.has(name) ? [times("arr", "mrr", 12), times("mrr", "arr", 1 / 12)] : []),
    ...(has("renewalMrr", "renewalArr") && REVENUE.has(name) ? [times("renewalArr", "renewalMrr", 12)] : []),
    ...(has("totalBilled", "hours")
      ? [amount("totalBilled", "billableRate"), amount("totalCost", "costRate")]
      : []),
  ];
}

const DAY_MS = 86_400_000;

const LICENSE: readonly Derivation[] = [
  { field: "renewalDate", derive: (_, { toDate }) => toDate },
  {
    field: "renewalDaysFromNow",
    derive: (world, { toDate }) => {
      const end = Date.parse(String(toDate));
      return Number.isNaN(end) ? undefined : Math.floor((end - world.now()) / DAY_MS);
    },
  },
  { field: "length", derive: (_, { fromDate, toDate }) => monthsBetween(fromDate, toDate) },
];

/** Whole months, rounded: a period may end on the last day, or on the first one behind it. */
function monthsBetween(from: Json | undefined, to: Json | undefined): number | undefined {
  const [start, end] = [Date.parse(String(from)), Date.parse(String(to))];
  if (Number.isNaN(start) || Number.isNaN(end)) return undefined;
  return Math.round((end - start) / (DAY_MS * (365.25 / 12)));
}

/** Of which Planhat says that it computes the yearly from the monthly amount. */
const REVENUE: ReadonlySet<string> = new Set(["Deal", "LineItem", "Product"]);

function times(field: string, other: string, factor: number): Derivation {
  return {
    field,
    derive: (_, { [other]: amount }) => (typeof amount === "number" ? amount * factor : undefined),
  };
}

function fullName(_: World, { firstName, lastName }: JsonObject): Json | undefined {
  const names = [firstName, lastName].filter((part) => typeof part === "string" && part !== "");
  return names.length === 0 ? undefined : names.join(" ");
}

function emailMd5(_: World, { email }: JsonObject): Json | undefined {
  return typeof email === "string" ? createHash("md5").update(email).digest("hex") : undefined;
}

function ownerName(world: World, { ownerId }: JsonObject): Json | undefined {
  return typeof ownerId === "string" ? world.collectionOf("User")?.get(ownerId)?.["nickName"] : undefined;
}

/** The description without its HTML. */
function snippet(_: World, { description }: JsonObject): Json | undefined {
  return typeof description === "string" ? description.replace(/<[^>]*>/g, "") : undefined;
}

function endusers(world: World, { enduserIds }: JsonObject): Json | undefined {
  const type = world.collectionOf("Enduser");
  if (type === undefined || !Array.isArray(enduserIds)) return undefined;
  return enduserIds.flatMap((id: Json) => {
    const found = type.get(String(id));
    if (found === undefined) return [];
    const name = found["name"] ?? fullName(world, found);
    return [{ id, ...given({ name }) }];
  });
}

function amount(field: string, rate: string): Derivation {
  return {
    field,
    derive: (_, { hours, [rate]: price = 0 }) =>
      typeof hours === "number" && typeof price === "number" ? hours * price : undefined,
  };
}
