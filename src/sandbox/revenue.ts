import type { Json, JsonObject } from "../model/json.ts";
import type { ObjectType } from "../model/object-type.ts";
import type { World } from "./world.ts";

/**
 * A new line item with what it leaves out taken from its product, and the end of its period from its length.
 * Source: https://www.planhat.com/developers/api/line-item
 */
export function filledFromProduct(world: World, type: ObjectType, record: JsonObject): JsonObject {
  const { productId } = record;
  if (type.name !== "LineItem" || typeof productId !== "string") return record;
  const product = world.collectionOf("Product")?.get(productId) ?? {};
  const taken = TEMPLATE.flatMap((field): [string, Json][] => {
    const value = product[field];
    return value === undefined || record[field] !== undefined ? [] : [[field, value]];
  });
  const filled: JsonObject = { ...record, ...Object.fromEntries(taken) };
  const end = filled["fixedPeriod"] === true ? endOf(filled) : undefined;
  return end === undefined || filled["toDate"] !== undefined ? filled : { ...filled, toDate: end };
}

const TEMPLATE = ["type", "mrr", "value", "fixedPeriod", "length"];

/** The last day of a period of `length` months. */
function endOf({ fromDate, length }: JsonObject): string | undefined {
  const from = new Date(String(fromDate));
  if (typeof length !== "number" || Number.isNaN(from.getTime())) return undefined;
  const end = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + length, from.getUTCDate() - 1));
  return end.toISOString();
}

/** Whether Planhat computes this field of this deal now: see the unknown `dealAmounts`. */
export function isComputedAmount(world: World, type: ObjectType, deal: JsonObject, field: string): boolean {
  if (type.name !== "Deal" || !AMOUNTS.has(field)) return false;
  const items = world.collectionOf("LineItem");
  if (items === undefined || items.size === 0) return false;
  return [...items.all()].some(({ dealId }) => dealId === deal["_id"]);
}

const AMOUNTS: ReadonlySet<string> = new Set(["mrr", "total"]);
