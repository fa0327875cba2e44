import { isJsonObject, type Json } from "../model/json.ts";
import { Refusal, type Reply } from "./reply.ts";
import { BULK_NAMES, SINGLE_NAMES, takeActivities } from "./take-activities.ts";
import { takePoints } from "./take-points.ts";
import { takeSegment } from "./take-segment.ts";
import type { World } from "./world.ts";

const WRITES = /^\/(dimensiondata|analytics\/bulk|analytics)\/([^/]+)$/;

/** Whether a call is one to the analytics host: the tenant in the path, no token, no limit of calls. */
export function isAnalytics(method: string | undefined, url: URL): boolean {
  const { pathname } = url;
  return method === "POST" && (WRITES.test(pathname) || OLDER.test(pathname) || pathname === SEGMENT);
}

/** `/<tenant>/dimensiondata`, the older path. Source: a client that still uses it. */
const OLDER = /^\/([^/]+)\/dimensiondata$/;
export const SEGMENT = "/dock/segment";

/** Carries out one call to the analytics host, which is served at the same address. Throws a Refusal. */
export function answerAnalytics(world: World, url: URL, body: Json | undefined): Reply {
  if (url.pathname === SEGMENT) return takeSegment(world, body);
  const [, older] = OLDER.exec(url.pathname) ?? [];
  const [, kind = "dimensiondata", tenant = older ?? ""] = WRITES.exec(url.pathname) ?? [];
  const known = tenant === encodeURIComponent(world.tenantUuid);
  if (!known && world.unknowns.unknownTenant === "refuse") throw new Refusal(404, "Unknown tenant");
  const items = itemsOf(kind, body);
  if (kind === "dimensiondata") return takePoints(world, items, known);
  return takeActivities(world, items, { known, names: kind === "analytics" ? SINGLE_NAMES : BULK_NAMES });
}

function itemsOf(kind: string, body: Json | undefined): readonly Json[] {
  if (Array.isArray(body) && kind !== "analytics") return body;
  if (isJsonObject(body) && kind !== "analytics/bulk") return [body];
  throw new Refusal(400, "the body is not what this path takes");
}
