/** A value that survives `JSON.parse(JSON.stringify(value))` unchanged: no `undefined`, NaN, Date or BigInt. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
