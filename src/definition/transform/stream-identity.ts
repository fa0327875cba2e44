import { canonicalJson, sha256 } from "../../model/fingerprint.ts";
import type { Json, JsonObject } from "../../model/json.ts";
import type { ObjectType, Stream } from "../../model/object-type.ts";

/**
 * What a point or an event is known by, as the text of a JSON array: the parts that its object type names, then its
 * day (`2026-01-31`, UTC) or instant. Two texts of one instant are one; what is finer than a millisecond counts.
 */
export function streamIdentity(
  { fields: specs }: ObjectType,
  stream: Stream,
): (fields: JsonObject) => string {
  return (fields) => {
    const parts = stream.identity.map((group): Json => {
      const name = group.find((candidate) => hasValue(fields[candidate])) ?? group[0] ?? "";
      const value = fields[name] ?? specs[name]?.default ?? null;
      // An object may be large, and a key is shown: its digest tells it apart as well.
      return typeof value === "object" && value !== null ? sha256(canonicalJson(value)).slice(0, 16) : value;
    });
    const when = instant(String(fields[stream.date]));
    return JSON.stringify([...parts, stream.perDay === true ? when.slice(0, 10) : when]);
  };
}

function hasValue(value: Json | undefined): boolean {
  return value !== undefined && value !== null && value !== "";
}

/** The field's check has seen to it that the text is a date, or a time with its zone. */
function instant(text: string): string {
  const finer = /\.\d{3}(\d*?)0*(?:Z|[+-]\d\d:\d\d)$/.exec(text)?.[1] ?? "";
  return new Date(text).toISOString().replace("Z", `${finer}Z`);
}
