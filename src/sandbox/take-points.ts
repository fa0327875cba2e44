import { given } from "../model/given.ts";
import { isJsonObject, type Json, type JsonObject } from "../model/json.ts";
import { aggregated } from "./analytics.ts";
import { idOf } from "./collection.ts";
import { wholeNumber } from "./list-records.ts";
import type { Reply } from "./reply.ts";
import type { World } from "./world.ts";

/** Model of a point → object type. */
const MODELS: Readonly<Record<string, string>> = {
  Company: "Company",
  EndUser: "Enduser",
  Asset: "Asset",
  Project: "Project",
};

/** Metric points, item by item. Source: https://www.planhat.com/developers/api/metrics */
export function takePoints(world: World, items: readonly Json[], known: boolean): Reply {
  const errors: Json[] = [];
  for (const item of items) {
    const error = isJsonObject(item) ? takePoint(world, item, known) : "invalid item";
    if (error !== undefined) errors.push({ item, error });
  }
  const { processedCounts, pointErrorsStatus } = world.unknowns;
  const processed = processedCounts === "all" ? items.length : items.length - errors.length;
  return { status: errors.length > 0 ? pointErrorsStatus : 200, body: { processed, errors } };
}

/** Answers what is wrong with it. */
function takePoint(world: World, item: JsonObject, known: boolean): string | undefined {
  const { dimensionId, value, externalId, model = "Company", date } = item;
  if (typeof dimensionId !== "string" || dimensionId === "") return "dimensionId must be specified";
  if (/\s/.test(dimensionId)) return "dimensionId must not hold spaces";
  if (typeof value !== "number") return "value must be a number";
  if (typeof externalId !== "string" || externalId === "") return "externalId must be specified";
  const object = typeof model === "string" && Object.hasOwn(MODELS, model) ? MODELS[model] : undefined;
  if (object === undefined || typeof model !== "string") return "model is not one of the allowed values";
  const time = date === undefined ? world.now() : Date.parse(String(date));
  if (Number.isNaN(time)) return "date is not a date";
  const collection = world.collectionOf(object);
  const parent = collection?.find("externalId", externalId)[0];
  if (parent === undefined && world.unknowns.unknownRecord === "refuse") return "externalId not found";
  if (!known) return undefined;
  const companyId = object === "Company" ? parent?.["_id"] : parent?.["companyId"];
  world.analytics.addPoint(
    {
      _id: world.newId(world.customFields),
      dimensionId,
      model,
      externalId,
      day: new Date(time).toISOString().slice(0, 10),
      ...(parent === undefined ? {} : { parentId: idOf(parent) }),
      ...(typeof companyId === "string" ? { companyId } : {}),
    },
    value,
  );
  return undefined;
}

const DAY_MS = 86_400_000;

/** `GET /dimensiondata` of the REST host: one value a day, filtered by `cId`, `dimid`, `from` and `to` (days since 1970). */
export function listPoints(world: World, query: URLSearchParams): readonly JsonObject[] {
  const type = [...world.streams.values()].find(({ path }) => path === "/dimensiondata");
  const { defaultLimit = 200, maxLimit = 100_000 } = type?.list ?? {};
  const limit = Math.min(wholeNumber("limit", query.get("limit")) ?? defaultLimit, maxLimit);
  const offset = wholeNumber("offset", query.get("offset")) ?? 0;
  const from = wholeNumber("from", query.get("from")) ?? 0;
  const to = wholeNumber("to", query.get("to")) ?? Number.POSITIVE_INFINITY;
  const wanted = (name: string): readonly string[] | undefined => query.get(name)?.split(",");
  const [companies, metrics] = [wanted("cId"), wanted("dimid")];
  return world.analytics.points
    .filter(({ parentId, companyId = "", dimensionId, day }) => {
      const days = Date.parse(day) / DAY_MS;
      return (
        // A point of a record that does not exist is a failed one.
        parentId !== undefined &&
        (companies?.includes(companyId) ?? true) &&
        (metrics?.includes(dimensionId) ?? true) &&
        days >= from &&
        days <= to
      );
    })
    .slice(offset, offset + limit)
    .map(({ _id, dimensionId, model, day, values, parentId = "", companyId }) => {
      const name =
        companyId === undefined ? undefined : world.collectionOf("Company")?.get(companyId)?.["name"];
      return {
        _id,
        dimensionId,
        time: `${day}T00:00:00.000Z`,
        value: aggregated(values, world.metrics[dimensionId] ?? world.unknowns.metricAggregation),
        model,
        parentId,
        ...given({ companyId }),
        ...(name === undefined ? {} : { companyName: name }),
      };
    });
}
