import type { Json } from "../../../model/json.ts";
import { isNonFinite } from "../../../model/non-finite.ts";
import type { PgType } from "./column-types.ts";

/** float4, float8, numeric; date, timestamp, timestamptz, interval. */
const UNBOUNDED: ReadonlySet<number> = new Set([700, 701, 1700, 1082, 1114, 1184, 1186]);

/** Whether values of a type may be NaN or infinite, alone or in an array. */
export function mayBeNonFinite(type: PgType): boolean {
  return type.kind === "array" ? mayBeNonFinite(type.element) : UNBOUNDED.has(type.oid);
}

/** Whether a converted value of such a type is, or holds, NaN or an infinity. */
export function holdsNonFinite(value: Json): boolean {
  if (typeof value === "string") return isNonFinite(value);
  return Array.isArray(value) && (value as readonly Json[]).some(holdsNonFinite);
}
